using QualityKit.Storage.Blobs;
using QualityKit.Storage.Documents;

namespace QualityKit.Testing.Blobs.Model;

/// <summary>A sequence on its way: the store, the blobs that it should have, those that are being written, and the names that were used up.</summary>
internal sealed class BlobWalk(IBlobStoreHarness harness, CancellationToken cancellation)
{
    private readonly List<IBlobStore> _nodes = [];

    public Dictionary<(TenantId Tenant, string Name), byte[]> Blobs { get; } = [];

    /// <summary>Names of deleted blobs: a name is used once, so nothing is promised of using it again.</summary>
    public HashSet<(TenantId Tenant, string Name)> Gone { get; } = [];

    public Dictionary<int, (TenantId Tenant, string Name, IStagedBlob Staged, byte[] Bytes)> Open { get; } = [];

    public CancellationToken Cancellation { get; } = cancellation;

    public BlobBench Bench(int node) => new(harness, _nodes[node % _nodes.Count], Cancellation);

    public async Task OpenAsync()
    {
        IBlobStore node = await harness.OpenAsync(Cancellation);
        if (_nodes.Count == 2)
        {
            _nodes.RemoveAt(0);
        }

        _nodes.Add(node);
    }

    public async Task KillAsync()
    {
        await harness.KillAsync(Cancellation);
        _nodes.Clear();
        Open.Clear();
        await OpenAsync();
    }

    public async Task CloseAsync()
    {
        foreach ((_, _, IStagedBlob staged, _) in Open.Values)
        {
            await staged.DisposeAsync();
        }

        Open.Clear();
    }
}
