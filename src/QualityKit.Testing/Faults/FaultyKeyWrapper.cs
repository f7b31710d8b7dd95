using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Keys;

namespace QualityKit.Testing.Faults;

/// <summary>A key wrapper some of whose calls go wrong. It answers <see cref="KeyAnswer.Unavailable"/>, as a wrapper does, and leaves nothing in the destinations.</summary>
/// <remarks>A cut of <c>UnwrapAsync</c> answers so many keys, and the rest with unavailable.</remarks>
public sealed class FaultyKeyWrapper : IKeyWrapper, IKeyDestroyer
{
    private readonly IKeyWrapper _wrapper;
    private readonly FaultSchedule _faults;

    /// <summary>Stands before a wrapper.</summary>
    public FaultyKeyWrapper(IKeyWrapper wrapper, FaultSchedule faults)
    {
        ArgumentNullException.ThrowIfNull(wrapper);
        ArgumentNullException.ThrowIfNull(faults);
        (_wrapper, _faults) = (wrapper, faults);
    }

    /// <inheritdoc/>
    public KeyWrapperCapabilities Capabilities => _wrapper.Capabilities;

    /// <inheritdoc/>
    public async ValueTask<WrapResult> WrapAsync(TenantId tenant, ReadOnlyMemory<byte> context, ReadOnlyMemory<byte> key, CancellationToken cancellationToken)
    {
        Fault? fault = _faults.Next(nameof(WrapAsync));
        await FaultSchedule.WaitAsync(fault, cancellationToken).ConfigureAwait(false);
        if (fault is { Kind: FaultKind.BeforeEffect or FaultKind.Cut })
        {
            return WrapResult.Refused(KeyAnswer.Unavailable);
        }

        for (int delivery = fault is { Kind: FaultKind.Duplicate } ? 2 : 1; ; delivery--)
        {
            WrapResult result = await _wrapper.WrapAsync(tenant, context, key, cancellationToken).ConfigureAwait(false);
            if (delivery == 1)
            {
                return fault is { Kind: FaultKind.AfterEffect } ? WrapResult.Refused(KeyAnswer.Unavailable) : result;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<UnwrapResult>> UnwrapAsync(TenantId tenant, ImmutableArray<UnwrapRequest> requests, CancellationToken cancellationToken)
    {
        Fault? fault = _faults.Next(nameof(UnwrapAsync));
        await FaultSchedule.WaitAsync(fault, cancellationToken).ConfigureAwait(false);
        int answered = fault?.Kind switch
        {
            FaultKind.BeforeEffect or FaultKind.AfterEffect => 0,
            FaultKind.Cut => Math.Min(fault.Passes, requests.Length),
            _ => requests.Length,
        };
        ImmutableArray<UnwrapResult> results = answered == 0 && requests.Length > 0
            ? []
            : await _wrapper.UnwrapAsync(tenant, requests[..answered], cancellationToken).ConfigureAwait(false);
        return [.. results, .. requests.Skip(answered).Select(_ => UnwrapResult.Refused(KeyAnswer.Unavailable))];
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The wrapper cannot destroy keys; its capabilities say so.</exception>
    public async ValueTask<KeyAnswer> DestroyAsync(TenantId tenant, KeyVersionId keyVersion, CancellationToken cancellationToken)
    {
        if (_wrapper is not IKeyDestroyer destroyer)
        {
            throw new NotSupportedException($"`{Capabilities.ProviderId}` cannot destroy keys");
        }

        Fault? fault = _faults.Next(nameof(DestroyAsync));
        await FaultSchedule.WaitAsync(fault, cancellationToken).ConfigureAwait(false);
        if (fault is { Kind: FaultKind.BeforeEffect or FaultKind.Cut })
        {
            return KeyAnswer.Unavailable;
        }

        KeyAnswer answer = await destroyer.DestroyAsync(tenant, keyVersion, cancellationToken).ConfigureAwait(false);
        return fault?.Kind switch
        {
            FaultKind.AfterEffect => KeyAnswer.Unavailable,
            FaultKind.Duplicate => await destroyer.DestroyAsync(tenant, keyVersion, cancellationToken).ConfigureAwait(false),
            _ => answer,
        };
    }
}
