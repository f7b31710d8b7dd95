using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>Reads evaluations and what goes with them, and commits what a command makes of one, all of it together.</summary>
internal sealed class EvaluationStore(IDocumentStore store, Journal journal)
{
    /// <summary>Where an evaluation is kept.</summary>
    public static DocumentKey KeyOf(EvaluationId evaluation) => new(Collections.Evaluations, evaluation.Value);

    /// <summary>Whether somebody works on an evaluation still, or disputes it.</summary>
    public static bool IsOpen(Evaluation evaluation, DateTimeOffset now) =>
        evaluation.StatusAt(now) is EvaluationStatus.Pending or EvaluationStatus.InProgress or EvaluationStatus.Disputed;

    /// <summary>An evaluation; null when there is none.</summary>
    public async ValueTask<StoredEvaluation?> FindAsync(TenantId tenant, EvaluationId evaluation, CancellationToken cancellationToken) =>
        !string.IsNullOrEmpty(evaluation.Value) && await ReadAsync(tenant, KeyOf(evaluation), cancellationToken).ConfigureAwait(false) is { } document
            ? new(EvaluationFormat.Read(tenant, document), document)
            : null;

    /// <summary>The texts of an evaluation.</summary>
    public async ValueTask<ContentsDocument> ContentsAsync(TenantId tenant, EvaluationId evaluation, CancellationToken cancellationToken) =>
        await ReadAsync(tenant, ContentsDocument.KeyOf(evaluation), cancellationToken).ConfigureAwait(false) is { } document
            ? ContentsDocument.Read(document)
            : new() { Evaluation = evaluation };

    /// <summary>The draft of a person; null for none.</summary>
    public async ValueTask<EvaluationDraft?> DraftAsync(TenantId tenant, EvaluationId evaluation, PersonId owner, CancellationToken cancellationToken) =>
        await ReadAsync(tenant, DraftFormat.KeyOf(evaluation, owner), cancellationToken).ConfigureAwait(false) is { } document ? DraftFormat.Read(document) : null;

    /// <summary>A calibration session; null when there is none.</summary>
    public async ValueTask<StoredSession?> SessionAsync(TenantId tenant, CalibrationSessionId session, CancellationToken cancellationToken) =>
        !string.IsNullOrEmpty(session.Value) && await ReadAsync(tenant, CalibrationSessionFormat.KeyOf(session), cancellationToken).ConfigureAwait(false) is { } document
            ? new(CalibrationSessionFormat.Read(document), document)
            : null;

    /// <summary>The sessions that somebody takes part in, that are blind, and that compare with evaluations that were there before.</summary>
    public async ValueTask<ImmutableArray<CalibrationSession>> BlindSessionsAsync(TenantId tenant, PersonId participant, CancellationToken cancellationToken)
    {
        var sessions = ImmutableArray.CreateBuilder<CalibrationSession>();
        await foreach (Document document in store.QueryAllAsync(tenant, CalibrationIndexes.Query(CalibrationIndexes.Blind, participant), cancellationToken).ConfigureAwait(false))
        {
            sessions.Add(CalibrationSessionFormat.Read(document));
        }

        return [.. sessions.Where(session => session.Items.Any(item => item.Benchmark is not null))];
    }

    /// <summary>Commits what a command makes of an evaluation.</summary>
    /// <param name="batch">What the commit asks besides; the command is its own.</param>
    /// <param name="before">What it was worked out from; null where there was nothing.</param>
    /// <param name="change">What it makes.</param>
    /// <param name="form">The form of the evaluation.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether it happened; if not, something has changed: load again.</returns>
    public async ValueTask<bool> CommitAsync(
        DocumentBatch batch, StoredEvaluation? before, EvaluationChange change, EvaluationForm form, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Evaluation after = change.Evaluation;
        batch = WithEvaluation(batch, before?.Document, after, form);
        batch = await WithContentsAsync(batch, change, cancellationToken).ConfigureAwait(false);
        batch = await WithDraftsAsync(batch, before?.Evaluation, change, cancellationToken).ConfigureAwait(false);
        batch = await WithRowsAsync(batch, before?.Evaluation, after, (form, now), cancellationToken).ConfigureAwait(false);
        batch = await WithWorkAsync(batch, before?.Evaluation, after, now, cancellationToken).ConfigureAwait(false);
        ImmutableArray<JournalFact> facts = [.. change.Happened.Select(one => new JournalFact(one.Fact.ToDraft(after.Tenant), one.IsAudited, one.IsTold))];
        return await journal.CommitAsync(batch, facts, cancellationToken).ConfigureAwait(false);
    }

    // What did not change is required, so that a draft is never saved for an evaluation that has gone on.
    private static DocumentBatch WithEvaluation(DocumentBatch batch, Document? before, Evaluation after, EvaluationForm form)
    {
        byte[] body = EvaluationFormat.Write(after, before?.Body ?? default);
        DocumentKey key = KeyOf(after.Id);
        return before is null ? batch.Create(key, body, EvaluationIndexes.Of(after, form))
            : before.Body.Span.SequenceEqual(body) ? batch.Require(key, before.Version)
            : batch.Replace(key, before.Version, body, EvaluationIndexes.Of(after, form));
    }

    private async ValueTask<DocumentBatch> WithContentsAsync(DocumentBatch batch, EvaluationChange change, CancellationToken cancellationToken)
    {
        if (change.Contents.IsEmpty && change.Erased.IsEmpty)
        {
            return batch;
        }

        ContentsDocument kept = await ContentsAsync(batch.Tenant, change.Evaluation.Id, cancellationToken).ConfigureAwait(false);
        HashSet<ContentId> erased = [.. change.Erased];
        return (kept with { Contents = [.. kept.Contents.Where(content => !erased.Contains(content.Id)), .. change.Contents] }).StoreIn(batch);
    }

    // Whoever submits needs the draft no more; what is deleted has none.
    private async ValueTask<DocumentBatch> WithDraftsAsync(DocumentBatch batch, Evaluation? before, EvaluationChange change, CancellationToken cancellationToken)
    {
        Evaluation after = change.Evaluation;
        if (change.Draft is { } draft)
        {
            DocumentKey key = DraftFormat.KeyOf(after.Id, draft.Owner);
            Document? stored = await ReadAsync(batch.Tenant, key, cancellationToken).ConfigureAwait(false);
            byte[] body = DraftFormat.Write(draft, stored?.Body ?? default);
            IndexEntry entry = new(EvaluationIndexes.ByEvaluation, IndexValue.Of(after.Id.Value));
            return stored is null ? batch.Create(key, body, entry) : batch.Replace(key, stored.Version, body, entry);
        }

        ImmutableArray<Document> finished = after.Tombstone is not null ? await DraftsAsync(batch.Tenant, after.Id, cancellationToken).ConfigureAwait(false)
            : IsSubmitted(before, after)
                && await ReadAsync(batch.Tenant, DraftFormat.KeyOf(after.Id, after.Current!.ScoredBy), cancellationToken).ConfigureAwait(false) is { } own ? [own]
            : [];
        return finished.Aggregate(batch, (all, document) => all.Delete(document.Key, document.Version));
    }

    private async ValueTask<ImmutableArray<Document>> DraftsAsync(TenantId tenant, EvaluationId evaluation, CancellationToken cancellationToken)
    {
        var query = new DocumentQuery { Collection = Collections.Drafts, Index = EvaluationIndexes.ByEvaluation, Equal = [[IndexValue.Of(evaluation.Value)]] };
        return (await store.QueryAsync(tenant, query, cancellationToken).ConfigureAwait(false)).Documents;
    }

    private async ValueTask<DocumentBatch> WithRowsAsync(
        DocumentBatch batch, Evaluation? before, Evaluation after, (EvaluationForm Form, DateTimeOffset Now) with, CancellationToken cancellationToken)
    {
        ImmutableArray<ScoreRow> earlier = before is null ? [] : [.. before.Versions.Select(version => ScoreRow.Of(before, version, with.Form))];
        IEnumerable<ScoreRow> later = after.Tombstone is null
            ? after.Versions.Select(version => ScoreRow.Of(after, version, with.Form))
            : earlier.Select(row => row.Deleted());
        foreach (ScoreRow row in later.Except(earlier))
        {
            Document? stored = row.Version <= earlier.Length ? await ReadAsync(batch.Tenant, ScoreRowFormat.KeyOf(row), cancellationToken).ConfigureAwait(false) : null;
            batch = ScoreRowFormat.StoreIn(batch, row, stored, with.Now);
        }

        return batch;
    }

    // What opens an evaluation or a dispute says so where deletions look.
    private async ValueTask<DocumentBatch> WithWorkAsync(DocumentBatch batch, Evaluation? before, Evaluation after, DateTimeOffset now, CancellationToken cancellationToken) =>
        after.Interaction is { } interaction && ExternalId.IsValid(interaction.Value) && IsOpen(after, now) && (before is null || !IsOpen(before, now))
            ? (await InteractionWork.LoadAsync(store, batch.Tenant, interaction, cancellationToken).ConfigureAwait(false)).OpenIn(batch)
            : batch;

    private static bool IsSubmitted(Evaluation? before, Evaluation after) => before is not null && after.Versions.Length > before.Versions.Length;

    private ValueTask<Document?> ReadAsync(TenantId tenant, DocumentKey key, CancellationToken cancellationToken) => store.ReadAsync(tenant, key, cancellationToken);
}
