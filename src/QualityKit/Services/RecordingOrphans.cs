using System.Collections.Immutable;
using QualityKit.Encryption;
using QualityKit.Storage.Blobs;

namespace QualityKit.Services;

/// <summary>What has lost its other half. Nothing of it is removed by looking: after a restore the other half may come back.</summary>
public sealed record RecordingOrphans
{
    /// <summary>Blobs that no recording has, and that nobody is writing or removing, as far as is known: also what was being written when a copy of the documents was made that was brought back since. Copies of envelopes are among them (<see cref="Vault.EnvelopeCopies"/>), with which <see cref="RecordingService.RecoverAsync"/> makes recordings of payloads again.</summary>
    public required ImmutableArray<BlobInfo> Blobs { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Recordings whose payload is not there.</summary>
    public required ImmutableArray<RecordingId> WithoutPayload { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Recordings whose envelope is not there: they are lost, unless a copy of it is found.</summary>
    public required ImmutableArray<RecordingId> WithoutEnvelope { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Recordings in the vault beside whose payload no copy of their envelope lies, where <see cref="RecordingOptions.EnvelopeCopies"/> asks for one: stored before it did, and not verified since.</summary>
    public ImmutableArray<RecordingId> WithoutEnvelopeCopy { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Recordings whose interaction is not there, or is another one than the audit says: no policy reaches them.</summary>
    public required ImmutableArray<RecordingId> WithoutInteraction { get; init => field = value.IsDefault ? [] : value; }
}
