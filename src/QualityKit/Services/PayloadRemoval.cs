using QualityKit.Encryption;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>Removes payloads that were given up, copies of their envelopes first, and gives up those that took too long to be written. It does nothing in a store that went back.</summary>
internal sealed class PayloadRemoval(RecordingTools tools)
{
    /// <summary>Removes payloads that nobody needs, and gives up those that took too long to be written.</summary>
    /// <returns>Whether there is more to do at once.</returns>
    /// <exception cref="StorageUnavailableException">Some could not be removed; all were tried.</exception>
    public async ValueTask<bool> RemoveAllAsync(TenantId tenant, int most, CancellationToken cancellationToken)
    {
        if (await RemovalTurn.BeginAsync(tools, tenant, cancellationToken).ConfigureAwait(false) is not { } turn)
        {
            return false;
        }

        int done = 0;
        StorageUnavailableException? failure = null;
        var query = new DocumentQuery { Collection = Collections.PendingBlobs, Index = PendingBlob.Since };
        await foreach (Document document in tools.Documents.QueryAllAsync(tenant, query, cancellationToken).ConfigureAwait(false))
        {
            if (done == most)
            {
                return true;
            }

            try
            {
                done += await StepAsync(turn, tenant, PendingBlob.Read(document), cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }
            catch (StorageUnavailableException problem)
            {
                // One that cannot be removed keeps none of the others.
                failure = problem;
            }
        }

        return failure is null ? false : throw failure;
    }

    /// <summary>Removes the payload of one recording that was deleted.</summary>
    /// <exception cref="StorageUnavailableException">It could not be removed.</exception>
    public async ValueTask RemoveOfAsync(TenantId tenant, RecordingId recording, CancellationToken cancellationToken)
    {
        if (await RemovalTurn.BeginAsync(tools, tenant, cancellationToken).ConfigureAwait(false) is not { } turn)
        {
            return;
        }

        var query = new DocumentQuery { Collection = Collections.PendingBlobs, Index = PendingBlob.Since, IsDescending = true };
        await foreach (Document document in tools.Documents.QueryAllAsync(tenant, query, cancellationToken).ConfigureAwait(false))
        {
            if (PendingBlob.Read(document) is { } pending && pending.Recording == recording)
            {
                await StepAsync(turn, tenant, pending, cancellationToken).ConfigureAwait(false);
                return;
            }
        }
    }

    // Given up first, in a commit to which a late store loses; removed only then. What was being written is removed once more
    // after as long as a store may take: somebody who lost may have committed their blob after it was removed.
    private async ValueTask<bool> StepAsync(RemovalTurn turn, TenantId tenant, PendingBlob pending, CancellationToken cancellationToken)
    {
        if (!pending.IsAbandoned)
        {
            return await turn.MayGiveUpAsync(pending, cancellationToken).ConfigureAwait(false) && await GiveUpAsync(turn, tenant, pending, cancellationToken).ConfigureAwait(false);
        }

        await RemovePayloadAsync(tenant, pending, cancellationToken).ConfigureAwait(false);
        return (pending.Recording is not null || await turn.IsLateAsync(pending, cancellationToken).ConfigureAwait(false))
            && await ForgetAsync(turn, tenant, pending, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> GiveUpAsync(RemovalTurn turn, TenantId tenant, PendingBlob pending, CancellationToken cancellationToken)
    {
        DocumentBatch batch = (pending with { IsAbandoned = true, At = tools.Deeds.Now }).StoreIn(turn.Batch());
        CommitResult given = await tools.Documents.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
        if (given.IsCommitted)
        {
            await RemovePayloadAsync(tenant, pending, cancellationToken).ConfigureAwait(false);
        }

        return given.IsCommitted;
    }

    private async ValueTask RemovePayloadAsync(TenantId tenant, PendingBlob pending, CancellationToken cancellationToken)
    {
        if (pending.Blob is { } blob)
        {
            // The way to the key first.
            await tools.Blobs.DeleteAsync(tenant, EnvelopeCopies.NameOf(blob), cancellationToken).ConfigureAwait(false);
            await tools.Blobs.DeleteAsync(tenant, blob, cancellationToken).ConfigureAwait(false);
        }
        else if (pending.External is { } external)
        {
            IExternalMedia place = tools.PlaceOf(external.Place) ?? throw new StorageUnavailableException($"there is no place `{external.Place}` for media any more");
            await place.DeleteAsync(tenant, external.Key, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> ForgetAsync(RemovalTurn turn, TenantId tenant, PendingBlob pending, CancellationToken cancellationToken)
    {
        StoredRecording? recording = pending.Recording is { } id ? await StoredRecording.FindAsync(tools.Documents, tenant, id, cancellationToken).ConfigureAwait(false) : null;
        if (recording?.Deletion is not { PayloadRemovedAt: null } deletion)
        {
            DocumentBatch forgotten = turn.Batch().Delete(pending.Document!.Key, pending.Document.Version);
            return (await tools.Documents.CommitAsync(forgotten, cancellationToken).ConfigureAwait(false)).IsCommitted;
        }

        var deed = new Deed(RecordingRemoval.ActorOf(tenant), CommandId.New(), RecordingTools.Kind, recording.Id.Value, RecordingFactCodes.PayloadRemoved);
        DocumentBatch batch = turn.Under(Deeds.Batch(deed)).Delete(pending.Document!.Key, pending.Document.Version);
        batch = (recording with { Deletion = deletion with { PayloadRemovedAt = tools.Deeds.Now } }).StoreIn(batch);
        return await tools.Deeds.CommitAsync(batch, deed, [], cancellationToken).ConfigureAwait(false);
    }
}
