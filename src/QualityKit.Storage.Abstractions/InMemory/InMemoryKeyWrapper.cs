using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Keys;

namespace QualityKit.Storage.InMemory;

/// <summary>Wraps keys with keys in memory, for tests and trials: when the process ends, nothing that it wrapped opens again. Safe to share between threads.</summary>
/// <remarks>A tenant's versions are made as they are needed; AES-256-GCM with a random nonce of 12 bytes, bound to tenant, version and context.</remarks>
public sealed class InMemoryKeyWrapper : IKeyWrapper, IKeyDestroyer
{
    private readonly ConcurrentDictionary<TenantId, MemoryKey> _keys = new();

    /// <inheritdoc/>
    public KeyWrapperCapabilities Capabilities { get; } = new() { ProviderId = "in-memory", BindsContext = true, CanDestroy = true };

    /// <inheritdoc/>
    public ValueTask<WrapResult> WrapAsync(TenantId tenant, ReadOnlyMemory<byte> context, ReadOnlyMemory<byte> key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(KeyOf(tenant).Wrap(context.Span, key.Span));
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<UnwrapResult>> UnwrapAsync(TenantId tenant, ImmutableArray<UnwrapRequest> requests, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        MemoryKey key = KeyOf(tenant);
        return new([.. requests.Select(key.Unwrap)]);
    }

    /// <inheritdoc/>
    public ValueTask<KeyAnswer> DestroyAsync(TenantId tenant, KeyVersionId keyVersion, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(keyVersion);
        return new(KeyOf(tenant).Destroy(keyVersion));
    }

    /// <summary>Makes a new version of a tenant's key, which wraps from now on; the older ones go on unwrapping.</summary>
    public KeyVersionId Rotate(TenantId tenant) => KeyOf(tenant).Rotate();

    /// <summary>Switches one version of a tenant's key off, or on again.</summary>
    /// <returns>Whether there is such a version, and it is not destroyed.</returns>
    public bool Switch(TenantId tenant, KeyVersionId keyVersion, bool on)
    {
        ArgumentNullException.ThrowIfNull(keyVersion);
        return KeyOf(tenant).Switch(keyVersion, on);
    }

    private MemoryKey KeyOf(TenantId tenant) => _keys.GetOrAdd(tenant, static tenant => new MemoryKey(tenant));

    /// <summary>The key of one tenant in all its versions; a destroyed one keeps its place.</summary>
    private sealed class MemoryKey(TenantId tenant)
    {
        private const int NonceBytes = 12;
        private const int TagBytes = 16;
        private const string Name = "memory";

        private readonly Lock _lock = new();
        private readonly List<(byte[]? Secret, bool IsOn)> _versions = [(RandomNumberGenerator.GetBytes(32), true)];

        public KeyVersionId Rotate()
        {
            lock (_lock)
            {
                _versions.Add((RandomNumberGenerator.GetBytes(32), true));
                return IdOf(_versions.Count);
            }
        }

        public bool Switch(KeyVersionId id, bool on)
        {
            lock (_lock)
            {
                if (Find(id) is not { } number || _versions[number - 1].Secret is not { } secret)
                {
                    return false;
                }

                _versions[number - 1] = (secret, on);
                return true;
            }
        }

        public KeyAnswer Destroy(KeyVersionId id)
        {
            lock (_lock)
            {
                if (Find(id) is not { } number)
                {
                    return KeyAnswer.Wrong;
                }

                CryptographicOperations.ZeroMemory(_versions[number - 1].Secret);
                _versions[number - 1] = (null, false);
                return KeyAnswer.Done;
            }
        }

        public WrapResult Wrap(ReadOnlySpan<byte> context, ReadOnlySpan<byte> key)
        {
            lock (_lock)
            {
                int number = _versions.Count;
                if (Refusal(number) is { } refusal)
                {
                    return WrapResult.Refused(refusal);
                }

                byte[] wrapped = new byte[NonceBytes + key.Length + TagBytes];
                RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceBytes));
                using var cipher = new AesGcm(_versions[number - 1].Secret!, TagBytes);
                cipher.Encrypt(wrapped.AsSpan(0, NonceBytes), key, wrapped.AsSpan(NonceBytes, key.Length), wrapped.AsSpan(NonceBytes + key.Length), Bound(number, context));
                return WrapResult.Done(new WrappedKey { KeyVersion = IdOf(number), Ciphertext = wrapped });
            }
        }

        public UnwrapResult Unwrap(UnwrapRequest request)
        {
            lock (_lock)
            {
                int length = request.Wrapped.Ciphertext.Length - NonceBytes - TagBytes;
                if (Find(request.Wrapped.KeyVersion) is not { } number || length is <= 0 or > KeyLimits.KeyBytes)
                {
                    return UnwrapResult.Refused(KeyAnswer.Wrong);
                }

                return Refusal(number) is { } refusal ? UnwrapResult.Refused(refusal) : Decrypt(number, request, length);
            }
        }

        private UnwrapResult Decrypt(int number, UnwrapRequest request, int length)
        {
            ReadOnlySpan<byte> wrapped = request.Wrapped.Ciphertext.Span;
            using var cipher = new AesGcm(_versions[number - 1].Secret!, TagBytes);
            Span<byte> key = stackalloc byte[KeyLimits.KeyBytes];
            try
            {
                cipher.Decrypt(wrapped[..NonceBytes], wrapped.Slice(NonceBytes, length), wrapped[(NonceBytes + length)..], key[..length], Bound(number, request.Context.Span));
                key[..length].CopyTo(request.Destination.Span);
                return UnwrapResult.Done(length);
            }
            catch (AuthenticationTagMismatchException)
            {
                return UnwrapResult.Refused(KeyAnswer.Wrong);
            }
            finally
            {
                CryptographicOperations.ZeroMemory(key);
            }
        }

        private KeyAnswer? Refusal(int number) =>
            _versions[number - 1] switch
            {
                (null, _) => KeyAnswer.Destroyed,
                (_, false) => KeyAnswer.Disabled,
                _ => null,
            };

        private int? Find(KeyVersionId id) =>
            id.Key == Name && int.TryParse(id.Version, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= _versions.Count
                ? number
                : null;

        private static KeyVersionId IdOf(int number) => new(Name, number.ToString(CultureInfo.InvariantCulture));

        private byte[] Bound(int number, ReadOnlySpan<byte> context) =>
            [.. System.Text.Encoding.UTF8.GetBytes($"{tenant.Value}\0{number.ToString(CultureInfo.InvariantCulture)}\0"), .. context];
    }
}
