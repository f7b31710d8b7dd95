using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Auditing;
using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.Jobs;
using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;

namespace QualityKit.Services;

/// <summary>Does to one interaction after another what a bulk job is for, each in a commit of its own under a command that derives from the job: what was done before, by whoever, counts as done and is not done again.</summary>
internal sealed class JobItems(JobTools tools, Actor owner, BulkJob job)
{
    private static readonly JobCounts Processed = new() { Processed = 1 };
    private static readonly JobCounts Failed = new() { Failed = 1 };
    private static readonly JobCounts Skipped = new() { Skipped = 1 };

    private readonly InteractionStore _interactions = new(tools.Store);

    private string Code => job.Action switch
    {
        JobAction.Archive => KeepingFactCodes.Archived,
        JobAction.Delete => KeepingFactCodes.Deleted,
        _ => KeepingFactCodes.Exported,
    };

    /// <summary>Whether a job is about an interaction.</summary>
    public static bool IsCovered(BulkJob job, StoredInteraction stored, Interaction? whole) =>
        job.Query?.Holds(InteractionStore.Held(stored, whole).Attributes, actor: default) ?? true;

    /// <summary>Does it to one.</summary>
    /// <returns>What became of it, as a count of one.</returns>
    public async ValueTask<JobCounts> RunAsync(InteractionId interaction, CancellationToken cancellationToken)
    {
        var deed = new Deed(owner, DerivedIds.Command(new CommandId(job.Id.Value), Code, interaction.Value), InteractionRetention.Kind, interaction.Value, Code);
        using var late = new CancellationTokenSource(tools.Options.ItemTimeout, tools.Ambient.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await Attempts.RunAsync((InteractionRetention.Kind, interaction.Value), () => TryAsync(deed, both.Token)).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is not (StorageUnavailableException or RestoreDetectedException) && !cancellationToken.IsCancellationRequested)
        {
            tools.Ambient.Log.JobItemFailed(owner.Tenant.Value, job.Id.Value, interaction.Value, problem);
            return await tools.Deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is null ? Failed : Processed;
        }
    }

    private async Task<JobCounts?> TryAsync(Deed deed, CancellationToken cancellationToken)
    {
        if (await tools.Deeds.DoneAsync(deed, cancellationToken).ConfigureAwait(false) is not null)
        {
            await tools.Keeping.TellAsync(deed, cancellationToken).ConfigureAwait(false);
            return Processed;
        }

        StoredInteraction? stored = await _interactions.FindAsync(owner.Tenant, new(deed.Id), cancellationToken).ConfigureAwait(false);
        Interaction? whole = stored is null ? null : await _interactions.WholeAsync(stored, cancellationToken).ConfigureAwait(false);
        if (whole is null || whole.EndedAt is null || !IsCovered(job, stored!, whole))
        {
            return Skipped;
        }

        await DemandAsync(whole, cancellationToken).ConfigureAwait(false);
        InteractionGrounds grounds = await tools.Keeping.GroundsAsync(owner.Tenant, cancellationToken).ConfigureAwait(false);
        if (job.Action != JobAction.Export && grounds.Restore.IsRestored)
        {
            throw new RestoreDetectedException(owner.Tenant.Value);
        }

        bool isHeld = !grounds.Holds.Register.On(InteractionStore.Held(stored!, whole)).IsEmpty;
        return job.Action switch
        {
            JobAction.Export => await ExportAsync(deed, (stored!, whole), grounds, cancellationToken).ConfigureAwait(false),
            _ when isHeld => Skipped,
            JobAction.Archive => await ArchiveAsync(deed, (stored!, whole), grounds, cancellationToken).ConfigureAwait(false),
            _ => await DeleteAsync(deed, stored!, grounds, cancellationToken).ConfigureAwait(false),
        };
    }

    private ImmutableArray<AuditFact> Facts => [new("job", job.Id.Value)];

    // What a policy erred about is kept, by whoever it would be deleted (rule R10); so is what somebody works on.
    private async Task<JobCounts?> DeleteAsync(Deed deed, StoredInteraction stored, InteractionGrounds grounds, CancellationToken cancellationToken)
    {
        InteractionWork counted = await InteractionWork.LoadAsync(tools.Store, owner.Tenant, stored.Id, cancellationToken).ConfigureAwait(false);
        if (stored.Claims.Any(claim => claim.Error is not null)
            || !(await tools.Keeping.OpenWorkAsync(owner.Tenant, stored.Id, DateTimeOffset.MaxValue, cancellationToken).ConfigureAwait(false)).IsEmpty)
        {
            return Skipped;
        }

        return await tools.Keeping.DeleteAsync(deed, stored, grounds, counted, Facts, cancellationToken).ConfigureAwait(false) ? Processed : null;
    }

    private async Task<JobCounts?> ArchiveAsync(Deed deed, (StoredInteraction Stored, Interaction Whole) one, InteractionGrounds grounds, CancellationToken cancellationToken)
    {
        if (one.Stored.ArchivedAt is not null)
        {
            return Skipped;
        }

        return await OfTargetsAsync(deed, one, grounds, cancellationToken).ConfigureAwait(false) switch
        {
            JobOutcome.NothingThere => Skipped,
            JobOutcome.Done when await tools.Keeping.ChangeAsync(deed, one.Stored with { ArchivedAt = tools.Ambient.Now }, grounds, Facts, cancellationToken).ConfigureAwait(false) => Processed,
            _ => null,
        };
    }

    private async Task<JobCounts?> ExportAsync(Deed deed, (StoredInteraction Stored, Interaction Whole) one, InteractionGrounds grounds, CancellationToken cancellationToken) =>
        await OfTargetsAsync(deed, one, grounds, cancellationToken).ConfigureAwait(false) switch
        {
            JobOutcome.NothingThere => Skipped,
            JobOutcome.Done when await tools.Deeds.CommitAsync(Deeds.Batch(deed), deed, Facts, cancellationToken).ConfigureAwait(false) => Processed,
            _ => null,
        };

    // Done when one of them did it.
    private async Task<JobOutcome> OfTargetsAsync(Deed deed, (StoredInteraction Stored, Interaction Whole) one, InteractionGrounds grounds, CancellationToken cancellationToken)
    {
        var outcome = JobOutcome.NothingThere;
        foreach (IJobTarget target in tools.Targets.Where(target => target.Does(job.Action)))
        {
            var order = new JobOrder
            {
                Command = DerivedIds.Command(deed.Command, target.Name, deed.Id),
                Tenant = owner.Tenant,
                Job = job.Id,
                Action = job.Action,
                Interaction = one.Whole,
                Requirements = grounds.Of(one.Stored, work: null),
            };
            switch (await target.DoAsync(order, cancellationToken).ConfigureAwait(false))
            {
                case JobOutcome.GroundsChanged:
                    return JobOutcome.GroundsChanged;
                case JobOutcome.Done:
                    outcome = JobOutcome.Done;
                    break;
            }
        }

        return outcome;
    }

    // Whoever has the right to the interaction of one of those who served has it.
    private async ValueTask DemandAsync(Interaction whole, CancellationToken cancellationToken)
    {
        AccessScope scope = await tools.Desk.OpenAsync(owner, tools.Ambient.Now, cancellationToken).ConfigureAwait(false);
        AccessDecision? denied = null;
        foreach (PersonId? agent in whole.Agents.Select(agent => (PersonId?)agent).DefaultIfEmpty(null))
        {
            ActorAccess access = await scope.BeforeInteractionAsync(whole, agent, cancellationToken).ConfigureAwait(false);
            denied = access.Decide(JobTools.PermissionFor(job.Action));
            if (denied.IsAllowed)
            {
                return;
            }
        }

        await tools.Policies.DeniedAsync(owner, (InteractionRetention.Kind, whole.Id.Value), denied!, cancellationToken).ConfigureAwait(false);
        throw new AccessDeniedException(denied!);
    }
}
