using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.Keys;

/// <summary>A wrapper that sees only what is within the limits, and whose keys are bound to their tenant and context even where the provider does not bind them.</summary>
/// <remarks>For a provider that does not bind the context, what is wrapped is the key followed by SHA-256(length of the tenant as 4 bytes,
/// most significant first; the tenant as UTF-8; the context); unwrapping compares the digest in constant time and answers
/// <see cref="KeyAnswer.Wrong"/> where it differs.</remarks>
public sealed class CheckedKeyWrapper : IKeyWrapper, IKeyDestroyer, IKeyMaker
{
    private readonly IKeyWrapper _wrapper;

    /// <summary>Stands before a wrapper.</summary>
    /// <exception cref="ArgumentException">The provider's id is not one, or it says that it can destroy keys and cannot.</exception>
    public CheckedKeyWrapper(IKeyWrapper wrapper)
    {
        ArgumentNullException.ThrowIfNull(wrapper);
        StoreText.GuardName(wrapper.Capabilities.ProviderId, nameof(wrapper));
        if (wrapper.Capabilities.CanDestroy && wrapper is not IKeyDestroyer)
        {
            throw new ArgumentException($"`{wrapper.Capabilities.ProviderId}` says that it can destroy keys, but is no key destroyer", nameof(wrapper));
        }

        _wrapper = wrapper;
    }

    /// <summary>What the wrapper is; the context is always bound.</summary>
    public KeyWrapperCapabilities Capabilities => _wrapper.Capabilities with { BindsContext = true };

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The tenant is not one, or the context is too long.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The key is empty or has more than <see cref="KeyLimits.CallerKeyBytes"/> bytes.</exception>
    public async ValueTask<WrapResult> WrapAsync(TenantId tenant, ReadOnlyMemory<byte> context, ReadOnlyMemory<byte> key, CancellationToken cancellationToken)
    {
        Guard(tenant, context);
        ArgumentOutOfRangeException.ThrowIfZero(key.Length, nameof(key));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, KeyLimits.CallerKeyBytes, nameof(key));
        if (_wrapper.Capabilities.BindsContext)
        {
            return await _wrapper.WrapAsync(tenant, context, key, cancellationToken).ConfigureAwait(false);
        }

        byte[] bound = GC.AllocateUninitializedArray<byte>(key.Length + SHA256.HashSizeInBytes, pinned: true);
        try
        {
            key.CopyTo(bound);
            Digest(tenant, context.Span).CopyTo(bound, key.Length);
            return await _wrapper.WrapAsync(tenant, context, bound, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bound);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The tenant is not one, there are too few or too many requests, a context is too long, or a destination too small.</exception>
    public async ValueTask<ImmutableArray<UnwrapResult>> UnwrapAsync(TenantId tenant, ImmutableArray<UnwrapRequest> requests, CancellationToken cancellationToken)
    {
        if (requests.IsDefaultOrEmpty || requests.Length > KeyLimits.BatchKeys)
        {
            throw new ArgumentException($"1 to {KeyLimits.BatchKeys} keys are unwrapped at once", nameof(requests));
        }

        foreach (UnwrapRequest request in requests)
        {
            Guard(tenant, request);
        }

        ImmutableArray<UnwrapResult> results = await _wrapper.UnwrapAsync(tenant, requests, cancellationToken).ConfigureAwait(false);
        if (results.IsDefault || results.Length != requests.Length)
        {
            throw new InvalidOperationException($"`{_wrapper.Capabilities.ProviderId}` was asked for {requests.Length} keys and answered {(results.IsDefault ? 0 : results.Length)}");
        }

        return _wrapper.Capabilities.BindsContext ? results : [.. results.Select((result, item) => Unbound(tenant, requests[item], result))];
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The wrapper cannot destroy keys; its capabilities say so.</exception>
    public ValueTask<KeyAnswer> DestroyAsync(TenantId tenant, KeyVersionId keyVersion, CancellationToken cancellationToken)
    {
        StoreText.Guard(tenant.Value, StoreLimits.IdBytes, nameof(tenant));
        ArgumentNullException.ThrowIfNull(keyVersion);
        return Capabilities.CanDestroy
            ? ((IKeyDestroyer)_wrapper).DestroyAsync(tenant, keyVersion, cancellationToken)
            : throw new NotSupportedException($"`{Capabilities.ProviderId}` cannot destroy keys");
    }

    /// <summary>Whether there is a secret; always, for a provider that makes none.</summary>
    public ValueTask<bool> ExistsAsync(CancellationToken cancellationToken) => _wrapper is IKeyMaker maker ? maker.ExistsAsync(cancellationToken) : new(true);

    /// <summary>Makes the secret, where there is none and the provider makes one.</summary>
    public ValueTask CreateAsync(CancellationToken cancellationToken) => _wrapper is IKeyMaker maker ? maker.CreateAsync(cancellationToken) : default;

    /// <summary>The key without the digest behind it; wrong, and wiped, when the digest is that of something else.</summary>
    private static UnwrapResult Unbound(TenantId tenant, UnwrapRequest request, UnwrapResult result)
    {
        if (result.Answer != KeyAnswer.Done)
        {
            return result;
        }

        Span<byte> bound = request.Destination.Span[..result.Length];
        int length = bound.Length - SHA256.HashSizeInBytes;
        bool isBound = length > 0 && CryptographicOperations.FixedTimeEquals(bound[length..], Digest(tenant, request.Context.Span));
        CryptographicOperations.ZeroMemory(isBound ? bound[length..] : bound);
        return isBound ? UnwrapResult.Done(length) : UnwrapResult.Refused(KeyAnswer.Wrong);
    }

    private static byte[] Digest(TenantId tenant, ReadOnlySpan<byte> context)
    {
        byte[] name = Encoding.UTF8.GetBytes(tenant.Value);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData([(byte)(name.Length >> 24), (byte)(name.Length >> 16), (byte)(name.Length >> 8), (byte)name.Length]);
        digest.AppendData(name);
        digest.AppendData(context);
        return digest.GetHashAndReset();
    }

    private static void Guard(TenantId tenant, ReadOnlyMemory<byte> context)
    {
        StoreText.Guard(tenant.Value, StoreLimits.IdBytes, nameof(tenant));
        if (context.Length > KeyLimits.ContextBytes)
        {
            throw new ArgumentException($"the context has {context.Length} bytes, at most {KeyLimits.ContextBytes} are allowed", nameof(context));
        }
    }

    private static void Guard(TenantId tenant, UnwrapRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(request.Wrapped, nameof(request));
        Guard(tenant, request.Context);
        if (request.Destination.Length < KeyLimits.KeyBytes)
        {
            throw new ArgumentException($"the destination has {request.Destination.Length} bytes, {KeyLimits.KeyBytes} are needed", nameof(request));
        }

        if (request.Wrapped.Ciphertext.IsEmpty || request.Wrapped.Ciphertext.Length > KeyLimits.CiphertextBytes)
        {
            throw new ArgumentException($"a ciphertext has 1 to {KeyLimits.CiphertextBytes} bytes", nameof(request));
        }
    }
}
