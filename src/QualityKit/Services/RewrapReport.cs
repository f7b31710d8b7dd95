using System.Collections.Immutable;
using QualityKit.Encryption;

namespace QualityKit.Services;

/// <summary>What wrapping data keys anew came to.</summary>
public sealed record RewrapReport
{
    /// <summary>How many envelopes were wrapped anew.</summary>
    public int Rewrapped { get; init; }

    /// <summary>The recordings whose envelopes could not be: they stay as they were, and are tried again each time.</summary>
    public ImmutableArray<RecordingId> Refused { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether it stopped because it was not to do more, so that there is more to do at once.</summary>
    public bool HasMore { get; init; }
}
