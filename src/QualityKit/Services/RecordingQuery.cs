using QualityKit.Encryption;
using QualityKit.Interactions;

namespace QualityKit.Services;

/// <summary>Which recordings are looked for; all that is given must be so.</summary>
public sealed record RecordingQuery
{
    /// <summary>Stored at or after; null for any time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Stored before; null for any time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>What they hold; null for anything.</summary>
    public MediaKind? Media { get; init; }

    /// <summary>A declared attribute of the recording; null for none. With <see cref="Value"/>.</summary>
    public string? Attribute { get; init; }

    /// <summary>The value of the attribute; null for none.</summary>
    public AttributeValue? Value { get; init; }
}
