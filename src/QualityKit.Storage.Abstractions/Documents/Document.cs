namespace QualityKit.Storage.Documents;

/// <summary>A document as it was stored: its body byte for byte.</summary>
public sealed record Document
{
    /// <summary>Where it is.</summary>
    public required DocumentKey Key { get; init; }

    /// <summary>Which state of it this is.</summary>
    public required DocumentVersion Version { get; init; }

    /// <summary>What it says, UTF-8; a store never looks into it.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Key and version; never the body.</summary>
    public override string ToString() => $"{Key} at {Version}";
}
