namespace QualityKit.Canonical;

/// <summary>What stands in for personal content: where it is, and a salted digest that it can be held against.</summary>
public sealed record ContentRef
{
    /// <summary>Where the content is.</summary>
    public required ContentId Id { get; init; }

    /// <summary>SHA-256 of id, salt and text, 64 hexadecimal digits.</summary>
    public required string Digest { get; init; }
}
