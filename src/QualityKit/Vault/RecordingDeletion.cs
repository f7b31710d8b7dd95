using System.Collections.Immutable;
using QualityKit.Encryption;
using QualityKit.Interactions;
using QualityKit.People;

namespace QualityKit.Vault;

/// <summary>What became of a recording that was deleted, stage by stage, as far as it has come. It says no more than is true: copies of the envelope that lie in backups open the payload for as long as both exist.</summary>
public sealed record RecordingDeletion
{
    /// <summary>Which recording.</summary>
    public required RecordingId Recording { get; init; }

    /// <summary>Of which interaction.</summary>
    public required InteractionId Interaction { get; init; }

    /// <summary>When its envelope was removed: from then on the store has no key to it.</summary>
    public required DateTimeOffset DeletedAt { get; init; }

    /// <summary>Who deleted it.</summary>
    public required PersonId DeletedBy { get; init; }

    /// <summary>SHA-256 of the envelope that was removed, as hexadecimal; null where there was none: what was kept elsewhere, or is lost.</summary>
    public required string? EnvelopeDigest { get; init; }

    /// <summary>When the last of its payload was removed, with what earlier payloads and attempts left; null while a job has it to do.</summary>
    public DateTimeOffset? PayloadRemovedAt { get; init; }

    /// <summary>When the last copy of the store is gone that could hold the envelope, by <see cref="Keys.KeyPolicy.BackupHorizon"/>. It counts from when the envelope was removed, and again from when the payload was. Null when the host has not said how old copies become.</summary>
    public DateTimeOffset? CopiesExpireAt { get; init; }

    /// <summary>How many exports were made. They are out of reach.</summary>
    public int ExportsMade { get; init; }

    /// <summary>What was derived of it and is still kept, such as <c>transcript/t-1</c> and <c>evaluations</c>. Peaks and measures are worked out when they are asked for, so nothing of them is kept.</summary>
    public ImmutableArray<string> DerivedKept { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The recording that took its place when it was redacted; null for none.</summary>
    public RecordingId? ReplacedBy { get; init; }

    /// <summary>Which one, and how far.</summary>
    public override string ToString() =>
        $"{Recording}: envelope removed{(PayloadRemovedAt is null ? "" : ", payload removed")}, {(CopiesExpireAt is { } until ? $"recoverable from copies until {until:yyyy-MM-dd}" : "age of copies unknown")}";
}
