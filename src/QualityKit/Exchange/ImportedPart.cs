using System.Collections.Immutable;

namespace QualityKit.Exchange;

/// <summary>A part of an imported document, and the key that it has in the draft.</summary>
public sealed record ImportedPart
{
    /// <summary>What it is.</summary>
    public required ImportedPartKind Kind { get; init; }

    /// <summary>Where it is in the document, as a JSON pointer (RFC 6901).</summary>
    public required string Pointer { get; init; }

    /// <summary>What the document calls it: every identifier that it gives, the one of the version first; empty when it gives none.</summary>
    public ImmutableArray<string> SourceIds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Its key in the draft.</summary>
    public required string Key { get; init; }

    /// <summary>The key of the question that an option belongs to; null for anything else.</summary>
    public string? QuestionKey { get; init; }
}
