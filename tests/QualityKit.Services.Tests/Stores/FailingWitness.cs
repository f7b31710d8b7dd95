using QualityKit.Retention;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Errors;

namespace QualityKit.Services.Tests.Stores;

/// <summary>A witness that cannot be told while it is down.</summary>
internal sealed class FailingWitness : IKeepingWitness
{
    private readonly InMemoryKeepingWitness _kept = new();

    public bool IsDown { get; set; }

    public ValueTask RememberAsync(TenantId tenant, KeepingReceipt receipt, CancellationToken cancellationToken) =>
        IsDown ? throw new StorageUnavailableException("down") : _kept.RememberAsync(tenant, receipt, cancellationToken);

    public ValueTask<KeepingReceipt?> NewestAsync(TenantId tenant, CancellationToken cancellationToken) => _kept.NewestAsync(tenant, cancellationToken);

    public IAsyncEnumerable<KeepingReceipt> ReadAsync(TenantId tenant, CancellationToken cancellationToken) => _kept.ReadAsync(tenant, cancellationToken);

    public async Task<int> CountAsync() => (await _kept.ReadAsync(Center.Tenant, CancellationToken.None).ToListAsync()).Count;
}
