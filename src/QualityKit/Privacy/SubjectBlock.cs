namespace QualityKit.Privacy;

/// <summary>Why something cannot be erased yet.</summary>
public sealed record SubjectBlock
{
    /// <summary>The hold or the work that needs it, such as <c>hold h-1</c> or <c>dispute d-1</c>.</summary>
    public required string By { get; init; }

    /// <summary>Until when at most; null until the hold is released.</summary>
    public DateTimeOffset? Until { get; init; }
}
