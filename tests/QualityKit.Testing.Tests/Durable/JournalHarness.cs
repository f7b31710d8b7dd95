using QualityKit.Storage.Documents;
using QualityKit.Testing.Documents;

namespace QualityKit.Testing.Tests.Durable;

/// <summary>A journal in a temporary folder. A kill drops what is in memory, and leaves half a record at the end of the journal, as a commit does that was not answered.</summary>
internal sealed class JournalHarness(JournalRules? rules = null) : IDocumentStoreHarness
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qualitykit-").FullName;
    private JournalDocumentStore? _store;

    private string Journal => Path.Combine(_folder, "journal");

    public async ValueTask<IDocumentStore> OpenAsync(StoreSchema schema, CancellationToken cancellationToken) =>
        new CheckedDocumentStore(_store ??= await JournalDocumentStore.OpenAsync(schema, Journal, rules ?? new JournalRules()), schema);

    public IStoreMaintenance MaintenanceOf(IDocumentStore store) => _store!;

    public async ValueTask KillAsync(CancellationToken cancellationToken)
    {
        _store!.Kill();
        _store = null;
        byte[] torn = new JournalRecord(
            new TenantId("tenant-a"),
            DocumentBatch.For(new TenantId("tenant-a"), new CommandId(Guid.NewGuid().ToString())).Create(new DocumentKey("notes", "torn"), default)).ToBytes();
        torn[4] ^= 1;
        await File.AppendAllBytesAsync(Journal, torn, cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _store?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return default;
    }
}
