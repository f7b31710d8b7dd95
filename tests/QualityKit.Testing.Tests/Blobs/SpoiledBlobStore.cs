using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;

namespace QualityKit.Testing.Tests.Blobs;

/// <summary>A right blob store that is wrong in one place.</summary>
internal sealed class SpoiledBlobStore(IBlobStore right) : IBlobStore
{
    public BlobCapabilities Capabilities => right.Capabilities;

    public Func<IBlobStore, TenantId, BlobName, CancellationToken, ValueTask<IStagedBlob>> Stage { get; init; } = (store, tenant, name, stop) => store.StageAsync(tenant, name, stop);

    public Func<IBlobStore, TenantId, BlobName, CancellationToken, ValueTask<BlobInfo?>> Find { get; init; } = (store, tenant, name, stop) => store.FindAsync(tenant, name, stop);

    public Func<IBlobStore, (TenantId Tenant, BlobName Name, long Offset, long? Length), CancellationToken, ValueTask<Stream?>> Open { get; init; } = (store, range, stop) => store.OpenAsync(range.Tenant, range.Name, range.Offset, range.Length, stop);

    public Func<IBlobStore, TenantId, BlobName, CancellationToken, ValueTask<bool>> Delete { get; init; } = (store, tenant, name, stop) => store.DeleteAsync(tenant, name, stop);

    public Func<IBlobStore, TenantId, CancellationToken, IAsyncEnumerable<BlobInfo>> List { get; init; } = (store, tenant, stop) => store.ListAsync(tenant, stop);

    public ValueTask<IStagedBlob> StageAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken) => Stage(right, tenant, name, cancellationToken);

    public ValueTask<BlobInfo?> FindAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken) => Find(right, tenant, name, cancellationToken);

    public ValueTask<Stream?> OpenAsync(TenantId tenant, BlobName name, long offset, long? length, CancellationToken cancellationToken) => Open(right, (tenant, name, offset, length), cancellationToken);

    public ValueTask<bool> DeleteAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken) => Delete(right, tenant, name, cancellationToken);

    public IAsyncEnumerable<BlobInfo> ListAsync(TenantId tenant, CancellationToken cancellationToken) => List(right, tenant, cancellationToken);
}
