namespace QualityKit.Services;

/// <summary>A copy of one thing that is stored about somebody. All of it is personal content.</summary>
public sealed record SubjectCopy
{
    /// <summary>The kind of document.</summary>
    public required string Kind { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The document, as JSON.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>Kind and id; never the content.</summary>
    public override string ToString() => $"{Kind} {Id}";
}
