using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Services;

/// <summary>Calibration sessions from their plan to their report, stored. docs/calibration.md shows one.</summary>
/// <remarks>
/// Opening, closing and calling off are many commits, each whole: sent again with the same command they go on where they stopped, and nothing is done
/// twice. Methods do what was asked, or throw: <see cref="ValidationFailedException"/> with every issue, <see cref="CalibrationNotAllowedException"/>,
/// <see cref="AccessDeniedException"/>, <see cref="EntityNotFoundException"/>, <see cref="ConcurrencyConflictException"/>. Safe to share between threads.
/// </remarks>
public sealed partial class CalibrationService
{
    private const string Kind = "calibration";
    private const string Overview = "calibrations.overview";

    private readonly IPeopleDirectory _people;
    private readonly IAccessPolicies _policies;
    private readonly IDocumentStore _documents;
    private readonly Deeds _deeds;
    private readonly AccessDesk _desk;
    private readonly FormDesk _forms;
    private readonly EvaluationStore _evaluations;
    private readonly CalibrationStore _sessions;

    /// <summary>A service over a store.</summary>
    /// <param name="documents">The store.</param>
    /// <param name="people">Who belongs where today. To ask people by role, it is an <see cref="IRoleDirectory"/> too.</param>
    /// <param name="policies">Who may do what.</param>
    /// <param name="auditKeys">What the audit is authenticated with.</param>
    /// <param name="time">The clock.</param>
    /// <param name="interactions">Where interactions are; null where the library is told of none. Rules of access about attributes need it.</param>
    public CalibrationService(
        IDocumentStore documents, IPeopleDirectory people, IAccessPolicies policies, IAuditKeys auditKeys, TimeProvider time, IInteractionSource? interactions = null)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(auditKeys);
        ArgumentNullException.ThrowIfNull(time);
        (_documents, _people, _policies) = (documents, people, policies);
        _deeds = new(documents, auditKeys, time);
        _desk = new(policies, people, interactions);
        _forms = new(documents);
        _evaluations = new(documents, new Journal(documents, auditKeys));
        _sessions = new(documents, _evaluations);
    }

    /// <summary>Plans a session: nobody is asked yet.</summary>
    /// <param name="actor">Who plans.</param>
    /// <param name="given">What it is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Its id, which derives from the command.</returns>
    public async Task<CalibrationSessionId> PlanAsync(Actor actor, NewCalibration given, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(given);
        CalibrationSessionId id = given.IdIn(actor.Tenant);
        var deed = new Deed(actor, given.Id, Kind, id.Value, CalibrationFactCodes.Planned);
        await Attempts.RunAsync((Kind, id.Value), async () =>
        {
            if (await _deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is { } done)
            {
                return done;
            }

            EvaluationForm form = await _forms.GetAsync(actor.Tenant, given.Form, cancellationToken).ConfigureAwait(false);
            await _policies.DemandAsync(actor, Permission.ManageCalibrations, form.Directory, (Kind, id.Value), cancellationToken).ConfigureAwait(false);
            GuardRoles(given.Roles);
            DocumentBatch batch = await _forms.WithOpenAsync(Deeds.Batch(deed), form, cancellationToken).ConfigureAwait(false);
            Dictionary<EvaluationId, Evaluation> benchmarks = await BenchmarksAsync(actor, given.Items, cancellationToken).ConfigureAwait(false);
            CalibrationSession session = SessionRules.Plan(given, form, benchmarks, actor, _deeds.Now).Value;
            await _deeds.CommitAsync(
                CalibrationSessionFormat.StoreIn(batch, session), deed, [new("form", form.Id.Value), Number("interactions", session.Items.Length)], cancellationToken).ConfigureAwait(false);
            return await _deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return id;
    }

    /// <summary>Calls a session off. What was not submitted is deleted; what was stays, seen by its evaluator and by whoever does not take part.</summary>
    /// <param name="actor">Who calls it off.</param>
    /// <param name="session">Which session.</param>
    /// <param name="reason">Why, as a code of the host, never personal content; 1 to 200 characters.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work; the session may be called off already.</param>
    public async Task CancelAsync(Actor actor, CalibrationSessionId session, string reason, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(reason);
        var deed = new Deed(actor, command ?? CommandId.New(), Kind, session.Value ?? "", CalibrationFactCodes.Cancelled);
        StoredSession cancelled = await Attempts.RunAsync((Kind, deed.Id), async () =>
        {
            StoredSession stored = await LoadAsync(actor, session, cancellationToken).ConfigureAwait(false);
            if (await _deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is not null)
            {
                return stored;
            }

            await DemandAsync(actor, stored.Session, CalibrationAction.Cancel, cancellationToken).ConfigureAwait(false);
            var issues = new IssueList();
            TextRules.CheckString(issues, reason, "/reason", TextRules.LongestName);
            Guard(issues);
            DocumentBatch batch = CalibrationSessionFormat.StoreIn(Deeds.Batch(deed), stored.Session with { CancelledAt = _deeds.Now }, stored.Document);
            return await _deeds.CommitAsync(batch, deed, [new("reason", reason)], cancellationToken).ConfigureAwait(false) ? stored : null;
        }).ConfigureAwait(false);
        await WithdrawAsync(actor, cancelled.Session, cancellationToken).ConfigureAwait(false);
    }

    private void GuardRoles(ImmutableArray<string> roles)
    {
        if (!roles.IsEmpty && _people is not IRoleDirectory)
        {
            throw new InvalidOperationException($"the session asks people by role, and the directory of people cannot say who has one: it is no `{nameof(IRoleDirectory)}`");
        }
    }

    // An evaluation that the actor may not read is as if it were not there.
    private async ValueTask<Dictionary<EvaluationId, Evaluation>> BenchmarksAsync(Actor actor, ImmutableArray<CalibrationItem> items, CancellationToken cancellationToken)
    {
        AccessScope scope = await _desk.OpenAsync(actor, _deeds.Now, cancellationToken).ConfigureAwait(false);
        Dictionary<EvaluationId, Evaluation> benchmarks = await _sessions.BenchmarksAsync(actor.Tenant, items, cancellationToken).ConfigureAwait(false);
        foreach (Evaluation one in benchmarks.Values.ToArray())
        {
            if (!(await scope.BeforeAsync(one, cancellationToken).ConfigureAwait(false)).Decide(Permission.ViewEvaluations).IsAllowed)
            {
                benchmarks.Remove(one.Id);
            }
        }

        return benchmarks;
    }

    private async ValueTask<StoredSession> LoadAsync(Actor actor, CalibrationSessionId session, CancellationToken cancellationToken) =>
        await _sessions.FindAsync(actor.Tenant, session, cancellationToken).ConfigureAwait(false) ?? throw new EntityNotFoundException("calibration session", session.Value ?? "");

    // Whoever is denied is in the log of access, and so is whoever is shown a session or its report.
    private async ValueTask DemandAsync(Actor actor, CalibrationSession session, CalibrationAction action, CancellationToken cancellationToken)
    {
        AccessPolicy policy = await _policies.ForAsync(actor.Tenant, cancellationToken).ConfigureAwait(false);
        (string, string?) thing = (Kind, session.Id.Value);
        CalibrationDecision decision = CalibrationWorkflow.Decide(session, action, policy, actor);
        if (!decision.Access.IsAllowed)
        {
            await _policies.DeniedAsync(actor, thing, decision.Access, cancellationToken).ConfigureAwait(false);
        }

        CalibrationWorkflow.Demand(session, action, policy, actor);
        if (action is CalibrationAction.View or CalibrationAction.Report)
        {
            await _policies.ReadAsync(actor, thing, decision.Access, cancellationToken).ConfigureAwait(false);
        }
    }

    private static CalibrationReceipt Receipt(CalibrationSession session, ImmutableArray<MissingEvaluator> missing = default) => new()
    {
        Session = session.Id,
        Evaluators = session.Evaluators,
        Asked = session.Items.Sum(item => session.AskedFor(item).Count()),
        Missing = missing,
    };

    private static void Guard(IssueList issues)
    {
        if (issues.HasErrors)
        {
            throw new ValidationFailedException(issues.ToImmutable());
        }
    }

    private static AuditFact Number(string name, int number) => new(name, number.ToString(CultureInfo.InvariantCulture));
}
