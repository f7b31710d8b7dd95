using System.Text.Json.Nodes;
using QualityKit.Reference.Generation;

namespace QualityKit.Reference;

/// <summary>Forms and answer sheets of every shape, the same for the same seed on every machine and runtime.</summary>
public static class CaseGenerator
{
    /// <summary>The most questions in a form of <see cref="Generate(long)"/>.</summary>
    public const int LargestSize = 24;

    /// <summary>A case of a size that the seed decides; small ones are frequent.</summary>
    public static GeneratedCase Generate(long seed)
    {
        var size = new Dice(seed).Pick(1, 2, 3, 3, 4, 4, 5, 6, 6, 8, 12, LargestSize);
        return Generate(seed, size);
    }

    /// <summary>A case with at most so many questions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is below 1.</exception>
    public static GeneratedCase Generate(long seed, int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var dice = new Dice(seed ^ (size * 7919L));
        var form = new FormDraft(dice, size).Build();
        JsonObject answers = new AnswerDraft(dice, form).Build();
        return new GeneratedCase(seed, form.ToJsonString(), answers.ToJsonString());
    }

    /// <summary>The cases of so many seeds in a row.</summary>
    public static IEnumerable<GeneratedCase> Many(long seed, int count) =>
        Enumerable.Range(0, count).Select(offset => Generate(seed + offset));
}
