using System.Collections.Immutable;
using QualityKit.Encryption;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;
using QualityKit.Validation;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>Deletes recordings: first the envelope, so that nothing opens the payload any more, then the payload.</summary>
internal sealed class RecordingRemoval(RecordingTools tools)
{
    /// <summary>Who removes payloads, in the audit.</summary>
    public static Actor ActorOf(TenantId tenant) => new() { Tenant = tenant, Id = new("recordings"), IsMachine = true };

    /// <summary>Deletes a recording unless a hold is on its interaction, under holds and interaction as they were looked at.</summary>
    /// <param name="deed">Who deletes which.</param>
    /// <param name="recording">The recording.</param>
    /// <param name="restore">The store, as it was found not to have gone back.</param>
    /// <param name="replacement">What takes its place in the same commit; null for nothing.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What became of it; null when something changed: look again.</returns>
    /// <exception cref="ValidationFailedException">A hold is on it.</exception>
    public async Task<RecordingDeletion?> DeleteUnlessHeldAsync(
        Deed deed, StoredRecording recording, RestoreState restore, RecordingReplacement? replacement, CancellationToken cancellationToken)
    {
        TenantId tenant = deed.Actor.Tenant;
        HoldRegisterDocument holds = await HoldRegisterDocument.LoadAsync(tools.Documents, tenant, cancellationToken).ConfigureAwait(false);
        StoredInteraction? stored = await tools.Interactions.FindAsync(tenant, recording.Metadata.Interaction, cancellationToken).ConfigureAwait(false);
        ImmutableArray<HoldId> on = await HoldsOnAsync(holds, recording, stored, cancellationToken).ConfigureAwait(false);
        if (!on.IsEmpty)
        {
            throw Refusal.Of(IssueCodes.RecordingHeld, "", ("id", recording.Id.Value), ("hold", on[0].Value));
        }

        // The interaction too: attributes that are edited meanwhile may bring it under a hold.
        var interaction = new RequireDocument { Key = StoredInteraction.KeyOf(recording.Metadata.Interaction), Version = stored?.Document!.Version };
        DocumentBatch batch = Deeds.Batch(deed).With(holds.Requirement).With(interaction).With(restore.Requirement);
        return await DeleteAsync(deed, batch, recording, replacement, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The holds on the interaction of a recording.</summary>
    public async ValueTask<ImmutableArray<HoldId>> HoldsOnAsync(HoldRegisterDocument holds, StoredRecording recording, StoredInteraction? stored, CancellationToken cancellationToken) =>
        holds.Register.On(stored is null
            ? new HeldItem { Interaction = recording.Metadata.Interaction }
            : InteractionStore.Held(stored, await tools.Interactions.WholeAsync(stored, cancellationToken).ConfigureAwait(false)));

    /// <summary>Deletes a recording in a batch that requires whatever it was decided under.</summary>
    /// <returns>What became of it; null when something changed: look again.</returns>
    public async Task<RecordingDeletion?> DeleteAsync(Deed deed, DocumentBatch batch, StoredRecording recording, RecordingReplacement? replacement, CancellationToken cancellationToken)
    {
        TenantId tenant = batch.Tenant;
        Document? envelope = await tools.Documents.ReadAsync(tenant, EnvelopeDocument.KeyOf(recording.Id), cancellationToken).ConfigureAwait(false);
        var receipts = new RecordingReceipts(tools.Documents, tools.BackupHorizon);
        RecordingDeletion deletion = await receipts.OfAsync((deed, tools.Deeds.Now), recording, envelope, replacement?.Recording.Id, cancellationToken).ConfigureAwait(false);
        batch = StoreTombstoneIn(batch, recording, envelope, deletion, tools.Deeds.Now);
        batch = replacement?.StoreIn(batch) ?? batch;
        bool isDeleted = await tools.Deeds.CommitAsync(batch, (deed, RecordingFacts.Of(recording, deletion)), replacement is null ? [] : [replacement.Fact(deed)], cancellationToken).ConfigureAwait(false);
        return isDeleted ? deletion : null;
    }

    /// <summary>The batch that also puts a tombstone in the place of a recording, removes its envelope exactly as it was read, and gives up its payload.</summary>
    public static DocumentBatch StoreTombstoneIn(DocumentBatch batch, StoredRecording recording, Document? envelope, RecordingDeletion deletion, DateTimeOffset now)
    {
        batch = envelope is null ? batch.RequireAbsent(EnvelopeDocument.KeyOf(recording.Id)) : batch.Delete(envelope.Key, envelope.Version);
        var tombstone = new StoredRecording
        {
            Metadata = new() { Id = recording.Id, Interaction = recording.Metadata.Interaction, Media = recording.Metadata.Media },
            Length = recording.Length,
            StoredAt = recording.StoredAt,
            StoredBy = recording.StoredBy,
            Deletion = deletion,
            Document = recording.Document,
        };
        batch = tombstone.StoreIn(batch);
        return recording.Blob is null && recording.External is null ? batch : PendingBlob.Of(recording, now).StoreIn(batch);
    }

    /// <summary>Removes the payload of a recording that was just deleted, if it can be done now; else a job does.</summary>
    public async ValueTask<RecordingDeletion> FinishAsync(TenantId tenant, RecordingDeletion deletion, CancellationToken cancellationToken)
    {
        try
        {
            await new PayloadRemoval(tools).RemoveOfAsync(tenant, deletion.Recording, cancellationToken).ConfigureAwait(false);
            return (await StoredRecording.FindAsync(tools.Documents, tenant, deletion.Recording, cancellationToken).ConfigureAwait(false))?.Deletion ?? deletion;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The envelope is gone, and that is what counts; the work item stays, and the job says what is wrong with it.
            return deletion;
        }
    }
}
