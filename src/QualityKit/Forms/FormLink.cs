namespace QualityKit.Forms;

/// <summary>What in the host's procedures and policies a form refers to.</summary>
public sealed record FormLink
{
    /// <summary>What people read.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Where it is, in the host's words: an address, a document number.</summary>
    public required string Target { get; init; }
}
