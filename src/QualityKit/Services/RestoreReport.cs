using System.Collections.Immutable;
using QualityKit.Auditing;
using QualityKit.Encryption;
using QualityKit.Interactions;
using QualityKit.Retention;

namespace QualityKit.Services;

/// <summary>What a store that went back to an older state lacks, as far as somebody outside it knows: before it is reconciled what is to be done, after it what was.</summary>
public sealed record RestoreReport
{
    /// <summary>Whether it waits to be reconciled, and nothing is deleted.</summary>
    public required bool IsRestored { get; init; }

    /// <summary>When it was found; null where it never was.</summary>
    public DateTimeOffset? DetectedAt { get; init; }

    /// <summary>Whether there is an anchor of seals to compare with. Without one, what else was lost is not known.</summary>
    public required bool HasAnchor { get; init; }

    /// <summary>Whether there is a witness of deletions and holds to compare with. Without one, none is repeated.</summary>
    public required bool HasWitness { get; init; }

    /// <summary>The number of the newest seal in the store; 0 for none.</summary>
    public required long NewestSeal { get; init; }

    /// <summary>Seals that the anchor knows and the store does not. Whatever they covered that is not below is lost.</summary>
    public ImmutableArray<AnchoredSeal> LostSeals { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Interactions that were deleted, and are there again or could come again: to be deleted, or deleted again.</summary>
    public ImmutableArray<InteractionId> Deletions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Recordings that were deleted or redacted by themselves, and are there again or could come again: to be deleted, or deleted again.</summary>
    public ImmutableArray<RecordingId> RecordingDeletions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Of those, the ones that are not deleted because a hold is on their interaction now.</summary>
    public ImmutableArray<RecordingId> RecordingsHeld { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Recordings that took the place of redacted ones and are not there any more. Their payloads may be, and where copies of envelopes lie beside payloads each can be recovered (<see cref="RecordingService.RecoverAsync"/>) once the store is reconciled. They are listed until then.</summary>
    public ImmutableArray<RecordingId> RecordingsToRecover { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Of the interactions to be deleted, the ones that are not because a hold is on them now.</summary>
    public ImmutableArray<InteractionId> Held { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Holds that were in force and are not: to be placed, or placed again.</summary>
    public ImmutableArray<HoldId> HoldsPlaced { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Holds that were released and are in force again: to be released, or released again.</summary>
    public ImmutableArray<HoldId> HoldsReleased { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How many receipts were not made with a key of the audit, or cannot be read: nothing is done for them.</summary>
    public int UntrustedReceipts { get; init; }
}
