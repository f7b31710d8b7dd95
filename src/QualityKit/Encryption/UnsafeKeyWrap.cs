namespace QualityKit.Encryption;

/// <summary>AES-256 key wrap with padding (RFC 5649) on raw bytes. Unsafe: it binds no purpose, tenant or version, and gives keys away. For test vectors and for reading what others wrapped.</summary>
public static class UnsafeKeyWrap
{
    /// <summary>The bytes of a wrapping key: 32.</summary>
    public const int WrappingKeyBytes = 32;

    /// <summary>Wraps a key.</summary>
    /// <param name="wrappingKey">32 bytes.</param>
    /// <param name="key">1 byte or more.</param>
    /// <exception cref="ArgumentException">One of them has another length.</exception>
    public static byte[] Wrap(ReadOnlySpan<byte> wrappingKey, ReadOnlySpan<byte> key)
    {
        Guard(wrappingKey);
        if (key.IsEmpty)
        {
            throw new ArgumentException("a key has at least one byte", nameof(key));
        }

        using var wrap = new AesKeyWrap(wrappingKey);
        byte[] wrapped = new byte[AesKeyWrap.WrappedBytes(key.Length)];
        wrap.Wrap(key, wrapped);
        return wrapped;
    }

    /// <summary>Unwraps a key; null when the wrapping key did not wrap it.</summary>
    /// <param name="wrappingKey">32 bytes.</param>
    /// <param name="wrapped">Bytes of any length.</param>
    /// <exception cref="ArgumentException">The wrapping key has another length.</exception>
    public static byte[]? Unwrap(ReadOnlySpan<byte> wrappingKey, ReadOnlySpan<byte> wrapped)
    {
        Guard(wrappingKey);
        using var wrap = new AesKeyWrap(wrappingKey);
        byte[] key = new byte[wrapped.Length];
        return wrap.TryUnwrap(wrapped, key, out int length) ? key[..length] : null;
    }

    private static void Guard(ReadOnlySpan<byte> wrappingKey)
    {
        if (wrappingKey.Length != WrappingKeyBytes)
        {
            throw new ArgumentException($"a wrapping key has {WrappingKeyBytes} bytes, not {wrappingKey.Length}", nameof(wrappingKey));
        }
    }
}
