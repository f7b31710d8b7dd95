using System.Collections.Immutable;

namespace QualityKit.Keys;

/// <summary>One key of a ring.</summary>
public sealed record RingKey
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

    /// <summary>Whether it ever was compromised; it stays so.</summary>
    public bool WasCompromised { get; init; }

    /// <summary>The key under its roots; none when it was destroyed.</summary>
    public required ImmutableArray<RootWrap> Wraps { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>What shows that a key that was unwrapped is this one: 16 bytes.</summary>
    public required ReadOnlyMemory<byte> CheckValue { get; init; }

    /// <summary>The destruction that waits; null when none does.</summary>
    public KeyDestruction? Destruction { get; init; }

    /// <summary>Until when copies of the store could bring it back; null when it was destroyed for good, or was not destroyed.</summary>
    public DateTimeOffset? RecoverableUntil { get; init; }

    /// <summary>Name and state; never a wrap.</summary>
    public override string ToString() => $"{Id} ({State})";

    internal RingKey In(KeyState state, DateTimeOffset now) => this with { State = state, StateSince = now };
}
