using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <content>Reading sessions and their reports.</content>
public sealed partial class CalibrationService
{
    /// <summary>A session and how far everyone is; never what they gave.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="session">Which session.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<CalibrationDetails> GetAsync(Actor actor, CalibrationSessionId session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        CalibrationSession known = (await LoadAsync(actor, session, cancellationToken).ConfigureAwait(false)).Session;
        await DemandAsync(actor, known, CalibrationAction.View, cancellationToken).ConfigureAwait(false);
        var statuses = new Dictionary<EvaluationId, EvaluationStatus>();
        await foreach (Evaluation evaluation in _sessions.MadeAsync(actor.Tenant, known, interaction: null, cancellationToken).ConfigureAwait(false))
        {
            statuses[evaluation.Id] = evaluation.StatusAt(_deeds.Now);
        }

        CalibrationProgress ProgressOf(CalibrationItem item, PersonId person)
        {
            EvaluationId id = EvaluationOf(known, item, person).IdIn(actor.Tenant);
            return new() { Evaluator = person, Interaction = item.Interaction, Evaluation = id, Status = statuses.TryGetValue(id, out EvaluationStatus status) ? status : null };
        }

        return new()
        {
            Session = known,
            Progress = known.OpenedAt is null ? [] : [.. known.Items.SelectMany(item => known.AskedFor(item).Select(person => ProgressOf(item, person)))],
            Allowed = CalibrationWorkflow.Allowed(known, await _policies.ForAsync(actor.Tenant, cancellationToken).ConfigureAwait(false), actor),
        };
    }

    /// <summary>One page of the sessions of a status, oldest first: all, or those that the actor takes part in where they may read no others.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="status">Where they stand.</param>
    /// <param name="next">What the page before said to go on with; null for the first page.</param>
    /// <param name="take">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException"><paramref name="next"/> is not of a page.</exception>
    public async Task<CalibrationPage> ListAsync(
        Actor actor, CalibrationSessionStatus status, string? next = null, int take = 100, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, StoreLimits.PageSize);
        AccessPolicy policy = await _policies.ForAsync(actor.Tenant, cancellationToken).ConfigureAwait(false);
        DocumentQuery query = CalibrationIndexes.Query([status], ReadsAll(policy, actor) ? null : actor.Id) with { After = PageToken.Read(next, nameof(next)).End, Take = take };
        DocumentPage page = await _documents.QueryAsync(actor.Tenant, query, cancellationToken).ConfigureAwait(false);
        ImmutableArray<CalibrationSession> shown =
            [.. page.Documents.Select(CalibrationSessionFormat.Read).Where(session => CalibrationWorkflow.Decide(session, CalibrationAction.View, policy, actor).IsAllowed)];
        await _policies.ListedAsync(actor, ("calibrations", Permission.ViewCalibrations), shown.Length, cancellationToken).ConfigureAwait(false);
        return new()
        {
            Sessions = shown,
            Next = page.End is { } more ? PageToken.Write(0, more) : null,
        };
    }

    /// <summary>The report of a closed session. It is made of what was recorded when it was closed, so it stays the same whatever becomes of the evaluations.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="session">Which session.</param>
    /// <param name="tolerance">How far apart is close enough; 5 points when null.</param>
    /// <param name="usesResolved">Whether evaluators are compared with what all agreed on, where there is enough of it for a score; default no.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<SessionReport> ReportAsync(
        Actor actor, CalibrationSessionId session, CalibrationTolerance? tolerance = null, bool usesResolved = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        CalibrationSession known = (await LoadAsync(actor, session, cancellationToken).ConfigureAwait(false)).Session;
        await DemandAsync(actor, known, CalibrationAction.Report, cancellationToken).ConfigureAwait(false);
        EvaluationForm form = await _forms.GetAsync(actor.Tenant, known.Form, cancellationToken).ConfigureAwait(false);
        return SessionReport.Of(await _sessions.ClosedAsync(actor.Tenant, known, form, cancellationToken).ConfigureAwait(false), tolerance, usesResolved);
    }

    /// <summary>Evaluators over all sessions that were closed in a period: verdicts, drift, the sessions still needed. Whoever may read only the sessions that they take part in asks for themselves alone.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="query">Which sessions, and whose standing.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<CalibrationOverview> ReportAsync(Actor actor, CalibrationQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(query);
        AccessPolicy policy = await _policies.ForAsync(actor.Tenant, cancellationToken).ConfigureAwait(false);
        bool readsAll = ReadsAll(policy, actor);
        if (!readsAll && !query.Evaluators.SequenceEqual([actor.Id]))
        {
            await _policies.DemandAsync(actor, Permission.ViewCalibrations, directory: null, ("list", Overview), cancellationToken).ConfigureAwait(false);
        }

        DocumentQuery sessions = CalibrationIndexes.Query([CalibrationSessionStatus.Closed], readsAll ? null : actor.Id) with
        {
            Range = new() { From = IndexValue.Of(query.From), To = query.Until is { } until ? IndexValue.Of(until) : null },
        };
        var closed = new List<ClosedSession>();
        var forms = new Dictionary<FormVersionId, EvaluationForm>();
        await foreach (Document document in _documents.QueryAllAsync(actor.Tenant, sessions, cancellationToken).ConfigureAwait(false))
        {
            CalibrationSession session = CalibrationSessionFormat.Read(document);
            if (CalibrationWorkflow.Decide(session, CalibrationAction.Report, policy, actor).IsAllowed)
            {
                EvaluationForm form = forms.GetValueOrDefault(session.Form) ?? await _forms.GetAsync(actor.Tenant, session.Form, cancellationToken).ConfigureAwait(false);
                forms[session.Form] = form;
                closed.Add(await _sessions.ClosedAsync(actor.Tenant, session, form, cancellationToken).ConfigureAwait(false));
            }
        }

        await _policies.ListedAsync(actor, (Overview, Permission.ViewCalibrations), closed.Count, cancellationToken).ConfigureAwait(false);
        return CalibrationOverview.Of(closed, query);
    }

    // Folders are asked for session by session; here it is asked how far a role reaches.
    private static bool ReadsAll(AccessPolicy policy, Actor actor) =>
        policy.Before(actor).Decide(Permission.ViewCalibrations).Code is not (AccessCodes.DeniedReach or AccessCodes.DeniedPermission);
}
