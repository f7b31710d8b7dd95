using QualityKit.Evaluations;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Deletes the recordings of an interaction when its time has come: each in a commit of its own, which requires the hold register that the order was given under.</summary>
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

            // What the audit says is another interaction's is not this one's to delete.
            if (!await tools.Evidence.AgreesAsync(order.Tenant, one, cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            Answer answer = await Attempts.RunAsync((RecordingTools.Kind, one.Id.Value), () => TryAsync(order, one, cancellationToken)).ConfigureAwait(false);
            if (answer.Outcome == DeletionOutcome.HoldsChanged)
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
        DocumentBatch batch = Deeds.Batch(deed).With(order.HoldRegister);
        batch = order.Work is { } work ? batch.With(work) : batch;
        if (await _removal.DeleteAsync(deed, batch, found, replacement: null, cancellationToken).ConfigureAwait(false) is { } deletion)
        {
            await _removal.FinishAsync(order.Tenant, deletion, cancellationToken).ConfigureAwait(false);
            return new(DeletionOutcome.Deleted);
        }

        return await IsAsItWasAsync(order.Tenant, order.HoldRegister, cancellationToken).ConfigureAwait(false)
            && (order.Work is not { } opened || await IsAsItWasAsync(order.Tenant, opened, cancellationToken).ConfigureAwait(false))
                ? null
                : new(DeletionOutcome.HoldsChanged);
    }

    private async ValueTask<bool> IsAsItWasAsync(TenantId tenant, RequireDocument required, CancellationToken cancellationToken) =>
        (await tools.Documents.ReadAsync(tenant, required.Key, cancellationToken).ConfigureAwait(false))?.Version == required.Version;

    private sealed record Answer(DeletionOutcome Outcome);
}
