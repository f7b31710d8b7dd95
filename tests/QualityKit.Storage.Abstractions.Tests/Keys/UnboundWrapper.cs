using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Keys;

namespace QualityKit.Storage.Tests.Keys;

/// <summary>A wrapper that turns bits round and binds nothing, as a plain key file would.</summary>
internal sealed class UnboundWrapper : IKeyWrapper
{
    public KeyWrapperCapabilities Capabilities { get; init; } = new() { ProviderId = "unbound", BindsContext = false, CanDestroy = false };

    /// <summary>How many bytes the wrapper was given last.</summary>
    public int Given { get; private set; }

    public bool ForgetsAnswers { get; init; }

    public ValueTask<WrapResult> WrapAsync(TenantId tenant, ReadOnlyMemory<byte> context, ReadOnlyMemory<byte> key, CancellationToken cancellationToken)
    {
        Given = key.Length;
        return new(WrapResult.Done(new WrappedKey { KeyVersion = new KeyVersionId("file", "1"), Ciphertext = Turned(key.Span) }));
    }

    public ValueTask<ImmutableArray<UnwrapResult>> UnwrapAsync(TenantId tenant, ImmutableArray<UnwrapRequest> requests, CancellationToken cancellationToken) =>
        new(ForgetsAnswers ? [] : [.. requests.Select(Unwrap)]);

    private static UnwrapResult Unwrap(UnwrapRequest request)
    {
        Turned(request.Wrapped.Ciphertext.Span).CopyTo(request.Destination);
        return UnwrapResult.Done(request.Wrapped.Ciphertext.Length);
    }

    private static byte[] Turned(ReadOnlySpan<byte> bytes)
    {
        byte[] turned = bytes.ToArray();
        for (int position = 0; position < turned.Length; position++)
        {
            turned[position] ^= 0xFF;
        }

        return turned;
    }
}
