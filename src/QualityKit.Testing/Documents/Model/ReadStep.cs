using QualityKit.Storage.Documents;

namespace QualityKit.Testing.Documents.Model;

/// <summary>Reads one document.</summary>
internal sealed record ReadStep(int Node, TenantId Tenant, DocumentKey Key) : Step(Node)
{
    public override async Task TakeAsync(Walk walk) =>
        Walk.ExpectSame(walk.Model.Find(Tenant, Key), await walk.Node(Node).ReadAsync(Tenant, Key, walk.Cancellation), $"reading {Key}");

    private protected override string Words() => $"{Tenant}: read {Key}";
}
