using QualityKit.Storage.Blobs;
using QualityKit.Testing.Blobs;

namespace QualityKit.Testing.Tests.Durable;

/// <summary>Blobs in a temporary folder; a kill drops what is in memory.</summary>
internal sealed class FolderBlobHarness(BlobRules? rules = null) : IBlobStoreHarness
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qualitykit-").FullName;
    private FolderBlobStore? _store;

    public async ValueTask<IBlobStore> OpenAsync(CancellationToken cancellationToken) => _store ??= await FolderBlobStore.OpenAsync(_folder, rules ?? new BlobRules());

    public ValueTask KillAsync(CancellationToken cancellationToken)
    {
        _store = null;
        return default;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return default;
    }
}
