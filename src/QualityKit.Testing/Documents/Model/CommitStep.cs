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

    public override IEnumerable<Step> Simpler()
    {
        IEnumerable<ImmutableArray<OperationPlan>> fewer = Operations.Length > 1 ? Operations.Select(Operations.Remove) : [];
        IEnumerable<ImmutableArray<OperationPlan>> barer = Operations
            .Where(operation => operation.Entries.Length > 0)
            .SelectMany(operation => operation.Entries.Select(entry => Operations.Replace(operation, operation with { Entries = operation.Entries.Remove(entry) })));
        return fewer.Concat(barer).Select(operations => this with { Operations = operations });
    }

    private protected override string Words() => $"{Tenant}: {string.Join(" + ", Operations)}";
}
