using System.Collections.Immutable;
using System.Security.Cryptography;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Keys;

namespace QualityKit.Encryption;

/// <summary>One version of a tenant's key that wraps data keys. What it wraps is bound to purpose, tenant and version: no other key, tenant or version unwraps it.</summary>
/// <remarks>May be used by several threads at once. It is never printed, compared or serialised, and wiped when disposed.</remarks>
public sealed class KeyEncryptionKey : IDisposable
{
    /// <summary>The bytes of a key: 32.</summary>
    public const int Bytes = 32;

    /// <summary>The provider that envelopes name for keys of the ring: <c>ring</c>.</summary>
    public const string Provider = "ring";

    private const int CheckBytes = 16;

    private static readonly int WrappedBytes = AesKeyWrap.WrappedBytes(DataKey.Bytes);

    private readonly WrappingSecret _wrapping;
    private readonly byte[] _check;
    private int _isDisposed;

    private KeyEncryptionKey(ReadOnlySpan<byte> bytes, TenantId tenant, string version)
    {
        (Tenant, Version, _check) = (tenant, version, new byte[CheckBytes]);
        using var wrapping = new Wiped(stackalloc byte[Bytes]);
        HkdfExpand.Sha512(bytes, KeyPurpose.DataKeyWrap(tenant.Value, version), wrapping.Bytes);
        HkdfExpand.Sha512(bytes, KeyPurpose.CheckValue(tenant.Value, version), _check);
        _wrapping = new(wrapping.Bytes);
    }

    private KeyEncryptionKey(KeyEncryptionKey of) => (Tenant, Version, _check, _wrapping) = (of.Tenant, of.Version, of._check, of._wrapping);

    /// <summary>Whose key.</summary>
    public TenantId Tenant { get; }

    /// <summary>Which version.</summary>
    public string Version { get; }

    /// <summary>What is stored beside the wrapped key, 16 bytes, and compared on every load: a key that came back wrong is found before it wraps anything.</summary>
    public ReadOnlyMemory<byte> CheckValue => _check;

    /// <summary>A key of bytes that the caller has. Unsafe: whether they are random, and who else has them, is the caller's to know.</summary>
    /// <param name="bytes">32 bytes; the caller's to wipe.</param>
    /// <param name="tenant">Whose key: 1 to 128 bytes of UTF-8.</param>
    /// <param name="version">Which version: 1 to 512 bytes of UTF-8.</param>
    /// <exception cref="ArgumentException">A part is outside its range.</exception>
    public static KeyEncryptionKey UnsafeFromBytes(ReadOnlySpan<byte> bytes, TenantId tenant, string version)
    {
        _ = new RecordingContext(tenant, new("key"), MediaKind.Audio);
        _ = new KeyVersionId(Provider, version);
        return bytes.Length == Bytes
            ? new(bytes, tenant, version)
            : throw new ArgumentException($"a key has {Bytes} bytes, not {bytes.Length}", nameof(bytes));
    }

    /// <summary>Whether a stored check value is that of this key.</summary>
    public bool IsCheckedBy(ReadOnlySpan<byte> checkValue) => CryptographicOperations.FixedTimeEquals(_check, checkValue);

    /// <summary>Wraps a data key.</summary>
    /// <exception cref="ObjectDisposedException">One of the keys was disposed.</exception>
    public EnvelopeWrap Wrap(DataKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return WrapAll([key])[0];
    }

    /// <summary>Wraps data keys, several times as fast as one by one.</summary>
    /// <param name="keys">Any number of keys.</param>
    /// <returns>The wraps, in the order of the keys.</returns>
    /// <exception cref="ObjectDisposedException">One of the keys was disposed.</exception>
    public ImmutableArray<EnvelopeWrap> WrapAll(IReadOnlyList<DataKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed) != 0, this);
        var wraps = ImmutableArray.CreateBuilder<EnvelopeWrap>(keys.Count);
        using var secrets = new Wiped(stackalloc byte[AesKeyWrap.MostAtOnce * DataKey.Bytes]);
        foreach (DataKey[] some in keys.Chunk(AesKeyWrap.MostAtOnce))
        {
            for (int lane = 0; lane < some.Length; lane++)
            {
                some[lane].UnsafeExportKey(secrets.Bytes[(lane * DataKey.Bytes)..]);
            }

            byte[] wrapped = new byte[some.Length * WrappedBytes];
            AesKeyWrap cipher = _wrapping.Take();
            cipher.WrapAll(secrets.Bytes[..(some.Length * DataKey.Bytes)], DataKey.Bytes, wrapped);
            _wrapping.Give(cipher);
            for (int lane = 0; lane < some.Length; lane++)
            {
                wraps.Add(Wrapped(wrapped.AsMemory(lane * WrappedBytes, WrappedBytes)));
            }
        }

        return wraps.MoveToImmutable();
    }

    /// <summary>Unwraps a data key; null when this key did not wrap it.</summary>
    /// <exception cref="ObjectDisposedException">The key was disposed.</exception>
    public DataKey? Unwrap(EnvelopeWrap wrap)
    {
        ArgumentNullException.ThrowIfNull(wrap);
        return UnwrapAll([wrap])[0];
    }

    /// <summary>Unwraps data keys, several times as fast as one by one.</summary>
    /// <param name="wraps">Any number of wraps.</param>
    /// <returns>The keys, in the order of the wraps and the caller's to dispose; null where this key did not wrap it.</returns>
    /// <exception cref="ObjectDisposedException">The key was disposed.</exception>
    public DataKey?[] UnwrapAll(IReadOnlyList<EnvelopeWrap> wraps)
    {
        ArgumentNullException.ThrowIfNull(wraps);
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed) != 0, this);
        var keys = new DataKey?[wraps.Count];
        using var secrets = new Wiped(stackalloc byte[AesKeyWrap.MostAtOnce * DataKey.Bytes]);
        Span<byte> wrapped = stackalloc byte[AesKeyWrap.MostAtOnce * WrappedBytes];
        Span<int> lengths = stackalloc int[AesKeyWrap.MostAtOnce];
        foreach (int[] some in Enumerable.Range(0, wraps.Count).Where(place => IsOfRing(wraps[place])).Chunk(AesKeyWrap.MostAtOnce))
        {
            for (int lane = 0; lane < some.Length; lane++)
            {
                wraps[some[lane]].Key.Ciphertext.Span.CopyTo(wrapped[(lane * WrappedBytes)..]);
            }

            AesKeyWrap cipher = _wrapping.Take();
            cipher.UnwrapAll(wrapped[..(some.Length * WrappedBytes)], secrets.Bytes[..(some.Length * DataKey.Bytes)], lengths[..some.Length]);
            _wrapping.Give(cipher);
            for (int lane = 0; lane < some.Length; lane++)
            {
                keys[some[lane]] = lengths[lane] == DataKey.Bytes ? new(secrets.Bytes.Slice(lane * DataKey.Bytes, DataKey.Bytes), mayEncrypt: false) : null;
            }
        }

        return keys;
    }

    /// <summary>Lets go of the key; it is wiped when nobody else has it any more, and what uses it at this moment goes on.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            _wrapping.Dispose();
        }
    }

    /// <summary>The version; never the key.</summary>
    public override string ToString() => $"KeyEncryptionKey({Version})";

    /// <summary>The same key with an owner of its own, who disposes it; null where it was wiped meanwhile.</summary>
    internal KeyEncryptionKey? Share() => _wrapping.TryJoin() ? new(this) : null;

    private static bool IsOfRing(EnvelopeWrap wrap) => wrap.Kind == WrapKind.RingKey && wrap.Key.Ciphertext.Length == WrappedBytes;

    private EnvelopeWrap Wrapped(ReadOnlyMemory<byte> wrapped) => new() { Kind = WrapKind.RingKey, Provider = Provider, Key = new() { KeyVersion = new(Provider, Version), Ciphertext = wrapped } };
}
