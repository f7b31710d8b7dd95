using QualityKit.Encryption;
using QualityKit.Persistence;
using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>Lays copies of envelopes beside payloads, where the options name somebody whom they are for.</summary>
internal sealed class RecordingCopies(RecordingTools tools)
{
    /// <summary>Lays one beside a payload that was just written. Whoever gives that payload up removes both.</summary>
    /// <exception cref="StorageUnavailableException">It could not be stored.</exception>
    public async ValueTask WriteAsync(RecordingUpload upload, CancellationToken cancellationToken)
    {
        if (tools.Options.EnvelopeCopies is { } holder)
        {
            Envelope copy = Envelope.Make(upload.Seal, upload.Context, upload.Key, [holder.Wrap(upload.Key)]);
            await WriteAsync(upload.Context.Tenant, upload.Pending.Blob!, copy, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Lays one beside the payload of a recording where there is none for the recovery key of today.</summary>
    /// <param name="recording">The recording, as it was read.</param>
    /// <param name="tenant">Whose.</param>
    /// <param name="open">Gives its envelope and data key; null where it has none any more.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="StorageUnavailableException">It could not be stored.</exception>
    public async ValueTask RenewAsync(StoredRecording recording, TenantId tenant, Func<ValueTask<(Envelope Envelope, DataKey Key)?>> open, CancellationToken cancellationToken)
    {
        if (tools.Options.EnvelopeCopies is not { } holder || recording.Blob is not { } payload || await IsForAsync(holder, tenant, payload, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        if (await open().ConfigureAwait(false) is not var (envelope, key))
        {
            return;
        }

        using (key)
        {
            // A blob of its own, as far as its end is concerned: if this process dies, whoever finds it given up removes the copy, and the next round writes it again.
            BlobName name = EnvelopeCopies.NameOf(payload);
            if (await ClaimAsync(tenant, recording, name, cancellationToken).ConfigureAwait(false) is not { } claim)
            {
                return;
            }

            await tools.Blobs.DeleteAsync(tenant, name, cancellationToken).ConfigureAwait(false);
            await WriteAsync(tenant, payload, envelope.With([holder.Wrap(key)]), cancellationToken).ConfigureAwait(false);
            await SettleAsync(tenant, recording, claim, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> IsForAsync(ExportRecipient holder, TenantId tenant, BlobName payload, CancellationToken cancellationToken) =>
        await EnvelopeCopies.LookAsync(tools.Blobs, tenant, payload, cancellationToken).ConfigureAwait(false) is { } copy && copy.Keys.SequenceEqual([holder.Fingerprint!]);

    private async ValueTask WriteAsync(TenantId tenant, BlobName payload, Envelope copy, CancellationToken cancellationToken)
    {
        byte[] bytes = RecordingExport.HeadOf(copy);
        IStagedBlob staged = await tools.Blobs.StageAsync(tenant, EnvelopeCopies.NameOf(payload), cancellationToken).ConfigureAwait(false);
        await using (staged.ConfigureAwait(false))
        {
            var blob = new MeasuredBlob(staged, tree: null);
            await blob.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
            await blob.CommitExactlyAsync(bytes.Length, cancellationToken).ConfigureAwait(false);
        }
    }

    // Null when somebody else is at it, or nothing may be laid there any more.
    private async ValueTask<PendingBlob?> ClaimAsync(TenantId tenant, StoredRecording recording, BlobName name, CancellationToken cancellationToken)
    {
        if (await RequiringAsync(tenant, recording, cancellationToken).ConfigureAwait(false) is not { } batch)
        {
            return null;
        }

        PendingBlob claim = PendingBlob.Found(name, recording.Id, tools.Deeds.Now);
        if (await PendingBlob.FindAsync(tools.Documents, tenant, name, cancellationToken).ConfigureAwait(false) is { IsAbandoned: false } other
            && (await RestoreState.LoadAsync(tools.Documents, tenant, cancellationToken).ConfigureAwait(false)).MayBeOfCopy(other.At))
        {
            // Whoever laid one when a copy of the documents was made that was brought back since: no job ends that.
            claim = claim with { Document = other.Document };
        }

        return await claim.CommitAsync(tools.Documents, batch, cancellationToken).ConfigureAwait(false);
    }

    // Where it cannot be settled now, the claim is found later and ends the copy.
    private async ValueTask SettleAsync(TenantId tenant, StoredRecording recording, PendingBlob claim, CancellationToken cancellationToken)
    {
        for (int attempt = 0; attempt < Attempts.Most; attempt++)
        {
            DocumentBatch? batch = await RequiringAsync(tenant, recording, cancellationToken).ConfigureAwait(false);
            if (batch is null)
            {
                await tools.Blobs.DeleteAsync(tenant, claim.Blob!, cancellationToken).ConfigureAwait(false);
            }

            batch = claim.EndIn(batch ?? DocumentBatch.For(tenant, CommandId.New()));
            if ((await tools.Documents.CommitAsync(batch, cancellationToken).ConfigureAwait(false)).IsCommitted)
            {
                return;
            }
        }
    }

    // Only beside what a recording has, and while the keys of the tenant are not to be destroyed, may a copy stay. Null when that is not so.
    private async ValueTask<DocumentBatch?> RequiringAsync(TenantId tenant, StoredRecording recording, CancellationToken cancellationToken)
    {
        KeyRingDocument? ring = await tools.Keys.Rings.LoadAsync(tenant, cancellationToken).ConfigureAwait(false);
        StoredRecording? now = await StoredRecording.FindAsync(tools.Documents, tenant, recording.Id, cancellationToken).ConfigureAwait(false);
        return ring is { Ring.Shred: null } && now is { Document: { } read } && now.Blob == recording.Blob
            ? DocumentBatch.For(tenant, CommandId.New()).Require(read.Key, read.Version).With(ring.Requirement)
            : null;
    }
}
