using System.Collections.Immutable;
using QualityKit.Encryption;
using QualityKit.Keys;

namespace QualityKit.Services;

/// <summary>What a recovery drill found of one key.</summary>
public sealed record RecoveredKey
{
    /// <summary>Which key.</summary>
    public required RingKeyId Key { get; init; }

    /// <summary>Where it stands in the copy.</summary>
    public required KeyState State { get; init; }

    /// <summary>The roots that gave the key itself, each asked alone.</summary>
    public required ImmutableArray<string> OpenedBy { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The roots that wrap it and did not: the host has not got them, they do not answer, or they gave something else.</summary>
    public required ImmutableArray<string> NotOpenedBy { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>How many envelopes in the copy need it.</summary>
    public required long Envelopes { get; init; }

    /// <summary>The recordings whose envelopes were opened with it, as a sample.</summary>
    public required ImmutableArray<RecordingId> Opened { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The recordings of the sample whose envelopes were not.</summary>
    public required ImmutableArray<RecordingId> NotOpened { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Whether nothing is lost: some root gave the key and every envelope of the sample opened, or nothing needs it.</summary>
    public bool IsRecovered => Envelopes == 0 || (!OpenedBy.IsEmpty && NotOpened.IsEmpty);

    /// <summary>The key, and whether it is recovered.</summary>
    public override string ToString() => $"{Key} ({State}): {(IsRecovered ? "recovered" : "not recovered")}, {Opened.Length} of {Opened.Length + NotOpened.Length} opened";
}
