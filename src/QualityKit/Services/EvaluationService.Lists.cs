using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Evaluations;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Privacy;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <content>Lists of evaluations.</content>
public sealed partial class EvaluationService
{
    /// <summary>One page of a list. Whatever the actor may not see, or what is no longer what the list says, is left out.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="list">Which list.</param>
    /// <param name="next">What the page before said to go on with; null for the first page.</param>
    /// <param name="take">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException"><paramref name="next"/> is not of a page.</exception>
    public async Task<EvaluationPage> ListAsync(Actor actor, EvaluationList list, string? next = null, int take = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, StoreLimits.PageSize);
        AccessScope scope = await _desk.OpenAsync(actor, _time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        (int part, PageEnd? end) = PageToken.Read(next, nameof(next));
        ImmutableArray<ImmutableArray<string>> people = EvaluationQueries.IsOfTeams(list) ? await PeopleAsync(scope, cancellationToken).ConfigureAwait(false) : [[]];

        // In the order of people one could tell who is who: where they are not shown by name, a list about teams comes in the order of creation.
        Disclosure disclosure = await _disclosure.ForAsync(actor, Terms, cancellationToken).ConfigureAwait(false);
        HashSet<string>? members = EvaluationQueries.IsOfTeams(list) && disclosure.Naming != Naming.Named ? [.. people.SelectMany(some => some)] : null;
        people = members is null ? people : [[]];
        if (part >= people.Length)
        {
            return new() { Evaluations = [] };
        }

        DocumentQuery query = EvaluationQueries.Of(members is null ? list : EvaluationList.All, actor, people[part], scope.Now) with { After = end, Take = take };
        DocumentPage page = await _documents.QueryAsync(actor.Tenant, query, cancellationToken).ConfigureAwait(false);
        IEnumerable<Evaluation> listed = page.Documents.Select(document => EvaluationFormat.Read(actor.Tenant, document))
            .Where(evaluation => members is null || EvaluationQueries.IsOfTeam(evaluation, list, members));
        ImmutableArray<EvaluationSummary> shown = await SummariesAsync(listed, list, scope, disclosure, cancellationToken).ConfigureAwait(false);
        await _desk.Policies.ListedAsync(actor, ($"evaluations.{list}", Permission.ViewEvaluations), shown.Length, cancellationToken).ConfigureAwait(false);
        return new()
        {
            Evaluations = shown,
            Next = page.End is { } more ? PageToken.Write(part, more) : part + 1 < people.Length ? PageToken.Write(part + 1, null) : null,
        };
    }

    /// <summary>Raises the events of instants that have come in the tenant of the actor: reminders, due dates, escalations, expiries, releases. A background job calls it; several may.</summary>
    /// <param name="actor">A machine that may announce, such as one with the role of <see cref="Roles.Automation"/>.</param>
    /// <param name="take">How many evaluations at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops the work, between two evaluations.</param>
    /// <returns>How many evaluations were looked at; as many as were asked for means that there may be more.</returns>
    public async Task<int> AnnounceDueAsync(Actor actor, int take = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, StoreLimits.PageSize);
        DocumentQuery query = EvaluationQueries.Due(_time.GetUtcNow()) with { Take = take };
        ImmutableArray<Document> due = (await _documents.QueryAsync(actor.Tenant, query, cancellationToken).ConfigureAwait(false)).Documents;
        foreach (Document document in due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var evaluation = new EvaluationId(document.Key.Id);
            try
            {
                await ApplyAsync(actor, evaluation, new AnnounceEvaluation { Id = DerivedIds.Command(new(document.Version.Value), evaluation) }, cancellationToken).ConfigureAwait(false);
            }
            catch (TransitionNotAllowedException)
            {
                // Another run was faster, or somebody submitted: nothing is due any more.
            }
        }

        return due.Length;
    }

    private async ValueTask<ImmutableArray<EvaluationSummary>> SummariesAsync(
        IEnumerable<Evaluation> evaluations, EvaluationList list, AccessScope scope, Disclosure disclosure, CancellationToken cancellationToken)
    {
        var shown = ImmutableArray.CreateBuilder<EvaluationSummary>();
        foreach (Evaluation evaluation in evaluations)
        {
            if (await SummaryAsync(evaluation, list, scope, disclosure, cancellationToken).ConfigureAwait(false) is { } summary)
            {
                shown.Add(summary);
            }
        }

        return shown.ToImmutable();
    }

    private async ValueTask<EvaluationSummary?> SummaryAsync(Evaluation evaluation, EvaluationList list, AccessScope scope, Disclosure disclosure, CancellationToken cancellationToken)
    {
        ActorAccess access = await scope.BeforeAsync(evaluation, cancellationToken).ConfigureAwait(false);
        if (!access.Decide(Permission.ViewEvaluations).IsAllowed)
        {
            return null;
        }

        EvaluationSight sight = await SightAsync(evaluation, access, scope, cancellationToken).ConfigureAwait(false);
        var view = EvaluationView.Of(evaluation, sight, disclosure, scope.Now);
        return IsOf(list, view.Status, sight)
            ? new()
            {
                Id = evaluation.Id,
                Kind = evaluation.Kind,
                Status = view.Status,
                Naming = view.Agent.Naming,
                Subject = view.Agent.Of(evaluation.Subject),
                Interaction = evaluation.Interaction,
                Form = evaluation.Form,
                Evaluator = view.Agent.Of(evaluation.Assignment.Evaluator),
                DueAt = evaluation.Assignment.Deadlines.DueAt,
                Score = view.Sight.Version?.Score,
            }
            : null;
    }

    // What the index cannot tell, because it has no clock: an expiry that has come, a release that has not.
    private static bool IsOf(EvaluationList list, EvaluationStatus status, EvaluationSight sight) => list switch
    {
        EvaluationList.Assigned or EvaluationList.Unclaimed => status == EvaluationStatus.Pending,
        EvaluationList.InProgress => status == EvaluationStatus.InProgress,
        EvaluationList.Overdue => status is EvaluationStatus.Pending or EvaluationStatus.InProgress,
        EvaluationList.Released or EvaluationList.Disputed => sight.CanView,
        EvaluationList.ToAcknowledge => sight.CanView && status == EvaluationStatus.Released,
        EvaluationList.All => status != EvaluationStatus.Deleted,
        _ => true,
    };

    // A query takes 100 values, so the people of large teams come in parts, in the order of their ids.
    private async ValueTask<ImmutableArray<ImmutableArray<string>>> PeopleAsync(AccessScope scope, CancellationToken cancellationToken)
    {
        var people = new SortedSet<string>(StringComparer.Ordinal);
        foreach (TeamId team in scope.Actor.Teams)
        {
            await foreach (Person member in _people.MembersAsync(scope.Actor.Tenant, team, scope.Now, cancellationToken).ConfigureAwait(false))
            {
                people.Add(member.Id.Value);
            }
        }

        return [.. people.Chunk(StoreLimits.QueryValues).Select(chunk => chunk.ToImmutableArray())];
    }
}
