using QualityKit.Interactions;
using QualityKit.Retention;
using QualityKit.Storage.Documents;

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

    /// <summary>The store in which it commits what the order requires, as a target does that keeps documents; null for one that keeps them elsewhere.</summary>
    public IDocumentStore? Store { get; set; }

    public async Task<DeletionOutcome> DeleteAsync(DeletionOrder order, CancellationToken cancellationToken)
    {
        await Meanwhile();
        if (Store is not null)
        {
            DocumentBatch batch = DocumentBatch.For(order.Tenant, order.Command).Create(new("drafts", order.Command.Value), "{}"u8.ToArray());
            CommitResult committed = await Store.CommitAsync(order.Requirements.Aggregate(batch, (all, requirement) => all.With(requirement)), cancellationToken);
            if (!committed.IsCommitted)
            {
                return DeletionOutcome.GroundsChanged;
            }
        }

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
