using System.Collections.Immutable;
using System.Security.Cryptography;
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

/// <content>Closing a session. First nothing more is taken in, then what there is is recorded, one interaction a commit, then the session is revealed.</content>
public sealed partial class CalibrationService
{
    private const string Withdrawn = "calibration.ended";

    // What a session asked for it may take back, whoever closes it.
    private static readonly Role Taker = new Role { Key = "calibration" }.Allow(Reach.Everyone, Permission.DeleteEvaluations);

    /// <summary>Closes a session: it is revealed, and what everyone gave is recorded for good. What was not submitted is deleted and cannot be handed in any more.</summary>
    /// <param name="actor">Who closes.</param>
    /// <param name="session">Which session.</param>
    /// <param name="despiteMissing">Whether it closes although somebody has not submitted; default no, and then all who are missing are named.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work; it may be that nothing more is taken in already.</param>
    public async Task<CalibrationReceipt> CloseAsync(
        Actor actor, CalibrationSessionId session, bool despiteMissing = false, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var deed = new Deed(actor, command ?? CommandId.New(), Kind, session.Value ?? "", CalibrationFactCodes.Closed);
        StoredSession closing = await Attempts.RunAsync((Kind, deed.Id), async () =>
        {
            StoredSession stored = await LoadAsync(actor, session, cancellationToken).ConfigureAwait(false);
            if (await _deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is not null)
            {
                return await LoadAsync(actor, session, cancellationToken).ConfigureAwait(false);
            }

            await DemandAsync(actor, stored.Session, CalibrationAction.Close, cancellationToken).ConfigureAwait(false);
            return stored.Session.Status == CalibrationSessionStatus.Closing || await EndAsync(deed, stored, despiteMissing, cancellationToken).ConfigureAwait(false)
                ? await LoadAsync(actor, session, cancellationToken).ConfigureAwait(false)
                : null;
        }).ConfigureAwait(false);
        CalibrationSession closed = closing.Session;
        if (closed.Status == CalibrationSessionStatus.Closing)
        {
            await RecordAsync(actor, closed, cancellationToken).ConfigureAwait(false);
            await WithdrawAsync(actor, closed, cancellationToken).ConfigureAwait(false);
            closed = await RevealAsync(deed, closed, cancellationToken).ConfigureAwait(false);
        }

        return Receipt(closed, closed.Missing);
    }

    // From this commit on nothing is handed in: whoever submits requires the session as it was.
    private async ValueTask<bool> EndAsync(Deed deed, StoredSession stored, bool despiteMissing, CancellationToken cancellationToken)
    {
        TenantId tenant = deed.Actor.Tenant;
        if (!despiteMissing)
        {
            HashSet<EvaluationId> submitted = [];
            await foreach (Evaluation evaluation in _sessions.MadeAsync(tenant, stored.Session, interaction: null, cancellationToken).ConfigureAwait(false))
            {
                if (evaluation.Current is not null)
                {
                    submitted.Add(evaluation.Id);
                }
            }

            GuardMissing(CalibrationWorkflow.Missing(stored.Session, (item, person) => submitted.Contains(EvaluationOf(stored.Session, item, person).IdIn(tenant))));
        }

        var batch = DocumentBatch.For(tenant, DerivedIds.Command(deed.Command, "closing", deed.Id));
        return (await _documents.CommitAsync(
            CalibrationSessionFormat.StoreIn(batch, stored.Session with { ClosingAt = _deeds.Now }, stored.Document), cancellationToken).ConfigureAwait(false)).IsCommitted;
    }

    private static void GuardMissing(ImmutableArray<MissingEvaluator> missing)
    {
        var issues = new IssueList();
        foreach (MissingEvaluator one in missing)
        {
            issues.Error(IssueCodes.EvaluatorsMissing, $"/evaluators/{IssueList.Escape(one.Evaluator.Value)}", ("person", one.Evaluator), ("count", one.Count));
        }

        Guard(issues);
    }

    private async ValueTask RecordAsync(Actor actor, CalibrationSession session, CancellationToken cancellationToken)
    {
        EvaluationForm form = await _forms.GetAsync(actor.Tenant, session.Form, cancellationToken).ConfigureAwait(false);
        foreach (CalibrationItem item in session.Items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Attempts.RunAsync((Kind, session.Id.Value), async () =>
            {
                StoredSession stored = await LoadAsync(actor, session.Id, cancellationToken).ConfigureAwait(false);
                if (stored.Session.Status != CalibrationSessionStatus.Closing
                    || await _sessions.RoundAsync(actor.Tenant, session.Id, item.Interaction, cancellationToken).ConfigureAwait(false) is not null)
                {
                    return stored;
                }

                DocumentBatch batch = DocumentBatch.For(actor.Tenant, DerivedIds.Command(new(session.Id.Value), "round", item.Interaction.Value))
                    .Require(stored.Document.Key, stored.Document.Version)
                    .Create(SessionRoundFormat.KeyOf(session.Id, item.Interaction), SessionRoundFormat.Write(session.Id, await RoundAsync(actor.Tenant, session, item, form, cancellationToken).ConfigureAwait(false)));
                return (await _documents.CommitAsync(batch, cancellationToken).ConfigureAwait(false)).IsCommitted ? stored : null;
            }).ConfigureAwait(false);
        }
    }

    private async ValueTask<SessionRound> RoundAsync(TenantId tenant, CalibrationSession session, CalibrationItem item, EvaluationForm form, CancellationToken cancellationToken)
    {
        Dictionary<EvaluationId, PersonId> asked = session.AskedFor(item).ToDictionary(person => EvaluationOf(session, item, person).IdIn(tenant));
        var made = new Dictionary<PersonId, Evaluation>();
        await foreach (Evaluation evaluation in _sessions.MadeAsync(tenant, session, item.Interaction, cancellationToken).ConfigureAwait(false))
        {
            if (asked.TryGetValue(evaluation.Id, out PersonId person))
            {
                made[person] = evaluation;
            }
        }

        Dictionary<EvaluationId, Evaluation> benchmarks = await _sessions.BenchmarksAsync(tenant, [item], cancellationToken).ConfigureAwait(false);
        return SessionRound.Of(session, item, form, made, benchmarks.Values.FirstOrDefault());
    }

    private async ValueTask<CalibrationSession> RevealAsync(Deed deed, CalibrationSession session, CancellationToken cancellationToken)
    {
        StoredSession closed = await Attempts.RunAsync((Kind, deed.Id), async () =>
        {
            StoredSession stored = await LoadAsync(deed.Actor, session.Id, cancellationToken).ConfigureAwait(false);
            if (stored.Session.Status != CalibrationSessionStatus.Closing)
            {
                return stored;
            }

            var rounds = new Dictionary<InteractionId, SessionRound>();
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (InteractionId interaction in session.Items.Select(item => item.Interaction))
            {
                (SessionRound round, byte[] own) = (await _sessions.RoundAsync(deed.Actor.Tenant, session.Id, interaction, cancellationToken).ConfigureAwait(false))!.Value;
                rounds[interaction] = round;
                digest.AppendData(own);
            }

            CalibrationSession after = stored.Session with
            {
                ClosedAt = _deeds.Now,
                Missing = CalibrationWorkflow.Missing(stored.Session, (item, person) => rounds[item.Interaction].Has(person)),
            };
            ImmutableArray<AuditFact> facts =
            [
                Number("sheets", rounds.Values.Sum(round => round.Sheets.Length + (round.Expert is null ? 0 : 1))),
                Number("missing", after.Missing.Sum(one => one.Count)),
                new("digest", Convert.ToHexStringLower(digest.GetHashAndReset())),
            ];
            return await _deeds.CommitAsync(CalibrationSessionFormat.StoreIn(Deeds.Batch(deed), after, stored.Document), deed, facts, cancellationToken).ConfigureAwait(false)
                ? await LoadAsync(deed.Actor, session.Id, cancellationToken).ConfigureAwait(false)
                : null;
        }).ConfigureAwait(false);
        return closed.Session;
    }

    private async ValueTask WithdrawAsync(Actor actor, CalibrationSession session, CancellationToken cancellationToken)
    {
        EvaluationForm form = await _forms.GetAsync(actor.Tenant, session.Form, cancellationToken).ConfigureAwait(false);
        var waiting = new List<EvaluationId>();
        await foreach (Evaluation evaluation in _sessions.MadeAsync(actor.Tenant, session, interaction: null, cancellationToken).ConfigureAwait(false))
        {
            if (IsWaiting(evaluation))
            {
                waiting.Add(evaluation.Id);
            }
        }

        foreach (EvaluationId evaluation in waiting)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Attempts.RunAsync(("evaluation", evaluation.Value), async () =>
            {
                StoredEvaluation? stored = await _evaluations.FindAsync(actor.Tenant, evaluation, cancellationToken).ConfigureAwait(false);
                if (stored is null || !IsWaiting(stored.Evaluation))
                {
                    return form;
                }

                var command = new DeleteEvaluation { Id = DerivedIds.Command(new(session.Id.Value), "withdraw", evaluation.Value), Reason = Withdrawn };
                ActorAccess access = AccessRules.For(
                    new() { Roles = [Taker] }, actor with { Roles = [Taker.Key] }, stored.Evaluation.TargetFor(today: null, AttributeSet.Empty));
                EvaluationChange change = EvaluationWorkflow.Apply(stored.Evaluation, command, form, access, _deeds.Now).Value;
                return await _evaluations.CommitAsync(DocumentBatch.For(actor.Tenant, command.Id), stored, change, form, _deeds.Now, cancellationToken).ConfigureAwait(false) ? form : null;
            }).ConfigureAwait(false);
        }
    }

    private static bool IsWaiting(Evaluation evaluation) => evaluation is { Current: null, Tombstone: null };
}
