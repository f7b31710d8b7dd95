using QualityKit.Storage.Documents;

namespace QualityKit.Testing.Documents;

/// <summary>Starts and stops the provider that is tested; the kit makes one for every case, so each starts with nothing stored.</summary>
public interface IDocumentStoreHarness : IAsyncDisposable
{
    /// <summary>Opens the provider over the data of this harness. Called again, it opens the same data once more, as another node would.</summary>
    /// <returns>The store; it may be <see cref="IStoreMaintenance"/> as well, else <see cref="MaintenanceOf"/> gives that.</returns>
    ValueTask<IDocumentStore> OpenAsync(StoreSchema schema, CancellationToken cancellationToken);

    /// <summary>The maintenance door of a store that this harness opened.</summary>
    IStoreMaintenance MaintenanceOf(IDocumentStore store);

    /// <summary>Stops everything at once, without a chance to tidy up, as a power cut would. Asked of durable stores only; <see cref="OpenAsync"/> follows.</summary>
    ValueTask KillAsync(CancellationToken cancellationToken);
}
