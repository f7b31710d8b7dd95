using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;

namespace QualityKit.Testing.Faults;

/// <summary>A blob store some of whose calls go wrong, those of the blobs being written and of the streams being read included.</summary>
/// <remarks>Counted are its own members, <c>WriteAsync</c> and <c>StagedCommitAsync</c> of a staged blob, and every read of a stream as
/// <c>StreamReadAsync</c>. A cut of <c>OpenAsync</c> breaks the stream after so many bytes.</remarks>
public sealed class FaultyBlobStore : IBlobStore
{
    private readonly IBlobStore _store;
    private readonly FaultSchedule _faults;

    /// <summary>Stands before a store.</summary>
    public FaultyBlobStore(IBlobStore store, FaultSchedule faults)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(faults);
        (_store, _faults) = (store, faults);
    }

    /// <inheritdoc/>
    public BlobCapabilities Capabilities => _store.Capabilities;

    /// <inheritdoc/>
    public async ValueTask<IStagedBlob> StageAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken) =>
        new FaultyStagedBlob(
            await _faults.CallAsync(nameof(StageAsync), () => _store.StageAsync(tenant, name, cancellationToken), cancellationToken, repeats: false).ConfigureAwait(false),
            _faults);

    /// <inheritdoc/>
    public ValueTask<BlobInfo?> FindAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken) =>
        _faults.CallAsync(nameof(FindAsync), () => _store.FindAsync(tenant, name, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<Stream?> OpenAsync(TenantId tenant, BlobName name, long offset, long? length, CancellationToken cancellationToken)
    {
        Fault? fault = _faults.Next(nameof(OpenAsync));
        if (fault is { Kind: FaultKind.BeforeEffect })
        {
            throw FaultSchedule.Lost(nameof(OpenAsync));
        }

        await FaultSchedule.WaitAsync(fault, cancellationToken).ConfigureAwait(false);
        Stream? stream = await _store.OpenAsync(tenant, name, offset, length, cancellationToken).ConfigureAwait(false);
        if (fault is { Kind: FaultKind.AfterEffect })
        {
            stream?.Dispose();
            throw FaultSchedule.Lost(nameof(OpenAsync));
        }

        return stream is null ? null : new FaultyStream(stream, _faults, fault is { Kind: FaultKind.Cut } ? fault.Passes : long.MaxValue);
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(TenantId tenant, BlobName name, CancellationToken cancellationToken) =>
        _faults.CallAsync(nameof(DeleteAsync), () => _store.DeleteAsync(tenant, name, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<BlobInfo> ListAsync(TenantId tenant, CancellationToken cancellationToken) =>
        _faults.ListAsync(nameof(ListAsync), _store.ListAsync(tenant, cancellationToken), cancellationToken);
}
