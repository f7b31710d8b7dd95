using System.Collections.Immutable;
using QualityKit.Auditing;
using QualityKit.Encryption;
using QualityKit.Evaluations;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Deletes the recordings of an interaction when its time has come: each in a commit of its own, which requires what the order was given under.</summary>
internal sealed class RecordingTarget(RecordingTools tools) : IRetentionTarget
{
    private readonly RecordingRemoval _removal = new(tools);

    /// <inheritdoc/>
    public string Name => "recordings";

    /// <inheritdoc/>
    public async Task<DeletionOutcome> DeleteAsync(DeletionOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        DeletionOutcome outcome = DeletionOutcome.NothingThere;
        await foreach (Document document in tools.Documents.QueryAllAsync(order.Tenant, RecordingService.OfInteraction(order.Interaction), cancellationToken).ConfigureAwait(false))
        {
            var one = StoredRecording.Read(document);

            // What the audit says is another interaction's is not this one's to delete; of what it says nothing, nobody knows whose it is.
            ImmutableArray<AuditFact> said = await tools.Evidence.FindAsync(order.Tenant, one.Id, cancellationToken).ConfigureAwait(false)
                ?? throw new RecordingTamperedException(TamperReason.Record);
            if (!RecordingEvidence.Agree(said, one))
            {
                continue;
            }

            Answer answer = await Attempts.RunAsync((RecordingTools.Kind, one.Id.Value), () => TryAsync(order, one, cancellationToken)).ConfigureAwait(false);
            if (answer.Outcome == DeletionOutcome.GroundsChanged)
            {
                return answer.Outcome;
            }

            outcome = answer.Outcome;
        }

        return outcome;
    }

    private async Task<Answer?> TryAsync(DeletionOrder order, StoredRecording listed, CancellationToken cancellationToken)
    {
        if (await StoredRecording.FindAsync(tools.Documents, order.Tenant, listed.Id, cancellationToken).ConfigureAwait(false) is not { Deletion: null } found)
        {
            return new(DeletionOutcome.Deleted);
        }

        // The same recording can be deleted once only, so the order that comes again is the same command.
        var deed = new Deed(TranscriptTarget.ActorOf(order.Tenant), DerivedIds.Command(order.Command, Name, found.Id.Value), RecordingTools.Kind, found.Id.Value, RecordingFactCodes.Deleted);
        if (await _removal.DeleteAsync(deed, Deeds.Batch(deed).Under(order), found, replacement: null, cancellationToken).ConfigureAwait(false) is { } deletion)
        {
            await _removal.FinishAsync(order.Tenant, deletion, cancellationToken).ConfigureAwait(false);
            return new(DeletionOutcome.Deleted);
        }

        return await order.StandsAsync(tools.Documents, cancellationToken).ConfigureAwait(false) ? null : new(DeletionOutcome.GroundsChanged);
    }

    private sealed record Answer(DeletionOutcome Outcome);
}
