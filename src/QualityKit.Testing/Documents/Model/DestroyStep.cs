using QualityKit.Storage.Documents;

namespace QualityKit.Testing.Documents.Model;

/// <summary>Destroys a tenant.</summary>
internal sealed record DestroyStep(int Node, TenantId Tenant) : Step(Node)
{
    public override async Task TakeAsync(Walk walk)
    {
        await walk.Maintenance(Node).DestroyTenantAsync(Tenant, walk.Cancellation);
        walk.Model.Destroy(Tenant);
        walk.Sent.RemoveAll(batch => batch.Tenant == Tenant);
    }

    private protected override string Words() => $"destroy {Tenant}";
}
