using System.Security.Cryptography;

namespace QualityKit.Canonical;

/// <summary>A text that a person wrote or said, kept in a document of its own, so that it can be erased while what refers to it stays.</summary>
public sealed record PersonalContent
{
    /// <summary>Where it is kept.</summary>
    public required ContentId Id { get; init; }

    /// <summary>What its digest is salted with.</summary>
    public required ContentSalt Salt { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>What stands in for it.</summary>
    public ContentRef Reference => new() { Id = Id, Digest = Digest() };

    /// <summary>Whether it is what a reference stands for.</summary>
    public bool Matches(ContentRef reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return reference == Reference;
    }

    /// <summary>The id and the number of characters; never the text, which is personal.</summary>
    public override string ToString() => $"content {Id} of {Text.Length} characters";

    private string Digest()
    {
        var writer = new CanonicalWriter();
        writer.BeginArray();
        writer.Value(Id.Value);
        writer.Value(Salt.Value);
        writer.Value(Text);
        writer.EndArray();
        return Convert.ToHexStringLower(SHA256.HashData(writer.ToArray()));
    }
}
