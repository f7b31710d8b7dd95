using QualityKit.Encryption;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Validation;
using QualityKit.Vault;

namespace QualityKit.Services;

/// <summary>Deletes recordings: first the envelope, so that nothing opens the payload any more, then the payload.</summary>
internal sealed class RecordingRemoval(RecordingTools tools)
{
    /// <summary>Who removes payloads, in the audit.</summary>
    public static Actor ActorOf(TenantId tenant) => new() { Tenant = tenant, Id = new("recordings"), IsMachine = true };

    /// <summary>What took the place of the recording in a commit that the store has lost; null for nothing, and where it is stored in the same commit.</summary>
    public RecordingId? ReplacedBy { get; init; }

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
        (RequireDocument holds, RequireDocument interaction, StoredInteraction? stored) = await new RecordingHolds(tools).DemandNoneAsync(tenant, recording, cancellationToken).ConfigureAwait(false);
        DocumentBatch batch = Deeds.Batch(deed).With(holds).With(restore.Requirement);
        batch = replacement is null || stored is null
            ? batch.With(interaction)
            : await new RecordingCommits(tools).WithInteractionAsync(batch, stored, cancellationToken).ConfigureAwait(false);
        return await DeleteAsync(deed, batch, recording, replacement, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a recording in a batch that requires whatever it was decided under.</summary>
    /// <returns>What became of it; null when something changed: look again.</returns>
    public async Task<RecordingDeletion?> DeleteAsync(Deed deed, DocumentBatch batch, StoredRecording recording, RecordingReplacement? replacement, CancellationToken cancellationToken)
    {
        TenantId tenant = batch.Tenant;
        Document? envelope = await tools.Documents.ReadAsync(tenant, EnvelopeDocument.KeyOf(recording.Id), cancellationToken).ConfigureAwait(false);
        var receipts = new RecordingReceipts(tools.Documents, tools.BackupHorizon);
        RecordingDeletion deletion = await receipts.OfAsync((deed, tools.Deeds.Now), recording, envelope, replacement?.Recording.Id ?? ReplacedBy, cancellationToken).ConfigureAwait(false);
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
