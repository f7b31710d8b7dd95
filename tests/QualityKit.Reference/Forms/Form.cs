namespace QualityKit.Reference.Forms;

/// <summary>A form as far as scoring reads it.</summary>
internal sealed class Form
{
    public required ScoringMethod Method { get; init; }

    /// <summary>All groups of the form as the items of one.</summary>
    public required Group Whole { get; init; }

    public required IReadOnlyList<ScoreRule> Rules { get; init; }

    /// <summary>Whether the form says what passes at all.</summary>
    public required bool HasPassRule { get; init; }

    public Mark? PassMark { get; init; }

    public Mark? QuestionMinimum { get; init; }
}
