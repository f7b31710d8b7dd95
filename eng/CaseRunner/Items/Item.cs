using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;

namespace QualityKit.CaseRunner.Items;

/// <summary>A question with its answer, where a case says nothing but what the answer is worth.</summary>
internal sealed record Item
{
    public decimal Weight { get; init; } = 1;

    /// <summary>What the answer is worth; null when there is none.</summary>
    public required decimal? Points { get; init; }

    /// <summary>Whether it is marked N/A.</summary>
    public bool IsNotApplicable { get; init; }

    /// <summary>What other answers are worth.</summary>
    public ImmutableArray<decimal> OtherPoints { get; init; } = [];

    public bool IsBonus { get; init; }

    /// <summary>What an answer fails that is worth <see cref="FailingPoints"/>; null when none fails.</summary>
    public FailureScope? Fails { get; init; }

    public decimal? FailingPoints { get; init; }

    /// <summary>An answer worth a number; JSON null is no answer, "NA" is N/A.</summary>
    public static Item Of(JsonElement points) => new()
    {
        Points = points.ValueKind == JsonValueKind.Null || points.IsNotApplicable() ? null : points.ToDecimal(),
        IsNotApplicable = points.IsNotApplicable(),
    };

    /// <summary>Answers with their weights; one list is as long as the other.</summary>
    public static ImmutableArray<Item> Weighted(ImmutableArray<JsonElement> weights, ImmutableArray<JsonElement> points) =>
        weights.Length == points.Length
            ? [.. weights.Zip(points, (weight, number) => Of(number) with { Weight = weight.ToDecimal() })]
            : throw new UnsupportedCaseException($"there are {weights.Length} weights for {points.Length} answers");

    /// <summary>The key of the option that is worth a number.</summary>
    public string OptionWorth(decimal points) => $"o{Worths.IndexOf(points)}";

    public ChoiceQuestion ToQuestion(string key) => new()
    {
        Key = key,
        Text = key,
        Weight = Weight,
        IsBonus = IsBonus,
        IsRequired = false,
        AllowsNotApplicable = true,
        Options = Choice.Of(Worths.Select((worth, position) => new ChoiceOption
        {
            Key = $"o{position}",
            Text = $"worth {worth}",
            Points = worth,
            Fails = worth == FailingPoints ? Fails : null,
        })),
    };

    private ImmutableArray<decimal> Worths =>
        [.. (Points is { } points ? OtherPoints.Add(points) : OtherPoints).DefaultIfEmpty().Distinct()];
}
