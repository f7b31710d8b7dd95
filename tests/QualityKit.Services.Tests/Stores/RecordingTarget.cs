using QualityKit.Interactions;
using QualityKit.Retention;

namespace QualityKit.Services.Tests.Stores;

/// <summary>What keeps recordings: it notes what it was told to delete.</summary>
internal sealed class RecordingTarget(string name = "recordings") : IRetentionTarget
{
    public string Name => name;

    public List<InteractionId> Deleted { get; } = [];

    /// <summary>What it answers.</summary>
    public DeletionOutcome Answer { get; set; } = DeletionOutcome.Deleted;

    /// <summary>What happens while it deletes.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public async Task<DeletionOutcome> DeleteAsync(DeletionOrder order, CancellationToken cancellationToken)
    {
        await Meanwhile();
        lock (Deleted)
        {
            if (Answer == DeletionOutcome.Deleted && !Deleted.Contains(order.Interaction))
            {
                Deleted.Add(order.Interaction);
            }
        }

        return Answer;
    }
}
