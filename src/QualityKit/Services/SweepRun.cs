using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using QualityKit.Auditing;
using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;

namespace QualityKit.Services;

/// <summary>One sweep of one tenant. It asks for the time once, so that a clock that jumps meanwhile changes nothing.</summary>
internal sealed class SweepRun(IDocumentStore documents, InteractionKeeping keeping, DateTimeOffset now, (Actor Actor, CommandId Command) run, InteractionGrounds grounds)
{
    private const int MostCounted = 1_000_000;

    private readonly InteractionStore _interactions = new(documents);
    private readonly Dictionary<InteractionId, Looked> _looked = [];
    private readonly ImmutableArray<InteractionId>.Builder _left = ImmutableArray.CreateBuilder<InteractionId>();

    private ExceptionDispatchInfo? _failure;
    private Func<bool> _mayGoOn = () => true;
    private bool _hasMore;

    private TenantId Tenant => run.Actor.Tenant;

    /// <summary>Sweeps.</summary>
    /// <param name="isConfirmed">Whether a person confirmed that it may go on although it would pause.</param>
    /// <param name="mayGoOn">Asked before each interaction.</param>
    /// <param name="cancellationToken">Stops the work, between two interactions.</param>
    public async Task<SweepReport> GoAsync(bool isConfirmed, Func<bool> mayGoOn, CancellationToken cancellationToken)
    {
        _mayGoOn = mayGoOn;
        SweepState? last = await SweepState.LoadAsync(documents, Tenant, cancellationToken).ConfigureAwait(false);
        SweepPlan plan = SweepPlan.Of(
            await ItemsAsync(cancellationToken).ConfigureAwait(false), await ConditionsAsync(isConfirmed, last, cancellationToken).ConfigureAwait(false));
        SweepReport report = await CarryOutAsync(plan, cancellationToken).ConfigureAwait(false);
        await NoteAsync(last, report, cancellationToken).ConfigureAwait(false);
        _failure?.Throw();
        return report;
    }

    private async Task<SweepReport> CarryOutAsync(SweepPlan plan, CancellationToken cancellationToken)
    {
        var report = new SweepReport
        {
            Pause = plan.Pause,
            Ready = plan.Ready,
            Held = plan.Held,
            Unmarked = await EachAsync(plan.Unmark, KeepingFactCodes.Unmarked, Marking(at: null), cancellationToken).ConfigureAwait(false),
            Marked = await EachAsync(plan.Mark, KeepingFactCodes.Marked, Marking(now), cancellationToken).ConfigureAwait(false),
            Deleted = await EachAsync(plan.Delete, KeepingFactCodes.Deleted, DeleteAsync, cancellationToken).ConfigureAwait(false),
            Left = _left.ToImmutable(),
        };
        return report with { HasMore = _hasMore };

        Func<Deed, Looked, ImmutableArray<AuditFact>, Task<bool>> Marking(DateTimeOffset? at) =>
            (deed, looked, facts) => keeping.ChangeAsync(deed, looked.Stored with { MarkedAt = at }, grounds, facts, cancellationToken);

        Task<bool> DeleteAsync(Deed deed, Looked looked, ImmutableArray<AuditFact> facts) =>
            keeping.DeleteAsync(deed, looked.Stored, grounds, looked.Work, facts, cancellationToken);
    }

    private async Task<ImmutableArray<InteractionId>> EachAsync(
        ImmutableArray<InteractionId> interactions, string code, Func<Deed, Looked, ImmutableArray<AuditFact>, Task<bool>> change, CancellationToken cancellationToken)
    {
        var done = ImmutableArray.CreateBuilder<InteractionId>();
        foreach (InteractionId interaction in interactions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _hasMore |= !_mayGoOn();
            if (_hasMore)
            {
                break;
            }

            var deed = new Deed(run.Actor, DerivedIds.Command(run.Command, code, interaction.Value), InteractionRetention.Kind, interaction.Value, code);
            Looked looked = _looked[interaction];
            ImmutableArray<AuditFact> facts =
                [new("resolver", looked.Decision.Resolver), .. looked.Decision.Determined.Where(AuditText.IsText).Take(1).Select(policy => new AuditFact("by", policy))];
            (await TryAsync(() => change(deed, looked, facts), cancellationToken).ConfigureAwait(false) ? done : _left).Add(interaction);
        }

        return done.ToImmutable();
    }

    // What fails with one interaction, such as a recording whose description was tampered with, keeps none of the others; it is said when all were tried.
    private async Task<bool> TryAsync(Func<Task<bool>> change, CancellationToken cancellationToken)
    {
        try
        {
            return await change().ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is not (StorageUnavailableException or RestoreDetectedException) && !cancellationToken.IsCancellationRequested)
        {
            _failure ??= ExceptionDispatchInfo.Capture(problem);
            return false;
        }
    }

    private async Task<List<SweepItem>> ItemsAsync(CancellationToken cancellationToken)
    {
        var items = new List<SweepItem>();
        var query = new DocumentQuery
        {
            Collection = Collections.Interactions,
            Index = InteractionIndexes.Due,
            Equal = [[IndexValue.Of(InteractionIndexes.RetentionWork)]],
            Range = new() { To = IndexValue.Of(now.AddMicroseconds(1)) },
            Take = StoreLimits.PageSize,
        };
        await foreach (StoredInteraction stored in _interactions.QueryAsync(Tenant, query, cancellationToken).ConfigureAwait(false))
        {
            Looked looked = await LookAsync(stored, cancellationToken).ConfigureAwait(false);
            _looked[stored.Id] = looked;
            items.Add(new() { Interaction = stored.Id, Decision = looked.Decision, MarkedAt = stored.MarkedAt });
        }

        return items;
    }

    // What is evaluated or disputed still is kept, but not without end. What counts the work is read before the work is, so that none is opened in between unseen.
    private async ValueTask<Looked> LookAsync(StoredInteraction stored, CancellationToken cancellationToken)
    {
        Interaction? whole = await _interactions.WholeAsync(stored, cancellationToken).ConfigureAwait(false);
        RetentionDecision decision = InteractionRetention.Decide(stored, grounds.Holds.Register, grounds.Terms, whole);
        if (!(decision.Due <= now))
        {
            return new(stored with { Due = decision.Due }, decision, Work: null);
        }

        InteractionWork counted = await InteractionWork.LoadAsync(documents, Tenant, stored.Id, cancellationToken).ConfigureAwait(false);
        ImmutableArray<OpenWork> work = await keeping.OpenWorkAsync(Tenant, stored.Id, decision.Due.Value + grounds.Terms.OpenWorkKeeps, cancellationToken).ConfigureAwait(false);
        decision = work.IsEmpty ? decision : InteractionRetention.Decide(stored, grounds.Holds.Register, grounds.Terms, whole, work);
        return new(stored with { Due = decision.Due }, decision, counted);
    }

    private async Task<SweepConditions> ConditionsAsync(bool isConfirmed, SweepState? last, CancellationToken cancellationToken)
    {
        var all = new DocumentQuery { Collection = Collections.Interactions, Index = InteractionIndexes.ByStart };
        return new()
        {
            Now = now,
            Total = await documents.CountAsync(Tenant, all, MostCounted, cancellationToken).ConfigureAwait(false),
            Limit = grounds.Terms.SweepLimit,
            NewestSeal = await SealProgress.NewestAsync(documents, Tenant, cancellationToken).ConfigureAwait(false),
            NewestKnown = await NewestKnownAsync(last, cancellationToken).ConfigureAwait(false),
            SealPeriod = grounds.Terms.SealPeriod,
            IsConfirmed = isConfirmed,
        };
    }

    // What a clock can be held against where nothing was ever sealed. An interaction that begins later than now says nothing of the clock.
    private async ValueTask<DateTimeOffset?> NewestKnownAsync(SweepState? last, CancellationToken cancellationToken)
    {
        var begun = new DocumentQuery
        {
            Collection = Collections.Interactions,
            Index = InteractionIndexes.ByStart,
            Range = new() { To = IndexValue.Of(now.AddMicroseconds(1)) },
            IsDescending = true,
            Take = 1,
        };
        var written = new DocumentQuery
        {
            Collection = Collections.AuditHeads,
            Index = JournalIndexes.Unsealed,
            Equal = [[IndexValue.Of(JournalIndexes.SealWork)]],
            IsDescending = true,
            Take = 1,
        };
        DocumentPage interactions = await documents.QueryAsync(Tenant, begun, cancellationToken).ConfigureAwait(false);
        DocumentPage heads = await documents.QueryAsync(Tenant, written, cancellationToken).ConfigureAwait(false);
        return new[]
        {
            last?.Clock,
            interactions.Documents.Select(document => StoredInteraction.Read(Tenant, document).Interaction?.StartedAt).FirstOrDefault(),
            heads.Documents.Select(document => AuditHeadDocument.Read(Tenant, document).UnsealedSince).FirstOrDefault(),
        }.Max();
    }

    // Another sweep may have noted something meanwhile; then that stays.
    private async Task NoteAsync(SweepState? last, SweepReport report, CancellationToken cancellationToken)
    {
        var state = new SweepState
        {
            RanAt = now,
            Clock = report.Pause == SweepPause.ClockOff ? last?.Clock : now,
            Pause = report.Pause,
            HasMore = report.HasMore,
            Document = last?.Document,
        };
        DocumentBatch batch = DocumentBatch.For(Tenant, DerivedIds.Command(run.Command, "sweep", "state"));
        await documents.CommitAsync(state.StoreIn(batch), cancellationToken).ConfigureAwait(false);
    }

    private sealed record Looked(StoredInteraction Stored, RetentionDecision Decision, InteractionWork? Work);
}
