using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Canonical;
using QualityKit.Evaluations;
using QualityKit.Jobs;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Validation;

namespace QualityKit.Services;

/// <summary>Bulk jobs, stored: archive, delete or export many interactions, now or later, with counts; they go on where they were stopped. Any number of nodes may run them.</summary>
/// <remarks>
/// <para>People plan, pause, resume and cancel jobs; runs in the background carry them out (<see cref="RunOnceAsync"/>), with the rights that the owner
/// has by then. At most two jobs of a tenant run at once, and tenants take turns.</para>
/// <para>Methods do what was asked, or throw and have changed nothing: <see cref="ValidationFailedException"/> with every issue,
/// <see cref="AccessDeniedException"/>, <see cref="EntityNotFoundException"/>, <see cref="ConcurrencyConflictException"/>. Safe to share between threads.</para>
/// </remarks>
public sealed class JobService : IQualityJob
{
    internal const string Kind = "job";
    private const string Listed = "jobs";

    private readonly JobTools _tools;
    private readonly JobStore _jobs;
    private readonly TenantTurns _turns;

    internal JobService(JobTools tools, IStoreMaintenance maintenance) => (_tools, _jobs, _turns) = (tools, new(tools.Store), new(maintenance, JobIndexes.JobWork));

    /// <summary><c>bulk-jobs</c>.</summary>
    public string Name => "bulk-jobs";

    /// <summary><see cref="BulkJobOptions.Period"/>.</summary>
    public TimeSpan Period => _tools.Options.Period;

    /// <summary>Plans a job. A deletion pulls exports forward that were planned for later, and starts when they are over; an export that would come after a planned deletion starts with it.</summary>
    /// <param name="actor">Who plans it, and whose rights it runs with: a person whom <see cref="IPeopleDirectory"/> knows.</param>
    /// <param name="job">What it does.</param>
    /// <param name="command">Names the attempt; null for a new one.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Its id, which derives from the command.</returns>
    /// <exception cref="ValidationFailedException">The query is wrong, nothing of the host takes part in the action, or too many jobs wait.</exception>
    public async Task<JobId> PlanAsync(Actor actor, NewJob job, CommandId? command = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(job);
        CommandId own = command ?? CommandId.New();
        var id = new JobId(DerivedIds.Job(actor.Tenant, own));
        var deed = new Deed(actor, own, Kind, id.Value, JobFactCodes.Planned);
        await Attempts.RunAsync((Kind, id.Value), () => PlanAsync(deed, job, cancellationToken)).ConfigureAwait(false);
        return id;
    }

    /// <summary>Stops a job until it is resumed; what it works on at that moment is finished. One that is paused is paused.</summary>
    /// <exception cref="ValidationFailedException">The job is over.</exception>
    public Task<BulkJob> PauseAsync(Actor actor, JobId job, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(DeedOn(actor, job, command, JobFactCodes.Paused), JobWorkflow.Pause, cancellationToken);

    /// <summary>Lets a paused job wait for its turn again, from where it was.</summary>
    /// <exception cref="ValidationFailedException">The job is over.</exception>
    public Task<BulkJob> ResumeAsync(Actor actor, JobId job, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(DeedOn(actor, job, command, JobFactCodes.Resumed), JobWorkflow.Resume, cancellationToken);

    /// <summary>Stops a job for good; what it did stays done.</summary>
    /// <exception cref="ValidationFailedException">The job is over, and was not cancelled.</exception>
    public Task<BulkJob> CancelAsync(Actor actor, JobId job, CommandId? command = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(DeedOn(actor, job, command, JobFactCodes.Cancelled), JobWorkflow.Cancel, cancellationToken);

    /// <summary>A job, with its counts.</summary>
    public async Task<BulkJob> GetAsync(Actor actor, JobId job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        BulkJob found = (await FindAsync(actor.Tenant, job, cancellationToken).ConfigureAwait(false)).Job;
        await DemandAsync(actor, found.Action, job.Value, cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <summary>The jobs whose action the actor has the right to: first those that are not over, in the order in which they were planned, then those that are, the newest first.</summary>
    public IAsyncEnumerable<BulkJob> ListAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return ListedAsync(actor, cancellationToken);
    }

    /// <summary>Gives every tenant whose jobs have something to do one turn. While a run is under way on this node, another does nothing.</summary>
    /// <param name="cancellationToken">Stops the work, between two interactions.</param>
    /// <exception cref="Storage.Errors.StorageUnavailableException">Storage could not say who has something to do.</exception>
    public ValueTask<BulkJobsRun> RunOnceAsync(CancellationToken cancellationToken) =>
        _turns.RunAsync(_tools.Ambient.Now, _tools.Options.TenantsAtOnce, HasDueAsync, TurnAsync, static (all, turn) => all.With(turn), cancellationToken);

    async ValueTask<bool> IQualityJob.RunOnceAsync(CancellationToken cancellationToken) => (await RunOnceAsync(cancellationToken).ConfigureAwait(false)).HasMore;

    private async Task<Deed?> PlanAsync(Deed deed, NewJob given, CancellationToken cancellationToken)
    {
        TenantId tenant = deed.Actor.Tenant;
        await DemandAsync(deed.Actor, given.Action, deed.Id, cancellationToken).ConfigureAwait(false);
        NewJob valid = given.Check((await _tools.Terms.ForAsync(tenant, cancellationToken).ConfigureAwait(false)).Attributes).Value;
        if (valid.Action != JobAction.Delete && !_tools.Targets.Any(target => target.Does(valid.Action)))
        {
            throw Refusal.Of(IssueCodes.JobNobodyDoes, "/action", ("action", valid.Action.ToString()));
        }

        JobRegister register = await JobRegister.LoadAsync(_tools.Store, tenant, cancellationToken).ConfigureAwait(false);
        ImmutableArray<JobDocument> open = await _jobs.OpenAsync(tenant, cancellationToken).ConfigureAwait(false);
        if (await _tools.Deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is not null)
        {
            return deed;
        }

        if (open.Length >= JobSchedule.MostOpen)
        {
            throw Refusal.Of(IssueCodes.JobTooManyOpen, "", ("most", JobSchedule.MostOpen));
        }

        var job = new BulkJob { Id = new(deed.Id), Action = valid.Action, Query = valid.Query, Owner = deed.Actor.Id, PlannedAt = _tools.Ambient.Now, StartAt = valid.StartAt };
        return await CommitAsync(deed, JobSchedule.Plan(job, open.Select(one => one.Job)), (register, open), cancellationToken).ConfigureAwait(false) ? deed : null;
    }

    private ValueTask<bool> CommitAsync(Deed deed, JobPlan plan, (JobRegister Register, ImmutableArray<JobDocument> Open) read, CancellationToken cancellationToken)
    {
        DocumentBatch batch = new JobDocument { Job = plan.Job }.StoreIn(read.Register.CountIn(Deeds.Batch(deed)));
        var also = ImmutableArray.CreateBuilder<Deed>();
        foreach (BulkJob export in plan.PulledForward)
        {
            batch = (read.Open.First(one => one.Job.Id == export.Id) with { Job = export }).StoreIn(batch);
            also.Add(deed with { Id = export.Id.Value, Code = JobFactCodes.PulledForward });
        }

        ImmutableArray<AuditFact> start = [new("start", InstantText.Write(plan.Job.At))];
        return _tools.Deeds.CommitAsync(batch, (deed, [new("action", plan.Job.Action.ToString()), .. start]), [.. also.Select(one => (one, start))], cancellationToken);
    }

    private async Task<BulkJob> ChangeAsync(Deed deed, Func<BulkJob, JobChange> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(deed.Actor, "actor");
        return await Attempts.RunAsync((Kind, deed.Id), async () =>
        {
            JobDocument stored = await FindAsync(deed.Actor.Tenant, new(deed.Id), cancellationToken).ConfigureAwait(false);
            await DemandAsync(deed.Actor, stored.Job.Action, deed.Id, cancellationToken).ConfigureAwait(false);
            if (await _tools.Deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is not null)
            {
                return (await FindAsync(deed.Actor.Tenant, new(deed.Id), cancellationToken).ConfigureAwait(false)).Job;
            }

            JobChange changed = change(stored.Job);
            if (!changed.IsDone)
            {
                throw Refusal.Of(IssueCodes.JobOver, "", ("id", deed.Id), ("status", stored.Job.Status.ToString()));
            }

            return changed.Job == stored.Job
                || await _tools.Deeds.CommitAsync((stored with { Job = changed.Job }).StoreIn(Deeds.Batch(deed)), deed, CountsOf(stored.Job), cancellationToken).ConfigureAwait(false)
                    ? changed.Job
                    : null;
        }).ConfigureAwait(false);
    }

    /// <summary>What the audit says of how far a job got.</summary>
    internal static ImmutableArray<AuditFact> CountsOf(BulkJob job) =>
    [
        new("processed", job.Counts.Processed.ToString(CultureInfo.InvariantCulture)),
        new("failed", job.Counts.Failed.ToString(CultureInfo.InvariantCulture)),
        new("skipped", job.Counts.Skipped.ToString(CultureInfo.InvariantCulture)),
    ];

    private async IAsyncEnumerable<BulkJob> ListedAsync(Actor actor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ActorAccess access = (await _tools.Policies.ForAsync(actor.Tenant, cancellationToken).ConfigureAwait(false)).Before(actor);
        JobAction[] actions = [.. Enum.GetValues<JobAction>().Where(action => access.Decide(JobTools.PermissionFor(action)).IsAllowed)];
        if (actions.Length == 0)
        {
            await _tools.Policies.DemandAsync(actor, JobTools.PermissionFor(JobAction.Export), directory: null, ("list", Listed), cancellationToken).ConfigureAwait(false);
        }

        IAsyncEnumerable<BulkJob> jobs = OfAsync(actor.Tenant, actions, cancellationToken);
        await foreach (BulkJob job in _tools.Policies.ListedAsync(actor, (Listed, JobTools.PermissionFor(actions[0])), jobs, cancellationToken).ConfigureAwait(false))
        {
            yield return job;
        }
    }

    private async IAsyncEnumerable<BulkJob> OfAsync(TenantId tenant, JobAction[] actions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (string state in new[] { JobIndexes.Open, JobIndexes.Over })
        {
            await foreach (JobDocument job in _jobs.ListAsync(tenant, state, isDescending: state == JobIndexes.Over, cancellationToken).ConfigureAwait(false))
            {
                if (actions.Contains(job.Job.Action))
                {
                    yield return job.Job;
                }
            }
        }
    }

    private async ValueTask<BulkJobsRun> TurnAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        try
        {
            return await _tools.Leases.TakeAsync(tenant, cancellationToken).ConfigureAwait(false) is { } lease
                ? await new JobTurn(_tools, lease).RunAsync(cancellationToken).ConfigureAwait(false)
                : new BulkJobsRun();
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            // One tenant whose documents cannot be read or written waits; the others have their turn.
            _tools.Ambient.Log.JobTurnFailed(tenant.Value, problem);
            return new BulkJobsRun { TenantsFailed = 1 };
        }
    }

    private async ValueTask<bool> HasDueAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var due = new DocumentQuery
        {
            Collection = Collections.Jobs,
            Index = JobIndexes.Due,
            Equal = [[IndexValue.Of(JobIndexes.JobWork)]],
            Range = new() { To = IndexValue.Of(_tools.Ambient.Now.AddMicroseconds(1)) },
        };
        return await _tools.Store.CountAsync(tenant, due, 1, cancellationToken).ConfigureAwait(false) > 0;
    }

    private async ValueTask<JobDocument> FindAsync(TenantId tenant, JobId job, CancellationToken cancellationToken) =>
        await _jobs.FindAsync(tenant, job, cancellationToken).ConfigureAwait(false) ?? throw new EntityNotFoundException(Kind, job.Value ?? "");

    private ValueTask DemandAsync(Actor actor, JobAction action, string job, CancellationToken cancellationToken) =>
        _tools.Policies.DemandAsync(actor, JobTools.PermissionFor(action), directory: null, (Kind, job), cancellationToken);

    private static Deed DeedOn(Actor actor, JobId job, CommandId? command, string code) => new(actor, command ?? CommandId.New(), Kind, job.Value ?? "", code);
}
