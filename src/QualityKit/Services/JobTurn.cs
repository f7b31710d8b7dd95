using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Interactions;
using QualityKit.Jobs;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>One turn of the bulk jobs of one tenant: starts what may start, and works on each running job by stretches, until nothing is left or the turn is used up.</summary>
internal sealed class JobTurn(JobTools tools, Lease lease)
{
    /// <summary>How many interactions of a job are written down, worked on and counted together.</summary>
    private const int StretchItems = 50;

    /// <summary>How many pages are looked through for interactions that a job is about before it is written down how far that got.</summary>
    private const int PagesLooked = 20;

    private readonly JobStore _jobs = new(tools.Store);
    private int _looked;

    private bool HasLeft => _looked < tools.Options.ItemsPerTurn && HasTime;

    private bool HasTime => lease.HasTimeFor(tools.Options.ItemTimeout);

    /// <summary>Has the turn.</summary>
    public async ValueTask<BulkJobsRun> RunAsync(CancellationToken cancellationToken)
    {
        bool hasWorked = true;
        while (hasWorked && HasLeft)
        {
            hasWorked = false;
            foreach (JobDocument job in await RunningAsync(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                hasWorked |= HasLeft && await WorkAsync(job, cancellationToken).ConfigureAwait(false);
            }
        }

        return new() { Tenants = 1, Interactions = _looked, HasMore = hasWorked };
    }

    // Only who has the lease starts jobs, so that there are never more than may run.
    private async ValueTask<List<JobDocument>> RunningAsync(CancellationToken cancellationToken)
    {
        ImmutableArray<JobDocument> open = await _jobs.OpenAsync(lease.Tenant, cancellationToken).ConfigureAwait(false);
        JobAction[] may = [.. await AllowedAsync([.. open.Select(one => one.Job.Action)], cancellationToken).ConfigureAwait(false)];
        JobDocument[] working = [.. open.Where(one => may.Contains(one.Job.Action))];
        List<JobDocument> running = [.. working.Where(one => one.Job.Status == JobStatus.Running)];
        int count = open.Count(one => one.Job.Status == JobStatus.Running);
        foreach (JobDocument waiting in working.Where(one => one.Job.Status == JobStatus.Ready && one.Job.At <= tools.Ambient.Now).OrderBy(one => one.Job.At))
        {
            JobChange started = JobWorkflow.Start(waiting.Job, count);
            if (started.IsDone
                && JobSchedule.WaitsFor(waiting.Job, open.Select(one => one.Job)) is null
                && await StoreAsync(waiting with { Job = started.Job }, JobFactCodes.Started, [], cancellationToken).ConfigureAwait(false) is { } stored)
            {
                running.Add(stored);
                count++;
            }
        }

        return running;
    }

    // A deletion does nothing while the clock may be wrong: it may not be time yet. Nothing is deleted or moved in a store that went back.
    private async ValueTask<IEnumerable<JobAction>> AllowedAsync(HashSet<JobAction> asked, CancellationToken cancellationToken)
    {
        if (asked.IsSubsetOf([JobAction.Export]))
        {
            return asked;
        }

        return (await tools.Guard.LookAsync(lease.Tenant, cancellationToken).ConfigureAwait(false)).IsRestored ? [JobAction.Export]
            : asked.Contains(JobAction.Delete) && await IsClockOffAsync(cancellationToken).ConfigureAwait(false) ? asked.Except([JobAction.Delete])
            : asked;
    }

    private async ValueTask<bool> IsClockOffAsync(CancellationToken cancellationToken)
    {
        KeepingTerms terms = await tools.Terms.ForAsync(lease.Tenant, cancellationToken).ConfigureAwait(false);
        DateTimeOffset? newest = await SealProgress.NewestAsync(tools.Store, lease.Tenant, cancellationToken).ConfigureAwait(false);
        return new SweepConditions { Now = tools.Ambient.Now, Total = 0, NewestSeal = newest, SealPeriod = terms.SealPeriod }.IsClockOff;
    }

    // False: somebody changed the job meanwhile.
    private async ValueTask<bool> WorkAsync(JobDocument job, CancellationToken cancellationToken)
    {
        Actor owner = await tools.People.ActorAsync(lease.Tenant, job.Job.Owner, cancellationToken).ConfigureAwait(false);
        AccessPolicy policy = await tools.Policies.ForAsync(lease.Tenant, cancellationToken).ConfigureAwait(false);
        AccessDecision decision = policy.Before(owner).Decide(JobTools.PermissionFor(job.Job.Action));
        if (!decision.IsAllowed)
        {
            await tools.Policies.DeniedAsync(owner, (JobService.Kind, job.Job.Id.Value), decision, cancellationToken).ConfigureAwait(false);
            BulkJob failed = JobWorkflow.Fail(job.Job, "access.denied").Job;
            return await StoreAsync(job with { Job = failed }, JobFactCodes.Failed, [new("code", failed.FailureCode!)], cancellationToken).ConfigureAwait(false) is not null;
        }

        JobDocument? begun = job.Stretch is null
            ? await StoreAsync(job with { Stretch = await NextAsync(job.Job, cancellationToken).ConfigureAwait(false) }, code: null, [], cancellationToken).ConfigureAwait(false)
            : job;
        return begun is not null && await EachAsync(begun, begun.Stretch!, owner, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> EachAsync(JobDocument job, JobStretch stretch, Actor owner, CancellationToken cancellationToken)
    {
        var items = new JobItems(tools, owner, job.Job);
        JobCounts counts = JobCounts.Zero;
        foreach (InteractionId interaction in stretch.Interactions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!HasTime)
            {
                return true;
            }

            if (await IsOtherAsync(job, cancellationToken).ConfigureAwait(false))
            {
                return await SettleAsync(job, counts, cancellationToken).ConfigureAwait(false);
            }

            counts = counts.Plus(await items.RunAsync(interaction, cancellationToken).ConfigureAwait(false));
            _looked++;
        }

        BulkJob advanced = JobWorkflow.Advance(job.Job, new() { From = job.Job.Cursor, Next = stretch.Next, Counts = counts }).Job;
        string? code = advanced.Status == JobStatus.Finished ? JobFactCodes.Finished : null;
        return await StoreAsync(job with { Job = advanced, Stretch = null }, code, JobService.CountsOf(advanced), cancellationToken).ConfigureAwait(false) is not null
            || await SettleAsync(job, counts, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> IsOtherAsync(JobDocument job, CancellationToken cancellationToken) =>
        (await tools.Store.ReadAsync(lease.Tenant, JobDocument.KeyOf(job.Job.Id), cancellationToken).ConfigureAwait(false))?.Version != job.Document!.Version;

    // A job that was paused begins its stretch again when it goes on, and then counts what was done of it. One that was cancelled does not.
    private async ValueTask<bool> SettleAsync(JobDocument job, JobCounts counts, CancellationToken cancellationToken)
    {
        if (await _jobs.FindAsync(lease.Tenant, job.Job.Id, cancellationToken).ConfigureAwait(false) is { Stretch: not null } now
            && JobWorkflow.Settle(now.Job, counts) is { IsDone: true } settled)
        {
            await StoreAsync(now with { Job = settled.Job, Stretch = null }, code: null, [], cancellationToken).ConfigureAwait(false);
        }

        return false;
    }

    private async ValueTask<JobStretch> NextAsync(BulkJob job, CancellationToken cancellationToken)
    {
        var interactions = ImmutableArray.CreateBuilder<InteractionId>();
        PageEnd? end = PageToken.Read(job.Cursor, nameof(job)).End;
        for (int pages = 0; pages < PagesLooked && interactions.Count < StretchItems; pages++)
        {
            var query = new DocumentQuery { Collection = Collections.Interactions, Index = InteractionIndexes.ByStart, Take = StretchItems, After = end };
            DocumentPage page = await tools.Store.QueryAsync(lease.Tenant, query, cancellationToken).ConfigureAwait(false);
            foreach (Document document in page.Documents)
            {
                if (await IsCoveredAsync(job, document, cancellationToken).ConfigureAwait(false))
                {
                    interactions.Add(new(document.Key.Id));
                }
            }

            end = page.End;
            if (end is null)
            {
                return new(interactions.ToImmutable(), Next: null);
            }
        }

        return new(interactions.ToImmutable(), PageToken.Write(0, end));
    }

    // One that cannot be read is worked on, and then counts as failed.
    private async ValueTask<bool> IsCoveredAsync(BulkJob job, Document document, CancellationToken cancellationToken)
    {
        if (job.Query is null)
        {
            return true;
        }

        try
        {
            var store = new InteractionStore(tools.Store);
            StoredInteraction stored = StoredInteraction.Read(lease.Tenant, document);
            return JobItems.IsCovered(job, stored, await store.WholeAsync(stored, cancellationToken).ConfigureAwait(false));
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    private async ValueTask<JobDocument?> StoreAsync(JobDocument job, string? code, ImmutableArray<AuditFact> facts, CancellationToken cancellationToken)
    {
        var deed = new Deed(new() { Tenant = lease.Tenant, Id = job.Job.Owner }, tools.Commands.Next(), JobService.Kind, job.Job.Id.Value, code ?? "");
        DocumentBatch batch = job.StoreIn(Deeds.Batch(deed)).Require(lease.Key, lease.Version);
        bool isStored = code is null
            ? (await tools.Store.CommitAsync(batch, cancellationToken).ConfigureAwait(false)).IsCommitted
            : await tools.Deeds.CommitAsync(batch, deed, facts, cancellationToken).ConfigureAwait(false);
        return isStored ? await _jobs.FindAsync(lease.Tenant, job.Job.Id, cancellationToken).ConfigureAwait(false) : null;
    }
}
