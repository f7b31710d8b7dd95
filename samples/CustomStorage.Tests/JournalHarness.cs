using QualityKit.Storage.Documents;
using QualityKit.Testing.Documents;

namespace CustomStorage.Tests;

/// <summary>Opens the provider over a file of its own. One process owns the file, so opening it twice gives the same store.</summary>
internal sealed class JournalHarness : IDocumentStoreHarness
{
    private readonly string _folder = Directory.CreateTempSubdirectory("custom-storage-").FullName;
    private JournalStore? _store;

    public string Journal => Path.Combine(_folder, "journal");

    public ValueTask<IDocumentStore> OpenAsync(StoreSchema schema, CancellationToken cancellationToken)
    {
        _store ??= new JournalStore(Journal, schema);
        return new(new CheckedDocumentStore(_store, schema));
    }

    public IStoreMaintenance MaintenanceOf(IDocumentStore store) => _store!;

    // What a killed process leaves: the file as it is. The store has no last words to write, so closing the file is all there is.
    public ValueTask KillAsync(CancellationToken cancellationToken)
    {
        _store?.Dispose();
        _store = null;
        return default;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync(CancellationToken.None);
        Directory.Delete(_folder, recursive: true);
    }
}
