using QualityKit.Storage.Documents;

namespace QualityKit.Testing.Faults;

/// <summary>The maintenance door of a store, some of whose calls go wrong; what it lists can be cut after some entries.</summary>
public sealed class FaultyStoreMaintenance : IStoreMaintenance
{
    private readonly IStoreMaintenance _door;
    private readonly FaultSchedule _faults;

    /// <summary>Stands before a door.</summary>
    public FaultyStoreMaintenance(IStoreMaintenance door, FaultSchedule faults)
    {
        ArgumentNullException.ThrowIfNull(door);
        ArgumentNullException.ThrowIfNull(faults);
        (_door, _faults) = (door, faults);
    }

    /// <inheritdoc/>
    public async ValueTask EnsureSchemaAsync(CancellationToken cancellationToken) =>
        await _faults.CallAsync(nameof(EnsureSchemaAsync), () => Answered(_door.EnsureSchemaAsync(cancellationToken)), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public IAsyncEnumerable<DueWork> FindDueWorkAsync(DateTimeOffset until, int limit, CancellationToken cancellationToken) =>
        _faults.ListAsync(nameof(FindDueWorkAsync), _door.FindDueWorkAsync(until, limit, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<TenantId> ListTenantsAsync(CancellationToken cancellationToken) =>
        _faults.ListAsync(nameof(ListTenantsAsync), _door.ListTenantsAsync(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<CreateDocument> ExportAsync(TenantId tenant, CancellationToken cancellationToken) =>
        _faults.ListAsync(nameof(ExportAsync), _door.ExportAsync(tenant, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DestroyTenantAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await _faults.CallAsync(nameof(DestroyTenantAsync), () => Answered(_door.DestroyTenantAsync(tenant, cancellationToken)), cancellationToken).ConfigureAwait(false);

    private static async ValueTask<bool> Answered(ValueTask call)
    {
        await call.ConfigureAwait(false);
        return true;
    }
}
