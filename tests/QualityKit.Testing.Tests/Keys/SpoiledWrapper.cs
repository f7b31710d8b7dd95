using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Keys;

namespace QualityKit.Testing.Tests.Keys;

/// <summary>A right wrapper that is wrong in one place.</summary>
internal sealed class SpoiledWrapper(ControlledKeyWrapper right) : IKeyWrapper, IKeyDestroyer
{
    public KeyWrapperCapabilities Capabilities { get; init; } = right.Capabilities;

    public Func<ControlledKeyWrapper, TenantId, ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, CancellationToken, ValueTask<WrapResult>> Wrap { get; init; } = (wrapper, tenant, context, key, stop) => wrapper.WrapAsync(tenant, context, key, stop);

    public Func<ControlledKeyWrapper, TenantId, ImmutableArray<UnwrapRequest>, CancellationToken, ValueTask<ImmutableArray<UnwrapResult>>> Unwrap { get; init; } = (wrapper, tenant, requests, stop) => wrapper.UnwrapAsync(tenant, requests, stop);

    public Func<ControlledKeyWrapper, TenantId, KeyVersionId, CancellationToken, ValueTask<KeyAnswer>> Destroy { get; init; } = (wrapper, tenant, version, stop) => wrapper.DestroyAsync(tenant, version, stop);

    public ValueTask<WrapResult> WrapAsync(TenantId tenant, ReadOnlyMemory<byte> context, ReadOnlyMemory<byte> key, CancellationToken cancellationToken) => Wrap(right, tenant, context, key, cancellationToken);

    public ValueTask<ImmutableArray<UnwrapResult>> UnwrapAsync(TenantId tenant, ImmutableArray<UnwrapRequest> requests, CancellationToken cancellationToken) => Unwrap(right, tenant, requests, cancellationToken);

    public ValueTask<KeyAnswer> DestroyAsync(TenantId tenant, KeyVersionId keyVersion, CancellationToken cancellationToken) => Destroy(right, tenant, keyVersion, cancellationToken);
}
