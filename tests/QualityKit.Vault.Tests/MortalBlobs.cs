using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;
using QualityKit.Storage.FileSystem;

namespace QualityKit.Vault.Tests;

/// <summary>Files behind a kill switch.</summary>
internal sealed class MortalBlobs(FileSystemBlobStore store, KillSwitch kill) : IBlobStore, IDisposable
{
    public BlobCapabilities Capabilities => store.Capabilities;

    public async ValueTask<IStagedBlob> StageAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken)
    {
        kill.Pass();
        return new Staged(await store.StageAsync(tenant, name, cancellationToken), kill);
    }

    public ValueTask<BlobInfo?> FindAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken)
    {
        kill.Pass();
        return store.FindAsync(tenant, name, cancellationToken);
    }

    public ValueTask<Stream?> OpenAsync(TenantId tenant, BlobName name, long offset, long? length, CancellationToken cancellationToken)
    {
        kill.Pass();
        return store.OpenAsync(tenant, name, offset, length, cancellationToken);
    }

    public ValueTask<bool> DeleteAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken)
    {
        kill.Pass();
        return store.DeleteAsync(tenant, name, cancellationToken);
    }

    public IAsyncEnumerable<BlobInfo> ListAsync(TenantId tenant, CancellationToken cancellationToken) => store.ListAsync(tenant, cancellationToken);

    public void Dispose() => store.Dispose();

    private sealed class Staged(IStagedBlob blob, KillSwitch kill) : IStagedBlob
    {
        public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
        {
            kill.Pass();
            return blob.WriteAsync(bytes, cancellationToken);
        }

        public ValueTask<BlobInfo?> CommitAsync(CancellationToken cancellationToken)
        {
            kill.Pass();
            return blob.CommitAsync(cancellationToken);
        }

        public ValueTask DisposeAsync() => blob.DisposeAsync();
    }
}
