using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Calibration;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <content>Opening sessions: who takes part, and an evaluation for each.</content>
public sealed partial class CalibrationService
{
    /// <summary>Opens a session: whoever has one of its roles now joins, and each evaluator gets an evaluation of the kind <see cref="EvaluationKind.Calibration"/> for each interaction, one commit each. An open one gets what it lacks.</summary>
    /// <param name="actor">Who opens.</param>
    /// <param name="session">Which session.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work, between two evaluations.</param>
    public async Task<CalibrationReceipt> OpenAsync(Actor actor, CalibrationSessionId session, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var deed = new Deed(actor, command ?? CommandId.New(), Kind, session.Value ?? "", CalibrationFactCodes.Opened);
        StoredSession opened = await Attempts.RunAsync((Kind, deed.Id), async () =>
        {
            StoredSession stored = await LoadAsync(actor, session, cancellationToken).ConfigureAwait(false);
            if (await _deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is not null)
            {
                return await LoadAsync(actor, session, cancellationToken).ConfigureAwait(false);
            }

            await DemandAsync(actor, stored.Session, CalibrationAction.Open, cancellationToken).ConfigureAwait(false);
            return stored.Session.Status == CalibrationSessionStatus.Open || await BeginAsync(deed, stored, cancellationToken).ConfigureAwait(false)
                ? await LoadAsync(actor, session, cancellationToken).ConfigureAwait(false)
                : null;
        }).ConfigureAwait(false);
        await _policies.WatchAsync(actor, (Kind, deed.Id), () => MakeAsync(actor, opened.Session, cancellationToken), cancellationToken).ConfigureAwait(false);
        return Receipt(opened.Session);
    }

    private async ValueTask<bool> BeginAsync(Deed deed, StoredSession stored, CancellationToken cancellationToken)
    {
        (Actor actor, CalibrationSession planned) = (deed.Actor, stored.Session);
        EvaluationForm form = await _forms.GetAsync(actor.Tenant, planned.Form, cancellationToken).ConfigureAwait(false);
        DocumentBatch batch = await _forms.WithOpenAsync(Deeds.Batch(deed), form, cancellationToken).ConfigureAwait(false);
        Dictionary<EvaluationId, Evaluation> benchmarks = await BenchmarksAsync(actor, planned.Items, cancellationToken).ConfigureAwait(false);
        List<PersonId> found = await FoundAsync(actor.Tenant, planned.Roles, cancellationToken).ConfigureAwait(false);
        CalibrationSession opened = SessionRules.Open(planned, benchmarks, found, _deeds.Now).Value;
        await DemandItemsAsync(actor, opened, form, cancellationToken).ConfigureAwait(false);
        ImmutableArray<AuditFact> facts =
            [Number("evaluators", opened.Evaluators.Length), new("expert", opened.Expert?.Value ?? "-"), Number("interactions", opened.Items.Length)];
        return await _deeds.CommitAsync(CalibrationSessionFormat.StoreIn(batch, opened, stored.Document), deed, facts, cancellationToken).ConfigureAwait(false);
    }

    // Before anything is stored: a session that cannot be made whole is not begun.
    private Task<bool> DemandItemsAsync(Actor actor, CalibrationSession session, EvaluationForm form, CancellationToken cancellationToken) =>
        _policies.WatchAsync(actor, (Kind, session.Id.Value), async () =>
        {
            AccessScope scope = await _desk.OpenAsync(actor, _deeds.Now, cancellationToken).ConfigureAwait(false);
            foreach (CalibrationItem item in session.Items)
            {
                Unit? then = await scope.UnitThenAsync(item.Subject, item.Interaction, cancellationToken).ConfigureAwait(false);
                (await scope.BeforeNewAsync(item.Subject, item.Interaction, then, form, cancellationToken).ConfigureAwait(false)).Demand(Permission.CreateEvaluations);
            }

            return true;
        }, cancellationToken);

    /// <summary>Makes the evaluations that an open session lacks.</summary>
    /// <returns>Whether it is open still.</returns>
    private async Task<bool> MakeAsync(Actor actor, CalibrationSession session, CancellationToken cancellationToken)
    {
        if (session.Status != CalibrationSessionStatus.Open)
        {
            return false;
        }

        EvaluationForm form = await _forms.GetAsync(actor.Tenant, session.Form, cancellationToken).ConfigureAwait(false);
        AccessScope scope = await _desk.OpenAsync(actor, _deeds.Now, cancellationToken).ConfigureAwait(false);
        HashSet<EvaluationId> made = [];
        await foreach (Evaluation evaluation in _sessions.MadeAsync(actor.Tenant, session, interaction: null, cancellationToken).ConfigureAwait(false))
        {
            made.Add(evaluation.Id);
        }

        foreach ((CalibrationItem item, PersonId evaluator) in session.Items.SelectMany(item => session.AskedFor(item).Select(person => (item, person))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            NewEvaluation given = EvaluationOf(session, item, evaluator);
            if (!made.Contains(given.IdIn(actor.Tenant)) && !await MakeAsync(scope, given, form, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Makes one evaluation.</summary>
    /// <returns>Whether the session is still open.</returns>
    private async ValueTask<bool> MakeAsync(AccessScope scope, NewEvaluation given, EvaluationForm form, CancellationToken cancellationToken)
    {
        TenantId tenant = scope.Actor.Tenant;
        EvaluationId id = given.IdIn(tenant);
        StoredSession seen = await Attempts.RunAsync(("evaluation", id.Value), async () =>
        {
            StoredSession stored = await LoadAsync(scope.Actor, given.Session!.Value, cancellationToken).ConfigureAwait(false);
            if (stored.Session.Status != CalibrationSessionStatus.Open || await _evaluations.FindAsync(tenant, id, cancellationToken).ConfigureAwait(false) is not null)
            {
                return stored;
            }

            NewEvaluation whole = given with { Unit = await scope.UnitThenAsync(given.Subject, given.Interaction, cancellationToken).ConfigureAwait(false) };
            ActorAccess access = await scope.BeforeNewAsync(whole.Subject, whole.Interaction, whole.Unit, form, cancellationToken).ConfigureAwait(false);
            EvaluationChange change = EvaluationWorkflow.Create(whole, form, access, scope.Now).Value;
            DocumentBatch batch = DocumentBatch.For(tenant, given.Id).Require(stored.Document.Key, stored.Document.Version);
            return await _evaluations.CommitAsync(batch, before: null, change, form, scope.Now, cancellationToken).ConfigureAwait(false) ? stored : null;
        }).ConfigureAwait(false);
        return seen.Session.Status == CalibrationSessionStatus.Open;
    }

    private static NewEvaluation EvaluationOf(CalibrationSession session, CalibrationItem item, PersonId evaluator) => new()
    {
        Id = session.CommandFor(item, evaluator),
        Kind = EvaluationKind.Calibration,
        Origin = new() { Kind = EvaluationOriginKind.Session, Reference = session.Id.Value },
        Subject = item.Subject,
        Interaction = item.Interaction,
        Part = item.Part,
        Session = session.Id,
        Evaluator = evaluator,
        Deadlines = session.Deadlines,
    };

    private async ValueTask<List<PersonId>> FoundAsync(TenantId tenant, ImmutableArray<string> roles, CancellationToken cancellationToken)
    {
        var found = new List<PersonId>();
        GuardRoles(roles);
        foreach (string role in roles)
        {
            await foreach (Person person in ((IRoleDirectory)_people).InRoleAsync(tenant, role, _deeds.Now, cancellationToken).ConfigureAwait(false))
            {
                found.Add(person.Id);
            }
        }

        return found;
    }
}
