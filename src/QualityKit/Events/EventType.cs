using System.Collections.Immutable;

namespace QualityKit.Events;

/// <summary>One kind of event: what its code means is in docs/events.md.</summary>
public sealed record EventType
{
    /// <summary>The code, which never changes its meaning within a version.</summary>
    public required string Code { get; init; }

    /// <summary>The version that this library raises, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The names of the details.</summary>
    public ImmutableArray<string> Details { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
