using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Analysis;

/// <summary>The largest change of the total that the answer to one question alone can make, with two sheets that show it.</summary>
public sealed record ScoreChange
{
    /// <summary>The exact difference of the totals of <see cref="Before"/> and <see cref="After"/>, 0 or more, in the unit of the form.
    /// When not decided: the largest difference found. Null when no sheet in which it can be answered has a total, or none was found.</summary>
    public Score? Largest { get; init; }

    /// <summary>Whether no answer changes more.</summary>
    public bool IsDecided { get; init; }

    /// <summary>What no change exceeds: <see cref="Largest"/> when decided; null when nothing is known.</summary>
    public Score? Bound { get; init; }

    /// <summary>The sheet with the lower total; null when <see cref="Largest"/> is.</summary>
    public AnswerSheet? Before { get; init; }

    /// <summary>The same sheet but for this answer, with the higher total; null when <see cref="Largest"/> is.</summary>
    public AnswerSheet? After { get; init; }
}
