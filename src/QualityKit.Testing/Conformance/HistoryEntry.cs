using System.Collections.Immutable;

namespace QualityKit.Testing.Conformance;

/// <summary>One thing that a client did: when it began and ended, which states of which places it saw, and which it put in their stead.</summary>
internal sealed record HistoryEntry
{
    /// <summary>What the client did, for people.</summary>
    public required string Name { get; init; }

    /// <summary>The moment before it was asked for, on the clock of the history.</summary>
    public required int Began { get; init; }

    /// <summary>The moment after it was answered.</summary>
    public required int Ended { get; init; }

    public ImmutableArray<(string Place, string State)> Saw { get; init; } = [];

    public ImmutableArray<(string Place, string From, string To)> Wrote { get; init; } = [];
}
