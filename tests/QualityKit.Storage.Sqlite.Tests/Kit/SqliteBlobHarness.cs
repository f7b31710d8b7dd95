using QualityKit.Storage.Blobs;
using QualityKit.Testing.Blobs;

namespace QualityKit.Storage.Sqlite.Tests.Kit;

/// <summary>The blob store over one file.</summary>
internal sealed class SqliteBlobHarness : IBlobStoreHarness
{
    private readonly KilledFolder _folder = new();

    public ValueTask<IBlobStore> OpenAsync(CancellationToken cancellationToken) => new(new SqliteBlobStore(_folder.Open()));

    public ValueTask KillAsync(CancellationToken cancellationToken)
    {
        _folder.Kill();
        return default;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return default;
    }
}
