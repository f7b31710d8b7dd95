using System.Collections.Immutable;
using QualityKit.Auditing;
using QualityKit.Persistence;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>What everything that keeps recordings works with.</summary>
internal sealed record RecordingTools
{
    /// <summary>What recordings are called in the audit.</summary>
    public const string Kind = "recording";

    public required IDocumentStore Documents { get; init; }

    public required IBlobStore Blobs { get; init; }

    /// <summary>Gives the keys of tenants, for which a host that keeps no recordings need not have any roots.</summary>
    public required Func<TenantKeys> KeysOf { get; init; }

    public TenantKeys Keys => KeysOf();

    public required AccessDesk Desk { get; init; }

    public required IKeepingTerms Terms { get; init; }

    public required IAuditKeys AuditKeys { get; init; }

    public required Deeds Deeds { get; init; }

    /// <summary>Who says that the store went back to an older state, in which holds may be missing.</summary>
    public required KeepingSafety Safety { get; init; }

    public required RecordingOptions Options { get; init; }

    /// <summary>How old copies of the store become; null where the host has not said.</summary>
    public TimeSpan? BackupHorizon { get; init; }

    /// <summary>Where else media is kept.</summary>
    public ImmutableArray<IExternalMedia> Places { get; init => field = value.IsDefault ? [] : value; } = [];

    public InteractionStore Interactions => new(Documents);

    public SealedClock Clock => new(Documents, Terms, Deeds.Time);

    public RecordingEvidence Evidence => new(Documents, AuditKeys);

    /// <summary>Where media is kept under a name; null for nowhere.</summary>
    public IExternalMedia? PlaceOf(string name) => Places.FirstOrDefault(place => place.Name == name);

    /// <summary>A recording that was not deleted.</summary>
    /// <exception cref="EntityNotFoundException">There is none, or it was deleted.</exception>
    public async ValueTask<StoredRecording> FindAsync(TenantId tenant, Encryption.RecordingId recording, CancellationToken cancellationToken) =>
        await StoredRecording.FindAsync(Documents, tenant, recording, cancellationToken).ConfigureAwait(false) is { Deletion: null } found
            ? found
            : throw new EntityNotFoundException(Kind, recording.Value ?? "");
}
