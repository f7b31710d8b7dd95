using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents.Model;

/// <summary>Counts what a query finds.</summary>
internal sealed record CountStep(int Node, TenantId Tenant, DocumentQuery Query, int Limit) : Step(Node)
{
    public override async Task TakeAsync(Walk walk) =>
        Expect.Same(
            Math.Min(Limit, walk.Model.Listed(Tenant, Query).Count),
            await walk.Node(Node).CountAsync(Tenant, Query, Limit, walk.Cancellation),
            $"the count up to {Limit}");

    private protected override string Words() => $"{Tenant}: count up to {Limit} of {QueryWords.Of(Query)}";
}
