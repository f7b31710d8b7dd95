using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Keys;

namespace QualityKit.Services.Tests.Stores;

/// <summary>A wrapper that a test switches off, has give a wrong key, and counts.</summary>
internal sealed class SwitchedWrapper(IKeyWrapper wrapper) : IKeyWrapper, IKeyDestroyer
{
    private int _wraps;
    private int _unwraps;

    /// <summary>Whether it answers that it is unavailable.</summary>
    public bool IsOff { get; set; }

    /// <summary>Which unwrapping gives another key, from 1; 0 for none.</summary>
    public int WrongAt { get; set; }

    /// <summary>How long an unwrapping waits.</summary>
    public Task Waits { get; set; } = Task.CompletedTask;

    public int Wraps => _wraps;

    public int Unwraps => _unwraps;

    public KeyWrapperCapabilities Capabilities => wrapper.Capabilities;

    public async ValueTask<WrapResult> WrapAsync(TenantId tenant, ReadOnlyMemory<byte> context, ReadOnlyMemory<byte> key, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _wraps);
        return IsOff ? WrapResult.Refused(KeyAnswer.Unavailable) : await wrapper.WrapAsync(tenant, context, key, cancellationToken);
    }

    public async ValueTask<ImmutableArray<UnwrapResult>> UnwrapAsync(TenantId tenant, ImmutableArray<UnwrapRequest> requests, CancellationToken cancellationToken)
    {
        int call = Interlocked.Increment(ref _unwraps);
        await Waits;
        if (IsOff)
        {
            return [.. requests.Select(_ => UnwrapResult.Refused(KeyAnswer.Unavailable))];
        }

        ImmutableArray<UnwrapResult> results = await wrapper.UnwrapAsync(tenant, requests, cancellationToken);
        if (call == WrongAt)
        {
            requests[0].Destination.Span[0] ^= 1;
        }

        return results;
    }

    public ValueTask<KeyAnswer> DestroyAsync(TenantId tenant, KeyVersionId keyVersion, CancellationToken cancellationToken) => ((IKeyDestroyer)wrapper).DestroyAsync(tenant, keyVersion, cancellationToken);
}
