using System.Collections.Immutable;
using QualityKit.Encryption;
using QualityKit.Persistence;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Collects what recordings have lost.</summary>
internal sealed class RecordingLosses(RecordingTools tools)
{
    private readonly ImmutableArray<RecordingId>.Builder _payloads = ImmutableArray.CreateBuilder<RecordingId>();
    private readonly ImmutableArray<RecordingId>.Builder _envelopes = ImmutableArray.CreateBuilder<RecordingId>();
    private readonly ImmutableArray<RecordingId>.Builder _copies = ImmutableArray.CreateBuilder<RecordingId>();
    private readonly ImmutableArray<RecordingId>.Builder _interactions = ImmutableArray.CreateBuilder<RecordingId>();

    /// <summary>Looks at one.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="recording">Which.</param>
    /// <param name="isCopied">Whether a copy of its envelope lies beside its payload, or none has to.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async ValueTask LookAsync(TenantId tenant, StoredRecording recording, bool isCopied, CancellationToken cancellationToken)
    {
        if (!isCopied && tools.Options.EnvelopeCopies is not null)
        {
            _copies.Add(recording.Id);
        }

        if (!await HasPayloadAsync(tenant, recording, cancellationToken).ConfigureAwait(false))
        {
            _payloads.Add(recording.Id);
        }

        if (recording.External is null && await tools.Documents.ReadAsync(tenant, EnvelopeDocument.KeyOf(recording.Id), cancellationToken).ConfigureAwait(false) is null)
        {
            _envelopes.Add(recording.Id);
        }

        StoredInteraction? stored = await tools.Interactions.FindAsync(tenant, recording.Metadata.Interaction, cancellationToken).ConfigureAwait(false);
        if (stored is null or { DeletedAt: not null } || !await tools.Evidence.AgreesAsync(tenant, recording, cancellationToken).ConfigureAwait(false))
        {
            _interactions.Add(recording.Id);
        }
    }

    /// <summary>All of it, beside the blobs that nobody has.</summary>
    public RecordingOrphans With(ImmutableArray<BlobInfo> blobs) => new()
    {
        Blobs = blobs,
        WithoutPayload = _payloads.ToImmutable(),
        WithoutEnvelope = _envelopes.ToImmutable(),
        WithoutEnvelopeCopy = _copies.ToImmutable(),
        WithoutInteraction = _interactions.ToImmutable(),
    };

    private async ValueTask<bool> HasPayloadAsync(TenantId tenant, StoredRecording recording, CancellationToken cancellationToken) => recording.External is { } external
        ? tools.PlaceOf(external.Place) is { } place && await place.FindLengthAsync(tenant, external.Key, cancellationToken).ConfigureAwait(false) is not null
        : await tools.Blobs.FindAsync(tenant, recording.Blob!, cancellationToken).ConfigureAwait(false) is not null;
}
