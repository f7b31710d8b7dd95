using System.Collections.Concurrent;
using QualityKit.Interactions;
using QualityKit.Jobs;
using QualityKit.Storage.Documents;

namespace QualityKit.Services.Tests.Stores;

/// <summary>What archives and exports: it notes what it was told, each order once.</summary>
internal sealed class RecordingJobTarget : IJobTarget
{
    public string Name => "recordings";

    /// <summary>What was done, by command.</summary>
    public ConcurrentDictionary<CommandId, (JobAction Action, InteractionId Interaction)> Done { get; } = new();

    /// <summary>What it answers, or what happens while it works.</summary>
    public Func<JobOrder, Task<JobOutcome>> Answer { get; set; } = _ => Task.FromResult(JobOutcome.Done);

    /// <summary>What it takes part in.</summary>
    public HashSet<JobAction> Actions { get; } = [JobAction.Archive, JobAction.Export];

    public bool Does(JobAction action) => Actions.Contains(action);

    public async Task<JobOutcome> DoAsync(JobOrder order, CancellationToken cancellationToken)
    {
        JobOutcome outcome = await Answer(order);
        if (outcome == JobOutcome.Done)
        {
            Done[order.Command] = (order.Action, order.Interaction.Id);
        }

        return outcome;
    }

    /// <summary>The interactions of an action, in order.</summary>
    public string[] Of(JobAction action) => [.. Done.Values.Where(one => one.Action == action).Select(one => one.Interaction.Value).Order(StringComparer.Ordinal)];
}
