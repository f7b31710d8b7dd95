using System.Collections.Immutable;
using QualityKit.Auditing;
using QualityKit.Encryption;
using QualityKit.Interactions;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Services;

/// <summary>Gives recordings their payloads, in one commit each: the envelope, the recording and the audit come together or not at all.</summary>
internal sealed class RecordingCommits(RecordingTools tools)
{
    private readonly RecordingPayloads _payloads = new(tools);

    /// <summary>Whether a recording can be stored under an id; null, or what it was stored as by the same command.</summary>
    /// <exception cref="ValidationFailedException">The id is or was another recording's, or the interaction was deleted or erased.</exception>
    /// <exception cref="EntityNotFoundException">The interaction was not reported.</exception>
    public async ValueTask<RecordingReceipt?> DoneOrFreeAsync(Deed deed, InteractionId interaction, CancellationToken cancellationToken)
    {
        // What is there first: a command that is carried out in between is then known to be.
        TenantId tenant = deed.Actor.Tenant;
        StoredRecording? known = await StoredRecording.FindAsync(tools.Documents, tenant, new(deed.Id), cancellationToken).ConfigureAwait(false);
        if (await tools.Deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is { } done)
        {
            return RecordingFacts.ReceiptOf(new(deed.Id), done.Lines[0].Fact!.Facts);
        }

        GuardFree(known, deed.Id);
        await InteractionAsync(tenant, interaction, cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>Commits a recording, and the envelope of its payload.</summary>
    /// <param name="deed">Who stores it.</param>
    /// <param name="recording">What it is.</param>
    /// <param name="upload">Its payload; null for media elsewhere.</param>
    /// <param name="cancellationToken">Stops the work; it may be stored already.</param>
    /// <exception cref="ConcurrencyConflictException">Others were quicker, again and again.</exception>
    public Task<RecordingReceipt> StoreAsync(Deed deed, StoredRecording recording, RecordingUpload? upload, CancellationToken cancellationToken) =>
        Attempts.RunAsync((RecordingTools.Kind, deed.Id), async () =>
        {
            if (await DoneOrFreeAsync(deed, recording.Metadata.Interaction, cancellationToken).ConfigureAwait(false) is { } done)
            {
                return done;
            }

            Envelope? envelope = null;
            DocumentBatch batch = await WithClaimAsync(Deeds.Batch(deed), recording, cancellationToken).ConfigureAwait(false);
            if (upload is not null)
            {
                (envelope, batch) = await WithPayloadAsync(batch, upload, cancellationToken).ConfigureAwait(false);
                batch = EnvelopeDocument.CreateIn(batch, envelope);
            }

            StoredInteraction interaction = await InteractionAsync(deed.Actor.Tenant, recording.Metadata.Interaction, cancellationToken).ConfigureAwait(false);
            batch = await WithInteractionAsync(recording.StoreIn(batch), interaction, cancellationToken).ConfigureAwait(false);
            ImmutableArray<AuditFact> facts = RecordingFacts.Of(recording, envelope, upload?.Tree);
            return await tools.Deeds.CommitAsync(batch, deed, facts, cancellationToken).ConfigureAwait(false) ? RecordingFacts.ReceiptOf(recording.Id, facts) : null;
        });

    /// <summary>The envelope of a payload, and the batch that also gives it to a recording, under the ring as it was read. The batch does not store the envelope yet.</summary>
    public async ValueTask<(Envelope Envelope, DocumentBatch Batch)> WithPayloadAsync(DocumentBatch batch, RecordingUpload upload, CancellationToken cancellationToken)
    {
        (Envelope envelope, RequireDocument ring) = await _payloads.WrapAsync(upload, cancellationToken).ConfigureAwait(false);
        return (envelope, upload.Pending.EndIn(batch.With(ring)));
    }

    /// <summary>The batch that also writes the interaction, unchanged: whoever deletes or erases it at the same moment looks again.</summary>
    /// <exception cref="ValidationFailedException">It was deleted or erased.</exception>
    public async ValueTask<DocumentBatch> WithInteractionAsync(DocumentBatch batch, StoredInteraction stored, CancellationToken cancellationToken)
    {
        GuardLasting(stored);
        KeepingTerms terms = await tools.Terms.ForAsync(batch.Tenant, cancellationToken).ConfigureAwait(false);
        Interaction? whole = await tools.Interactions.WholeAsync(stored, cancellationToken).ConfigureAwait(false);
        return stored.StoreIn(batch, InteractionRetention.Customers(whole, terms));
    }

    private async ValueTask<DocumentBatch> WithClaimAsync(DocumentBatch batch, StoredRecording recording, CancellationToken cancellationToken)
    {
        if (recording.External is not { } external)
        {
            return batch;
        }

        return await ExternalClaim.FindAsync(tools.Documents, batch.Tenant, external, cancellationToken).ConfigureAwait(false) is { } other
            ? throw Refusal.Of(IssueCodes.RecordingMediaTaken, "/place", ("id", other.Recording.Value))
            : ExternalClaim.CreateIn(batch, external, recording.Id);
    }

    private async ValueTask<StoredInteraction> InteractionAsync(TenantId tenant, InteractionId interaction, CancellationToken cancellationToken)
    {
        StoredInteraction stored = await tools.Interactions.FindAsync(tenant, interaction, cancellationToken).ConfigureAwait(false)
            ?? throw new EntityNotFoundException(InteractionRetention.Kind, interaction.Value ?? "");
        GuardLasting(stored);
        return stored;
    }

    private static void GuardLasting(StoredInteraction stored)
    {
        if ((stored.DeletedAt is not null ? IssueCodes.InteractionDeleted : stored.ErasedAt is not null ? IssueCodes.RecordingErased : null) is { } wrong)
        {
            throw Refusal.Of(wrong, "/interaction", ("id", stored.Id.Value));
        }
    }

    private static void GuardFree(StoredRecording? known, string id)
    {
        if (known is not null)
        {
            throw Refusal.Of(known.Deletion is null ? IssueCodes.RecordingExists : IssueCodes.RecordingDeleted, "/id", ("id", id));
        }
    }
}
