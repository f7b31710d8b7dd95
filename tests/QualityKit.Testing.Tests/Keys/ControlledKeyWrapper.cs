using System.Collections.Concurrent;
using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Storage.Keys;
using QualityKit.Testing.Keys;

namespace QualityKit.Testing.Tests.Keys;

/// <summary>The in-memory wrapper behind a service that can be out of reach, refuse, or hang.</summary>
internal sealed class ControlledKeyWrapper : IKeyWrapper, IKeyDestroyer
{
    private readonly InMemoryKeyWrapper _keys = new();
    private readonly ConcurrentDictionary<TenantId, bool> _denied = new();
    private volatile bool _isCutOff;
    private int _throttled;
    private int _hanging;
    private int _requests;

    public KeyWrapperCapabilities Capabilities => _keys.Capabilities;

    public int Requests => _requests;

    public void Apply(KeyControl control, TenantId tenant, KeyVersionId? version)
    {
        switch (control)
        {
            case KeyControl.Rotate:
                _keys.Rotate(tenant);
                break;
            case KeyControl.SwitchOff or KeyControl.SwitchOn:
                _keys.Switch(tenant, version!, control == KeyControl.SwitchOn);
                break;
            case KeyControl.Deny or KeyControl.Allow:
                _denied[tenant] = control == KeyControl.Deny;
                break;
            case KeyControl.CutOff or KeyControl.Reconnect:
                _isCutOff = control == KeyControl.CutOff;
                break;
            case KeyControl.Throttle:
                _throttled = 1;
                break;
            case KeyControl.Hang:
                _hanging = 1;
                break;
        }
    }

    public async ValueTask<WrapResult> WrapAsync(TenantId tenant, ReadOnlyMemory<byte> context, ReadOnlyMemory<byte> key, CancellationToken cancellationToken) =>
        await RefusalAsync(tenant, cancellationToken) is { } refusal ? WrapResult.Refused(refusal) : await _keys.WrapAsync(tenant, context, key, cancellationToken);

    public async ValueTask<ImmutableArray<UnwrapResult>> UnwrapAsync(TenantId tenant, ImmutableArray<UnwrapRequest> requests, CancellationToken cancellationToken) =>
        await RefusalAsync(tenant, cancellationToken) is { } refusal ? [.. requests.Select(_ => UnwrapResult.Refused(refusal))] : await _keys.UnwrapAsync(tenant, requests, cancellationToken);

    public ValueTask<KeyAnswer> DestroyAsync(TenantId tenant, KeyVersionId keyVersion, CancellationToken cancellationToken) => _keys.DestroyAsync(tenant, keyVersion, cancellationToken);

    private async Task<KeyAnswer?> RefusalAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Interlocked.Increment(ref _requests);
        if (Interlocked.Exchange(ref _hanging, 0) == 1)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return _isCutOff ? KeyAnswer.Unavailable
            : _denied.GetValueOrDefault(tenant) ? KeyAnswer.Denied
            : Interlocked.Exchange(ref _throttled, 0) == 1 ? KeyAnswer.Throttled
            : null;
    }
}
