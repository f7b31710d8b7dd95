using QualityKit.Encryption;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Validation;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <content>Recordings whose documents are lost.</content>
public sealed partial class RecordingService
{
    /// <summary>Makes a recording again of a payload whose documents are lost, by the copy of the envelope beside it (<see cref="EnvelopeCopies"/>). The payload stays as it is and where it is; it is read to its end before, and its data key is wrapped by the ring of today.</summary>
    /// <param name="actor">Who recovers it; they may store recordings.</param>
    /// <param name="payload">The payload: <see cref="EnvelopeCopy.Payload"/>.</param>
    /// <param name="secret">The private half of the recovery key.</param>
    /// <param name="metadata">What it is. Its id must be the one that the copy says, and what it holds is as the copy says, whatever <see cref="RecordingMetadata.Media"/> is: nothing else of it is in the copy.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work; it may be stored already.</param>
    /// <exception cref="RecordingTamperedException">It does not open with that key, is of another tenant or recording, or is not what was stored.</exception>
    /// <exception cref="ValidationFailedException">As of <see cref="StoreAsync(Actor, Stream, RecordingMetadata, long?, CommandId?, CancellationToken)"/>: what was deleted is not recovered.</exception>
    /// <exception cref="ConcurrencyConflictException">The payload was given up, and is being removed.</exception>
    /// <exception cref="RestoreDetectedException">The store went back to an older state, and nobody has reconciled it: what was deleted could come back.</exception>
    /// <exception cref="Storage.Errors.StorageUnavailableException">Payload or copy could not be read, or is not there.</exception>
    public async Task<RecordingReceipt> RecoverAsync(
        Actor actor, BlobName payload, ExportSecret secret, RecordingMetadata metadata, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(payload);
        ArgumentNullException.ThrowIfNull(secret);
        (Deed deed, RecordingMetadata valid) = await BeginAsync(actor, metadata, command, RecordingFactCodes.Stored, cancellationToken).ConfigureAwait(false);
        await _tools.Safety.Guard.DemandAsync(actor.Tenant, cancellationToken).ConfigureAwait(false);
        if (await _commits.DoneOrFreeAsync(deed, valid.Interaction, cancellationToken).ConfigureAwait(false) is { } done)
        {
            return done;
        }

        Envelope copy = await EnvelopeCopies.ReadAsync(_tools.Blobs, actor.Tenant, payload, cancellationToken).ConfigureAwait(false);
        valid = valid with { Media = copy.Context.Media };
        using RecordingUpload upload = await FoundAsync(await TakenAsync(deed, payload, cancellationToken).ConfigureAwait(false), copy, secret, new(actor.Tenant, valid.Id, valid.Media), cancellationToken).ConfigureAwait(false);
        StoredRecording recording = Made(deed, valid, upload) with { Origin = copy.Digest() };
        return await _commits.StoreAsync(deed, recording, upload, cancellationToken).ConfigureAwait(false);
    }

    // A copy of the documents that was made while it was stored says that it is being written. Whoever takes it from whoever writes it ends that as it was read:
    // of the two only one gives it to a recording.
    private async ValueTask<PendingBlob> TakenAsync(Deed deed, BlobName payload, CancellationToken cancellationToken)
    {
        PendingBlob waiting = await PendingBlob.FindAsync(_tools.Documents, deed.Actor.Tenant, payload, cancellationToken).ConfigureAwait(false) ?? PendingBlob.Found(payload, new(deed.Id), _tools.Deeds.Now);
        return waiting.IsAbandoned ? throw new ConcurrencyConflictException(deed.Kind, deed.Id) : waiting;
    }

    private async ValueTask<RecordingUpload> FoundAsync(PendingBlob found, Envelope copy, ExportSecret secret, RecordingContext context, CancellationToken cancellationToken)
    {
        DataKey key = RecordingExport.Unwrap(copy, secret, cancellationToken);
        try
        {
            PayloadSeal seal = copy.Open(key, context);
            BlobInfo blob = await EnvelopeCopies.BlobAsync(_tools.Blobs, context.Tenant, found.Blob!, cancellationToken).ConfigureAwait(false);
            var source = CiphertextSource.Of(_tools.Blobs, context.Tenant, blob);
            string root = await RecordingPayloads.RootAsync(through => PayloadReader.OpenAsync(through(source), key, context, seal, cancellationToken), cancellationToken).ConfigureAwait(false);
            return new(key)
            {
                Context = context,
                Seal = seal,
                Crc32C = blob.Crc32C,
                Tree = _tools.Options.TakesTree ? root : null,
                Pending = found,
            };
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }
}
