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
    public ValueTask<bool> RemoveAllAsync(TenantId tenant, int most, CancellationToken cancellationToken) =>
        RemoveAsync(tenant, new() { Collection = Collections.PendingBlobs, Index = PendingBlob.Since }, most, cancellationToken);

    /// <summary>Removes all that waits of one recording that was deleted, as far as it can be removed now.</summary>
    /// <exception cref="StorageUnavailableException">Some could not be removed; all was tried.</exception>
    public async ValueTask RemoveOfAsync(TenantId tenant, RecordingId recording, CancellationToken cancellationToken) =>
        await RemoveAsync(tenant, PendingBlob.QueryOf(recording), int.MaxValue, cancellationToken).ConfigureAwait(false);

    private async ValueTask<bool> RemoveAsync(TenantId tenant, DocumentQuery query, int most, CancellationToken cancellationToken)
    {
        if (await RemovalTurn.BeginAsync(tools, tenant, cancellationToken).ConfigureAwait(false) is not { } turn)
        {
            return false;
        }

        int done = 0;
        var failures = new List<Exception>();
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
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                // One that cannot be removed keeps none of the others, whatever its place or its document answers.
                failures.Add(problem);
            }
        }

        return failures.Count == 0 ? false : throw new StorageUnavailableException($"{failures.Count} payloads could not be removed", failures[0]);
    }

    // Given up first, in a commit to which a late store loses; removed only then. What was being written is removed once more
    // after as long as a store may take: somebody who lost may have committed their blob after it was removed.
    private async ValueTask<bool> StepAsync(RemovalTurn turn, TenantId tenant, PendingBlob pending, CancellationToken cancellationToken)
    {
        if (!pending.IsAbandoned)
        {
            return await IsNobodysAsync(turn, tenant, pending, cancellationToken).ConfigureAwait(false) && await GiveUpAsync(turn, tenant, pending, cancellationToken).ConfigureAwait(false);
        }

        await RemovePayloadAsync(tenant, pending, cancellationToken).ConfigureAwait(false);
        return (!pending.IsUpload || turn.IsLate(pending))
            && await ForgetAsync(turn, tenant, pending, cancellationToken).ConfigureAwait(false);
    }

    // What is written for a recording that was deleted comes too late whatever the time: an id is used once.
    private async ValueTask<bool> IsNobodysAsync(RemovalTurn turn, TenantId tenant, PendingBlob pending, CancellationToken cancellationToken) =>
        await FindAsync(tenant, pending, cancellationToken).ConfigureAwait(false) is { Deletion: not null }
        || await turn.MayGiveUpAsync(pending, cancellationToken).ConfigureAwait(false);

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
            if (await ClaimAsync(tenant, external, cancellationToken).ConfigureAwait(false) is not { } claim || claim.Recording == pending.Recording)
            {
                await place.DeleteAsync(tenant, external.Key, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // Whichever is the last of a recording says so. Each writes the recording, or requires it as it was read, so that of two at a time one looks again.
    private async ValueTask<bool> ForgetAsync(RemovalTurn turn, TenantId tenant, PendingBlob pending, CancellationToken cancellationToken)
    {
        DocumentBatch batch = await EndAsync(turn, tenant, pending, cancellationToken).ConfigureAwait(false);
        StoredRecording? recording = await FindAsync(tenant, pending, cancellationToken).ConfigureAwait(false);
        if (recording?.Deletion is { PayloadRemovedAt: null } deletion)
        {
            return await IsLastAsync(tenant, pending, recording.Id, cancellationToken).ConfigureAwait(false)
                ? await RemovedAsync(batch, (recording, deletion), cancellationToken).ConfigureAwait(false)
                : await CommitAsync(recording.StoreIn(batch), cancellationToken).ConfigureAwait(false);
        }

        batch = pending.Recording is { } id ? batch.With(new RequireDocument { Key = StoredRecording.KeyOf(id), Version = recording?.Document!.Version }) : batch;
        return await CommitAsync(batch, cancellationToken).ConfigureAwait(false);
    }

    // What the place has by that name from now on is something else, and may be another recording's.
    private async ValueTask<DocumentBatch> EndAsync(RemovalTurn turn, TenantId tenant, PendingBlob pending, CancellationToken cancellationToken)
    {
        DocumentBatch batch = pending.EndIn(turn.Batch());
        return pending.External is { } external && await ClaimAsync(tenant, external, cancellationToken).ConfigureAwait(false) is { } claim && claim.Recording == pending.Recording
            ? claim.EndIn(batch)
            : batch;
    }

    private ValueTask<ExternalClaim?> ClaimAsync(TenantId tenant, ExternalPlace external, CancellationToken cancellationToken) =>
        ExternalClaim.FindAsync(tools.Documents, tenant, external, cancellationToken);

    private async ValueTask<bool> RemovedAsync(DocumentBatch batch, (StoredRecording Recording, RecordingDeletion Deletion) deleted, CancellationToken cancellationToken)
    {
        var deed = new Deed(RecordingRemoval.ActorOf(batch.Tenant), batch.Command, RecordingTools.Kind, deleted.Recording.Id.Value, RecordingFactCodes.PayloadRemoved);
        RecordingDeletion removed = new RecordingReceipts(tools.Documents, tools.BackupHorizon).Removed(deleted.Deletion, tools.Deeds.Now);
        return await tools.Deeds.CommitAsync((deleted.Recording with { Deletion = removed }).StoreIn(batch), deed, [], cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> IsLastAsync(TenantId tenant, PendingBlob pending, RecordingId recording, CancellationToken cancellationToken) =>
        !await tools.Documents.QueryAllAsync(tenant, PendingBlob.QueryOf(recording), cancellationToken).AnyAsync(other => other.Key != pending.Document!.Key, cancellationToken).ConfigureAwait(false);

    private async ValueTask<StoredRecording?> FindAsync(TenantId tenant, PendingBlob pending, CancellationToken cancellationToken) =>
        pending.Recording is { } recording ? await StoredRecording.FindAsync(tools.Documents, tenant, recording, cancellationToken).ConfigureAwait(false) : null;

    private async ValueTask<bool> CommitAsync(DocumentBatch batch, CancellationToken cancellationToken) =>
        (await tools.Documents.CommitAsync(batch, cancellationToken).ConfigureAwait(false)).IsCommitted;
}
