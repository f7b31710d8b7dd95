using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Services;

/// <summary>Deletes interactions whose time has come: by sweeps, and by hand. Nothing under a hold, and nothing without an audit entry that says who, when and by what.</summary>
/// <remarks>
/// Every change requires the hold register under which it was decided, so that of a hold and a deletion at the same moment one fails and looks again.
/// What the library keeps of an interaction goes last, after every <see cref="IRetentionTarget"/>: what was cut short is finished by the next sweep. Safe to share between threads.
/// </remarks>
public sealed class RetentionService
{
    private const string Kind = "interaction";

    private readonly IDocumentStore _documents;
    private readonly IKeepingTerms _terms;
    private readonly ImmutableArray<IRetentionTarget> _targets;
    private readonly IAccessPolicies _policies;
    private readonly Deeds _deeds;
    private readonly InteractionStore _interactions;

    /// <summary>A service over a store.</summary>
    /// <param name="documents">The store.</param>
    /// <param name="policies">Who may do what.</param>
    /// <param name="terms">How tenants keep interactions.</param>
    /// <param name="targets">What else keeps part of an interaction, such as its recordings.</param>
    /// <param name="auditKeys">What the audit is authenticated with.</param>
    /// <param name="time">The clock.</param>
    public RetentionService(IDocumentStore documents, IAccessPolicies policies, IKeepingTerms terms, IEnumerable<IRetentionTarget> targets, IAuditKeys auditKeys, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(auditKeys);
        ArgumentNullException.ThrowIfNull(time);
        _documents = documents;
        _terms = terms;
        _targets = [.. targets];
        _deeds = new(documents, auditKeys, time);
        _interactions = new(documents);
        _policies = policies;
    }

    /// <summary>Marks what is due, and deletes what was marked 72 hours ago and is due still. Run again with the same command, it goes on where it stopped.</summary>
    /// <param name="actor">Who sweeps.</param>
    /// <param name="isConfirmed">Whether a person confirmed that it may go on although it would pause.</param>
    /// <param name="command">Names the run; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work, between two interactions.</param>
    /// <exception cref="AccessDeniedException">The actor may not delete interactions.</exception>
    public async Task<SweepReport> SweepAsync(Actor actor, bool isConfirmed = false, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await DemandAsync(actor, cancellationToken).ConfigureAwait(false);
        KeepingTerms terms = await _terms.ForAsync(actor.Tenant, cancellationToken).ConfigureAwait(false);
        var run = new SweepRun(this, actor, command ?? CommandId.New(), terms, await HoldRegisterDocument.LoadAsync(_documents, actor.Tenant, cancellationToken).ConfigureAwait(false));
        return await run.GoAsync(isConfirmed, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Revokes that an interaction is due: it is marked anew by the next sweep, and waits 72 hours again. To keep it longer, place a hold or change the policy.</summary>
    public Task RevokeAsync(Actor actor, InteractionId interaction, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            new(actor, command ?? CommandId.New(), Kind, interaction.Value ?? "", KeepingFactCodes.Unmarked),
            (stored, _) => Task.FromResult<StoredInteraction?>(stored with { MarkedAt = null }),
            cancellationToken);

    /// <summary>Deletes an interaction by hand, due or not. A hold forbids it.</summary>
    /// <exception cref="ValidationFailedException">A hold is on it.</exception>
    public Task DeleteAsync(Actor actor, InteractionId interaction, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        var deed = new Deed(actor, command ?? CommandId.New(), Kind, interaction.Value ?? "", KeepingFactCodes.Deleted);
        return ChangeAsync(
            deed,
            async (stored, holds) =>
            {
                Interaction? whole = await _interactions.WholeAsync(stored, cancellationToken).ConfigureAwait(false);
                ImmutableArray<HoldId> on = holds.Register.On(InteractionStore.Held(stored, whole));
                return on.IsEmpty
                    ? await OfTargetsAsync(deed, stored, holds, cancellationToken).ConfigureAwait(false) ? Tombstone(stored) : null
                    : throw new ValidationFailedException(
                        [new() { Code = IssueCodes.InteractionHeld, Arguments = [new() { Name = "id", Value = deed.Id }, new() { Name = "hold", Value = on[0].Value }] }]);
            },
            cancellationToken);
    }

    private async Task ChangeAsync(
        Deed deed, Func<StoredInteraction, HoldRegisterDocument, Task<StoredInteraction?>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(deed.Actor, "actor");
        await Attempts.RunAsync((Kind, deed.Id), async () =>
        {
            await _policies.DemandAsync(deed.Actor, Permission.DeleteInteractions, directory: null, (Kind, deed.Id), cancellationToken).ConfigureAwait(false);
            KeepingTerms terms = await _terms.ForAsync(deed.Actor.Tenant, cancellationToken).ConfigureAwait(false);
            StoredInteraction stored = await _interactions.FindAsync(deed.Actor.Tenant, new(deed.Id), cancellationToken).ConfigureAwait(false)
                ?? throw new EntityNotFoundException(Kind, deed.Id);
            if (stored.DeletedAt is not null || await _deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is not null)
            {
                return deed;
            }

            HoldRegisterDocument holds = await HoldRegisterDocument.LoadAsync(_documents, deed.Actor.Tenant, cancellationToken).ConfigureAwait(false);
            StoredInteraction? next = await change(stored, holds).ConfigureAwait(false);
            return next is not null && await CommitAsync(deed, next, (holds, terms), [], cancellationToken).ConfigureAwait(false) ? deed : null;
        }).ConfigureAwait(false);
    }

    /// <summary>Has every target delete what it keeps; false when holds changed meanwhile.</summary>
    private async Task<bool> OfTargetsAsync(Deed deed, StoredInteraction stored, HoldRegisterDocument holds, CancellationToken cancellationToken)
    {
        foreach (IRetentionTarget target in _targets)
        {
            var order = new DeletionOrder
            {
                Command = DerivedIds.Command(deed.Command, target.Name, deed.Id),
                Tenant = deed.Actor.Tenant,
                Interaction = stored.Id,
                HoldRegister = holds.Requirement,
            };
            if (await target.DeleteAsync(order, cancellationToken).ConfigureAwait(false) == DeletionOutcome.HoldsChanged)
            {
                return false;
            }
        }

        return true;
    }

    private StoredInteraction Tombstone(StoredInteraction stored) =>
        new() { Id = stored.Id, Interaction = null, DeletedAt = _deeds.Now, Document = stored.Document };

    private async Task<bool> CommitAsync(
        Deed deed, StoredInteraction next, (HoldRegisterDocument Holds, KeepingTerms Terms) under, ImmutableArray<AuditFact> facts, CancellationToken cancellationToken)
    {
        Document? contents = await _interactions.ContentsAsync(deed.Actor.Tenant, next.Id, cancellationToken).ConfigureAwait(false);
        Interaction? whole = next.Interaction is { } interaction ? InteractionContents.Join(interaction, contents) : null;
        DocumentBatch batch = next.StoreIn(Deeds.Batch(deed), InteractionRetention.Customers(whole, under.Terms)).With(under.Holds.Requirement);
        if (whole is null)
        {
            batch = InteractionContents.StoreIn(batch, next.Id, personal: null, contents);
        }

        return await _deeds.CommitAsync(batch, deed, facts, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask DemandAsync(Actor actor, CancellationToken cancellationToken) => _policies.DemandAsync(actor, Permission.DeleteInteractions, directory: null, cancellationToken);

    /// <summary>One sweep of one tenant.</summary>
    private sealed class SweepRun(RetentionService service, Actor actor, CommandId command, KeepingTerms terms, HoldRegisterDocument holds)
    {
        private readonly Dictionary<InteractionId, (StoredInteraction Stored, RetentionDecision Decision)> _looked = [];
        private readonly ImmutableArray<InteractionId>.Builder _left = ImmutableArray.CreateBuilder<InteractionId>();

        public async Task<SweepReport> GoAsync(bool isConfirmed, CancellationToken cancellationToken)
        {
            SweepPlan plan = SweepPlan.Of(await ItemsAsync(cancellationToken).ConfigureAwait(false), await ConditionsAsync(isConfirmed, cancellationToken).ConfigureAwait(false));
            DateTimeOffset now = service._deeds.Now;
            return new()
            {
                Pause = plan.Pause,
                Ready = plan.Ready,
                Held = plan.Held,
                Unmarked = await EachAsync(plan.Unmark, KeepingFactCodes.Unmarked, (stored, _) => Task.FromResult<StoredInteraction?>(stored with { MarkedAt = null }), cancellationToken).ConfigureAwait(false),
                Marked = await EachAsync(plan.Mark, KeepingFactCodes.Marked, (stored, _) => Task.FromResult<StoredInteraction?>(stored with { MarkedAt = now }), cancellationToken).ConfigureAwait(false),
                Deleted = await EachAsync(plan.Delete, KeepingFactCodes.Deleted, DeletedAsync, cancellationToken).ConfigureAwait(false),
                Left = _left.ToImmutable(),
            };

            async Task<StoredInteraction?> DeletedAsync(StoredInteraction stored, Deed deed) =>
                await service.OfTargetsAsync(deed, stored, holds, cancellationToken).ConfigureAwait(false) ? service.Tombstone(stored) : null;
        }

        private async Task<ImmutableArray<InteractionId>> EachAsync(
            ImmutableArray<InteractionId> interactions, string code, Func<StoredInteraction, Deed, Task<StoredInteraction?>> change, CancellationToken cancellationToken)
        {
            var done = ImmutableArray.CreateBuilder<InteractionId>();
            foreach (InteractionId interaction in interactions)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var deed = new Deed(actor, DerivedIds.Command(command, code, interaction.Value), Kind, interaction.Value, code);
                (StoredInteraction stored, RetentionDecision decision) = _looked[interaction];
                StoredInteraction? next = await change(stored, deed).ConfigureAwait(false);
                ImmutableArray<AuditFact> facts = [new("resolver", decision.Resolver), .. decision.Determined.Where(AuditText.IsText).Take(1).Select(policy => new AuditFact("by", policy))];
                bool isDone = next is not null && await service.CommitAsync(deed, next, (holds, terms), facts, cancellationToken).ConfigureAwait(false);
                (isDone ? done : _left).Add(interaction);
            }

            return done.ToImmutable();
        }

        private async Task<List<SweepItem>> ItemsAsync(CancellationToken cancellationToken)
        {
            var items = new List<SweepItem>();
            var query = new DocumentQuery
            {
                Collection = Collections.Interactions,
                Index = InteractionIndexes.Due,
                Equal = [[IndexValue.Of(InteractionIndexes.RetentionWork)]],
                Range = new() { To = IndexValue.Of(service._deeds.Now.AddTicks(1)) },
                Take = StoreLimits.PageSize,
            };
            await foreach (StoredInteraction stored in service._interactions.QueryAsync(actor.Tenant, query, cancellationToken).ConfigureAwait(false))
            {
                Interaction? whole = await service._interactions.WholeAsync(stored, cancellationToken).ConfigureAwait(false);
                RetentionDecision decision = await WithWorkAsync(InteractionRetention.Decide(stored, holds.Register, terms, whole), (stored, whole), cancellationToken).ConfigureAwait(false);
                _looked[stored.Id] = (stored with { Due = decision.Due }, decision);
                items.Add(new() { Interaction = stored.Id, Decision = decision, MarkedAt = stored.MarkedAt });
            }

            return items;
        }

        // What is evaluated or disputed still is kept, but not without end.
        private async ValueTask<RetentionDecision> WithWorkAsync(RetentionDecision decision, (StoredInteraction Stored, Interaction? Whole) one, CancellationToken cancellationToken)
        {
            if (!(decision.Due <= service._deeds.Now))
            {
                return decision;
            }

            var query = new DocumentQuery { Collection = Collections.Evaluations, Index = EvaluationIndexes.ByInteraction, Equal = [[IndexValue.Of(one.Stored.Id.Value)]] };
            var work = ImmutableArray.CreateBuilder<OpenWork>();
            await foreach (Document document in service._documents.QueryAllAsync(actor.Tenant, query, cancellationToken).ConfigureAwait(false))
            {
                Evaluation evaluation = EvaluationFormat.Read(actor.Tenant, document);
                if (evaluation.StatusAt(service._deeds.Now) is EvaluationStatus.Pending or EvaluationStatus.InProgress or EvaluationStatus.Disputed)
                {
                    work.Add(new() { Name = $"evaluation {evaluation.Id}", Until = decision.Due.Value + terms.OpenWorkKeeps });
                }
            }

            return work.Count == 0 ? decision : InteractionRetention.Decide(one.Stored, holds.Register, terms, one.Whole, work.ToImmutable());
        }

        private async Task<SweepConditions> ConditionsAsync(bool isConfirmed, CancellationToken cancellationToken)
        {
            const int MostCounted = 1_000_000;
            var all = new DocumentQuery { Collection = Collections.Interactions, Index = InteractionIndexes.ByStart };
            return new()
            {
                Now = service._deeds.Now,
                Total = await service._documents.CountAsync(actor.Tenant, all, MostCounted, cancellationToken).ConfigureAwait(false),
                Limit = terms.SweepLimit,
                NewestSeal = await service._documents.ReadAsync(actor.Tenant, SealProgress.Key, cancellationToken).ConfigureAwait(false) is { } document
                    && SealProgress.Read(document) is { Number: > 0 } sealing ? sealing.Clock : null,
                SealPeriod = terms.SealPeriod,
                IsConfirmed = isConfirmed,
            };
        }
    }
}
