using System.Collections.Immutable;
using QualityKit.Keys;

namespace QualityKit.Services;

/// <summary>One key of a ring as people look at it.</summary>
public sealed record RingKeySummary
{
    /// <summary>Its name.</summary>
    public required RingKeyId Id { get; init; }

    /// <summary>Its number within the ring, from 1; for display only.</summary>
    public required int Number { get; init; }

    /// <summary>Where it stands.</summary>
    public required KeyState State { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it may become active.</summary>
    public required DateTimeOffset ActivateFrom { get; init; }

    /// <summary>Since when it stands there.</summary>
    public required DateTimeOffset StateSince { get; init; }

    /// <summary>Whether it ever was compromised.</summary>
    public required bool WasCompromised { get; init; }

    /// <summary>The roots that wrap it. One alone is a single thing to lose.</summary>
    public required ImmutableArray<string> Roots { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The destruction that waits; null when none does.</summary>
    public KeyDestruction? Destruction { get; init; }

    /// <summary>Until when copies of the store could bring it back; null when it was destroyed for good, or was not destroyed.</summary>
    public DateTimeOffset? RecoverableUntil { get; init; }

    /// <summary>Name and state.</summary>
    public override string ToString() => $"{Id} ({State})";

    internal static RingKeySummary Of(RingKey key) => new()
    {
        Id = key.Id,
        Number = key.Number,
        State = key.State,
        CreatedAt = key.CreatedAt,
        ActivateFrom = key.ActivateFrom,
        StateSince = key.StateSince,
        WasCompromised = key.WasCompromised,
        Roots = [.. key.Wraps.Select(wrap => wrap.Root)],
        Destruction = key.Destruction,
        RecoverableUntil = key.RecoverableUntil,
    };
}
