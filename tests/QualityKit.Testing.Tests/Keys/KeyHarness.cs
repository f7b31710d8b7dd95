using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Keys;
using QualityKit.Testing.Keys;

namespace QualityKit.Testing.Tests.Keys;

/// <summary>A controlled wrapper, or one that is spoiled in one place.</summary>
internal sealed class KeyHarness : IKeyWrapperHarness
{
    private readonly ControlledKeyWrapper _right = new();
    private readonly IKeyWrapper _wrapper;

    public KeyHarness(Func<ControlledKeyWrapper, IKeyWrapper>? spoil = null) => _wrapper = spoil?.Invoke(_right) ?? _right;

    public static ImmutableArray<KeyControl> Controls { get; } = [.. Enum.GetValues<KeyControl>()];

    public int Requests => _right.Requests;

    public ValueTask<IKeyWrapper> OpenAsync(CancellationToken cancellationToken) => new(_wrapper);

    public ValueTask ApplyAsync(KeyControl control, TenantId tenant, KeyVersionId? keyVersion, CancellationToken cancellationToken)
    {
        _right.Apply(control, tenant, keyVersion);
        return default;
    }

    public ValueTask DisposeAsync() => default;
}
