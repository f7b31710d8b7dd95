using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Testing.Documents.Model;

/// <summary>Commits a batch of a new command.</summary>
internal sealed record CommitStep(int Node, TenantId Tenant, ImmutableArray<OperationPlan> Operations) : Step(Node)
{
    public override Task TakeAsync(Walk walk)
    {
        DocumentBatch batch = Operations.Aggregate(
            DocumentBatch.For(Tenant, walk.NewCommand()),
            (all, operation) => all.With(operation.Now(walk.Model, Tenant)));
        walk.Sent.Add(batch);
        return walk.SendAsync(batch, Node);
    }

    private protected override string Words() => $"{Tenant}: {string.Join(" + ", Operations)}";
}
