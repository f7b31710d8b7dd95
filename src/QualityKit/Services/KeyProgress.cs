using QualityKit.Keys;

namespace QualityKit.Services;

/// <summary>How far a key is from being needed no more.</summary>
public sealed record KeyProgress
{
    /// <summary>Which key.</summary>
    public required RingKeyId Key { get; init; }

    /// <summary>How many envelopes it wraps, by the index, counted to 1,000,000. Proofs do not rest on it.</summary>
    public required int Envelopes { get; init; }
}
