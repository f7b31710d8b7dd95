using System.Runtime.CompilerServices;
using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Privacy;
using QualityKit.Retention;
using QualityKit.Storage.Documents;
using QualityKit.Transcripts;

namespace QualityKit.Services;

/// <summary>Finds the documents that are personal of somebody.</summary>
internal sealed class SubjectStore(IDocumentStore store)
{
    /// <summary>What recordings are called in plans and receipts.</summary>
    public const string RecordingKind = "qualitykit.recording/1";

    private const string Interaction = "qualitykit.interaction/1";
    private const string Contents = "qualitykit.contents/1";
    private const string Draft = "qualitykit.draft/1";
    private const string Transcript = "qualitykit.transcript-contents/1";

    private readonly InteractionStore _interactions = new(store);

    /// <summary>Where a thing is kept.</summary>
    public static DocumentKey KeyOf(SubjectItem item) => item.Kind switch
    {
        Interaction => InteractionContents.KeyOf(new(item.Id)),
        Contents => ContentsDocument.KeyOf(new(item.Id)),
        Transcript => TranscriptContents.KeyOf(item.Id),
        RecordingKind => StoredRecording.KeyOf(new(item.Id)),
        _ => new(Collections.Drafts, item.Id),
    };

    /// <summary>Whether it is a recording: of that a tombstone stays, and its envelope goes.</summary>
    public static bool IsRecording(SubjectItem item) => item.Kind == RecordingKind;

    /// <summary>Whether a customer is found by it: it goes last, so that a run that was cut short finds the rest.</summary>
    public static bool GoesLast(SubjectItem item) => item.Kind == Interaction;

    /// <summary>What is personal of the interactions of a customer, their transcripts and recordings.</summary>
    public async IAsyncEnumerable<SubjectItem> OfCustomerAsync(TenantId tenant, string customer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new DocumentQuery { Collection = Collections.Interactions, Index = InteractionIndexes.ByCustomer, Equal = [[IndexValue.Of(customer)]] };
        await foreach (StoredInteraction stored in _interactions.QueryAsync(tenant, query, cancellationToken).ConfigureAwait(false))
        {
            HeldItem held = await HeldAsync(stored, cancellationToken).ConfigureAwait(false);
            yield return new() { Kind = Interaction, Id = stored.Id.Value, Interaction = held };
            foreach (TranscriptVersion text in (await TranscriptsDocument.LoadAsync(store, tenant, stored.Id, cancellationToken).ConfigureAwait(false)).Texts)
            {
                yield return new() { Kind = Transcript, Id = text.Content, Interaction = held };
            }

            await foreach (Document recording in store.QueryAllAsync(tenant, RecordingService.OfInteraction(stored.Id), cancellationToken).ConfigureAwait(false))
            {
                yield return new() { Kind = RecordingKind, Id = recording.Key.Id, Interaction = held };
            }
        }
    }

    /// <summary>The texts and drafts of the evaluations of an agent.</summary>
    public async IAsyncEnumerable<SubjectItem> OfAgentAsync(TenantId tenant, PersonId agent, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new DocumentQuery { Collection = Collections.Evaluations, Index = EvaluationIndexes.BySubject, Equal = [[IndexValue.Of(agent.Value)]] };
        HashSet<EvaluationId> rounds = [];
        await foreach (Document document in store.QueryAllAsync(tenant, query, cancellationToken).ConfigureAwait(false))
        {
            Evaluation evaluation = EvaluationFormat.Read(tenant, document);
            HeldItem? held = evaluation.Interaction is { } interaction && await _interactions.FindAsync(tenant, interaction, cancellationToken).ConfigureAwait(false) is { } stored
                ? await HeldAsync(stored, cancellationToken).ConfigureAwait(false)
                : evaluation.Interaction is { } elsewhere ? new() { Interaction = elsewhere } : null;
            OpenWork[] work = evaluation.StatusAt(now) is EvaluationStatus.Pending or EvaluationStatus.InProgress or EvaluationStatus.Disputed
                ? [new() { Name = $"{(evaluation.OpenDispute is null ? "evaluation" : "dispute of evaluation")} {evaluation.Id}", Until = DateTimeOffset.MaxValue }]
                : [];
            await foreach (SubjectItem item in OfEvaluationAsync(tenant, evaluation.Id, new() { Kind = Contents, Id = evaluation.Id.Value, Interaction = held, Work = [.. work] }, cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }

            // Why all agreed on an answer is kept once for all evaluations of the interaction in the session.
            if (evaluation is { Session: { } session, Interaction: { } call } && rounds.Add(DerivedIds.Round(session, call)))
            {
                var reasons = new SubjectItem { Kind = Contents, Id = DerivedIds.Round(session, call).Value, Interaction = held };
                if (await store.ReadAsync(tenant, KeyOf(reasons), cancellationToken).ConfigureAwait(false) is not null)
                {
                    yield return reasons;
                }
            }
        }
    }

    /// <summary>The interaction that a thing belongs to, as holds see it now, and as it is stored; null for none.</summary>
    public async ValueTask<(HeldItem? Held, StoredInteraction? Stored)> NowAsync(TenantId tenant, SubjectItem item, CancellationToken cancellationToken)
    {
        StoredInteraction? stored = item.Interaction is { } planned ? await _interactions.FindAsync(tenant, planned.Interaction, cancellationToken).ConfigureAwait(false) : null;
        return (stored is null ? item.Interaction : await HeldAsync(stored, cancellationToken).ConfigureAwait(false), stored);
    }

    /// <summary>What to require of an interaction that is not known.</summary>
    public static RequireDocument Unknown(SubjectItem item) => new() { Key = StoredInteraction.KeyOf(item.Interaction!.Interaction), Version = null };

    /// <summary>The batch that also takes an interaction out of where it is found by what is personal of it, and notes that this is not taken in again; or notes that a text of a transcript is gone.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="item">The thing.</param>
    /// <param name="stored">The interaction that it belongs to, as it was looked for holds; the batch rests on it.</param>
    /// <param name="now">When it is erased.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Null where it cannot be erased yet: the interaction has transcripts or recordings that are not.</returns>
    public async ValueTask<DocumentBatch?> WithoutPlacesAsync(DocumentBatch batch, SubjectItem item, StoredInteraction? stored, DateTimeOffset now, CancellationToken cancellationToken) => item.Kind switch
    {
        Interaction => await WithoutInteractionAsync(batch, new(item.Id), stored, now, cancellationToken).ConfigureAwait(false),
        Transcript => (await TranscriptsDocument.LoadAsync(store, batch.Tenant, item.Interaction!.Interaction, cancellationToken).ConfigureAwait(false))
            .With(version => version.Content == item.Id ? version with { State = TranscriptTextState.Erased } : version)
            .StoreIn(batch.With(stored?.Requirement ?? Unknown(item))),
        _ => item.Interaction is null ? batch : batch.With(stored?.Requirement ?? Unknown(item)),
    };

    // The interaction was read first: a transcript or recording that is stored after this writes it, and then the commit fails.
    private async ValueTask<DocumentBatch?> WithoutInteractionAsync(DocumentBatch batch, InteractionId interaction, StoredInteraction? stored, DateTimeOffset now, CancellationToken cancellationToken)
    {
        TranscriptsDocument transcripts = await TranscriptsDocument.LoadAsync(store, batch.Tenant, interaction, cancellationToken).ConfigureAwait(false);
        bool hasRecordings = await store.CountAsync(batch.Tenant, RecordingService.OfInteraction(interaction), 1, cancellationToken).ConfigureAwait(false) > 0;
        return hasRecordings || !transcripts.Texts.IsEmpty ? null : stored is null ? batch : (stored with { ErasedAt = now }).StoreIn(batch, []);
    }

    private async IAsyncEnumerable<SubjectItem> OfEvaluationAsync(TenantId tenant, EvaluationId evaluation, SubjectItem item, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(tenant, KeyOf(item), cancellationToken).ConfigureAwait(false) is not null)
        {
            yield return item;
        }

        var query = new DocumentQuery { Collection = Collections.Drafts, Index = EvaluationIndexes.ByEvaluation, Equal = [[IndexValue.Of(evaluation.Value)]] };
        await foreach (Document draft in store.QueryAllAsync(tenant, query, cancellationToken).ConfigureAwait(false))
        {
            yield return item with { Kind = Draft, Id = draft.Key.Id };
        }
    }

    private async ValueTask<HeldItem> HeldAsync(StoredInteraction stored, CancellationToken cancellationToken) =>
        InteractionStore.Held(stored, await _interactions.WholeAsync(stored, cancellationToken).ConfigureAwait(false));
}
