using System.Collections.Immutable;
using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Scoring;

/// <summary>Why a score moved: line by line, adding up to the change exactly (rule S23).</summary>
/// <remarks>The two scores may differ in the answers, in the version of the form and in its method. Nothing is thrown for what cannot be
/// compared: where there is no total, or the units differ, <see cref="Change"/> is null and the lines say what changed without amounts.</remarks>
public sealed class ScoreDiff
{
    private ScoreDiff(Scorecard before, Scorecard after)
    {
        Before = before;
        After = after;
        Steps = new ScorePath(before, after).Steps();
        Remarks = DiffRemarks.Of(before, after);
    }

    /// <summary>The earlier score.</summary>
    public Scorecard Before { get; }

    /// <summary>The later score.</summary>
    public Scorecard After { get; }

    /// <summary>The later total less the earlier, exactly, in their unit; null when one does not exist or the units differ.</summary>
    public Score? Change => Before.Total is { } before && After.Total is { } after && before.Unit == after.Unit ? new Score(after.Value - before.Value, after.Unit) : null;

    /// <summary>The way from the one to the other: the answers, the form, the method; each only where something in it changed.</summary>
    public ImmutableArray<ScoreDiffStep> Steps { get; }

    /// <summary>Every line of every step; where there is a change, their amounts add up to it.</summary>
    public IEnumerable<ScoreDiffLine> Lines => Steps.SelectMany(step => step.Lines);

    /// <summary>What changed beside the number: the outcome, the band; and why there is no change to add up.</summary>
    public ImmutableArray<ScoreDiffLine> Remarks { get; }

    /// <summary>Compares two scores of a form, or of two versions of it.</summary>
    public static ScoreDiff Between(Scorecard before, Scorecard after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new(before, after);
    }

    /// <summary>The difference for people: what each line adds in front, the steps with their lines further in.</summary>
    /// <param name="catalogue">The words; English when null.</param>
    public string ToText(MessageCatalogue? catalogue = null) => new DiffWords(this, catalogue ?? MessageCatalogue.English).Text();

    /// <summary>The difference in English.</summary>
    public override string ToString() => ToText();
}
