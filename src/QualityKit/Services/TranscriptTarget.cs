using QualityKit.Auditing;
using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;
using QualityKit.Transcripts;

namespace QualityKit.Services;

/// <summary>Deletes the transcripts of an interaction when its time has come.</summary>
internal sealed class TranscriptTarget(IDocumentStore documents, IAuditKeys auditKeys, TimeProvider time) : IRetentionTarget
{
    private readonly Deeds _deeds = new(documents, auditKeys, time);

    /// <summary>Who ends what is kept, in the audit.</summary>
    public static Actor ActorOf(TenantId tenant) => new() { Tenant = tenant, Id = new("retention"), IsMachine = true };

    /// <inheritdoc/>
    public string Name => "transcripts";

    /// <inheritdoc/>
    public async Task<DeletionOutcome> DeleteAsync(DeletionOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        return (await Attempts.RunAsync(("transcript", order.Interaction.Value), () => TryAsync(order, cancellationToken)).ConfigureAwait(false)).Outcome;
    }

    private async Task<Answer?> TryAsync(DeletionOrder order, CancellationToken cancellationToken)
    {
        TranscriptsDocument known = await TranscriptsDocument.LoadAsync(documents, order.Tenant, order.Interaction, cancellationToken).ConfigureAwait(false);
        if (known.Document is not { } document)
        {
            return new(DeletionOutcome.NothingThere);
        }

        // An order that comes again may meet other transcripts: what deletes them is another command.
        string texts = string.Join(' ', known.Transcripts.SelectMany(transcript => transcript.Versions).Select(version => version.Content));
        var deed = new Deed(ActorOf(order.Tenant), DerivedIds.Command(order.Command, Name, texts), "interaction", order.Interaction.Value, KeepingFactCodes.TranscriptDeleted);
        DocumentBatch batch = Deeds.Batch(deed).Delete(document.Key, document.Version).Under(order);
        foreach (TranscriptVersion version in known.Texts)
        {
            Document? text = await documents.ReadAsync(order.Tenant, TranscriptContents.KeyOf(version.Content), cancellationToken).ConfigureAwait(false);
            batch = text is null ? batch : batch.Delete(text.Key, text.Version);
        }

        if (await _deeds.CommitAsync(batch, deed, [new(TranscriptFacts.Destroyed, TranscriptFacts.Write(known.Texts.Length))], cancellationToken).ConfigureAwait(false))
        {
            return new(DeletionOutcome.Deleted);
        }

        return await order.StandsAsync(documents, cancellationToken).ConfigureAwait(false) ? null : new(DeletionOutcome.GroundsChanged);
    }

    private sealed record Answer(DeletionOutcome Outcome);
}
