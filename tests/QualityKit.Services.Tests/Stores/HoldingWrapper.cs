using System.Collections.Immutable;
using System.Runtime.InteropServices;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Storage.Keys;

namespace QualityKit.Services.Tests.Stores;

/// <summary>A root that goes on holding the buffers in which keys of rings came and went.</summary>
internal sealed class HoldingWrapper(bool bindsContext) : IKeyWrapper
{
    private readonly InMemoryKeyWrapper _wrapper = new();

    public KeyWrapperCapabilities Capabilities { get; } = new() { ProviderId = "holding", BindsContext = bindsContext, CanDestroy = false };

    /// <summary>What is in them now.</summary>
    public List<byte[]> Buffers { get; } = [];

    /// <summary>How many of them the collector could have moved, and so copied.</summary>
    public int Movable { get; private set; }

    public void Rotate() => _wrapper.Rotate(Center.Tenant);

    public async ValueTask<WrapResult> WrapAsync(TenantId tenant, ReadOnlyMemory<byte> context, ReadOnlyMemory<byte> key, CancellationToken cancellationToken)
    {
        // Not what is wrapped only to see by which version.
        if (context.Span.IndexOf("ring-key"u8) >= 0)
        {
            Hold(key);
        }

        return await _wrapper.WrapAsync(tenant, context, key, cancellationToken);
    }

    public ValueTask<ImmutableArray<UnwrapResult>> UnwrapAsync(TenantId tenant, ImmutableArray<UnwrapRequest> requests, CancellationToken cancellationToken)
    {
        requests.ToList().ForEach(request => Hold(request.Destination));
        return _wrapper.UnwrapAsync(tenant, requests, cancellationToken);
    }

    private void Hold(ReadOnlyMemory<byte> buffer)
    {
        Assert.True(MemoryMarshal.TryGetArray(buffer, out ArraySegment<byte> segment));
        Buffers.Add(segment.Array!);

        // What is pinned for good is made in the oldest generation; a small array that may move is not.
        Movable += GC.GetGeneration(segment.Array!) == GC.MaxGeneration ? 0 : 1;
    }
}
