using QualityKit.Forms;

namespace QualityKit.Scoring;

/// <summary>What was given for one question.</summary>
public sealed record AnswerEntry
{
    /// <summary>The key of the question.</summary>
    public required string Question { get; init; }

    /// <summary>The answer; null when there is only a comment.</summary>
    public Answer? Answer { get; init; }

    /// <summary>The comment; null for none.</summary>
    public string? Comment { get; init; }

    /// <summary>The key of the question; never the content, which may be personal.</summary>
    public override string ToString() => $"entry for `{Question}`";
}
