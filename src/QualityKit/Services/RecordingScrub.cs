using System.Collections.Immutable;

namespace QualityKit.Services;

/// <summary>What a round of verifying recordings found.</summary>
public sealed record RecordingScrub
{
    /// <summary>How many recordings were read to the end.</summary>
    public required int Verified { get; init; }

    /// <summary>Those with which something is wrong.</summary>
    public required ImmutableArray<RecordingCheck> Damaged { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>How many could not be verified, because storage or a key could not be had, or something else failed. They are tried again.</summary>
    public required int Unread { get; init; }

    /// <summary>Whether others are due still.</summary>
    public required bool IsMore { get; init; }
}
