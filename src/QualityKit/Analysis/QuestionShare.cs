using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Analysis;

/// <summary>What a question weighs in the form, and what its answer can do. Docs/form-analysis.md defines each notion.</summary>
public sealed record QuestionShare
{
    /// <summary>The question.</summary>
    public required Question Question { get; init; }

    /// <summary>The key of the question.</summary>
    public string Key => Question.Key;

    /// <summary>Whether some sheet shows it; null when that is not decided.</summary>
    public bool? CanBeVisible { get; init; }

    /// <summary>Its applied weight (rule S21) in the fullest sheet that shows it: 1/4 is a quarter of the total. Null when it never counts there, or that sheet was not found within the limits.</summary>
    public Fraction? Share { get; init; }

    /// <summary>The lowest applied weight in any sheet in which it counts; null when it never counts or that is not decided.</summary>
    public Fraction? LowestShare { get; init; }

    /// <summary>The highest applied weight in any sheet in which it counts; null when it never counts or that is not decided.</summary>
    public Fraction? HighestShare { get; init; }

    /// <summary>Whether <see cref="LowestShare"/> and <see cref="HighestShare"/> are decided.</summary>
    public bool IsRangeDecided { get; init; }

    /// <summary>What its answer alone can change.</summary>
    public required ScoreChange Change { get; init; }
}
