using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using QualityKit.Calibration;
using QualityKit.Canonical;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>Reads calibration sessions, their evaluations, and what was recorded of them.</summary>
internal sealed class CalibrationStore(IDocumentStore store, EvaluationStore evaluations)
{
    /// <summary>A session; null when there is none.</summary>
    public ValueTask<StoredSession?> FindAsync(TenantId tenant, CalibrationSessionId session, CancellationToken cancellationToken) =>
        evaluations.SessionAsync(tenant, session, cancellationToken);

    /// <summary>The evaluations that were made for a session, tombstones too; of one interaction, or of all.</summary>
    public async IAsyncEnumerable<Evaluation> MadeAsync(
        TenantId tenant, CalibrationSession session, InteractionId? interaction, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ImmutableArray<IndexValue> own = [IndexValue.Of(session.Id.Value)];
        var query = new DocumentQuery
        {
            Collection = Collections.Evaluations,
            Index = EvaluationIndexes.BySession,
            Equal = interaction is { } one ? [own, [IndexValue.Of(one.Value)]] : [own],
        };
        await foreach (Document document in store.QueryAllAsync(tenant, query, cancellationToken).ConfigureAwait(false))
        {
            yield return EvaluationFormat.Read(tenant, document);
        }
    }

    /// <summary>The finished evaluations that interactions name, by id.</summary>
    public async ValueTask<Dictionary<EvaluationId, Evaluation>> BenchmarksAsync(TenantId tenant, IEnumerable<CalibrationItem> items, CancellationToken cancellationToken)
    {
        var found = new Dictionary<EvaluationId, Evaluation>();
        foreach (CalibrationItem item in items)
        {
            if (item.Benchmark is { } id && await evaluations.FindAsync(tenant, id, cancellationToken).ConfigureAwait(false) is { } stored)
            {
                found[id] = stored.Evaluation;
            }
        }

        return found;
    }

    /// <summary>What was recorded of an interaction; null while nothing was.</summary>
    public async ValueTask<(SessionRound Round, byte[] Digest)?> RoundAsync(TenantId tenant, CalibrationSessionId session, InteractionId interaction, CancellationToken cancellationToken) =>
        await store.ReadAsync(tenant, SessionRoundFormat.KeyOf(session, interaction), cancellationToken).ConfigureAwait(false) is { } document
            ? (SessionRoundFormat.Read(document), SHA256.HashData(document.Body.Span))
            : null;

    /// <summary>A closed session with all that reports are made of.</summary>
    /// <exception cref="InvalidDataException">Something that was recorded is gone.</exception>
    public async ValueTask<ClosedSession> ClosedAsync(TenantId tenant, CalibrationSession session, EvaluationForm form, CancellationToken cancellationToken)
    {
        var rounds = ImmutableArray.CreateBuilder<SessionRound>();
        var resolved = ImmutableArray.CreateBuilder<ResolvedAnswer>();
        var texts = new Dictionary<ContentId, string>();
        foreach (InteractionId interaction in session.Items.Select(item => item.Interaction))
        {
            rounds.Add((await RoundAsync(tenant, session.Id, interaction, cancellationToken).ConfigureAwait(false))?.Round
                ?? throw new InvalidDataException($"what was recorded of `{interaction}` in the session `{session.Id}` is gone"));
            ResolutionDocument agreed = await ResolutionDocument.LoadAsync(store, tenant, session.Id, interaction, cancellationToken).ConfigureAwait(false);
            resolved.AddRange(agreed.Answers);
            if (!agreed.Answers.IsEmpty)
            {
                ContentsDocument contents = await evaluations.ContentsAsync(tenant, DerivedIds.Round(session.Id, interaction), cancellationToken).ConfigureAwait(false);
                contents.Contents.ToList().ForEach(content => texts[content.Id] = content.Text);
            }
        }

        return new() { Session = session, Form = form, Recorded = rounds.ToImmutable(), Resolved = resolved.ToImmutable(), Texts = texts };
    }
}
