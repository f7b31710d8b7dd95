using System.Security.Cryptography;

namespace QualityKit.Reference.Recording;

/// <summary>AES key wrap with padding, written from RFC 5649 (and the W of RFC 3394), with the framework's AES block and nothing else.</summary>
public static class ReferenceKeyWrap
{
    /// <summary>Wraps a key of any length but 0.</summary>
    public static byte[] Wrap(byte[] wrappingKey, byte[] key)
    {
        byte[] padded = [.. key, .. new byte[(8 - (key.Length % 8)) % 8]];
        byte[] alternative = [0xA6, 0x59, 0x59, 0xA6, (byte)(key.Length >> 24), (byte)(key.Length >> 16), (byte)(key.Length >> 8), (byte)key.Length];
        if (padded.Length == 8)
        {
            return Block(wrappingKey, [.. alternative, .. padded], encrypt: true);
        }

        return Mix(wrappingKey, alternative, padded);
    }

    /// <summary>W of RFC 3394 over a check of 8 bytes and at least two halves of a block.</summary>
    public static byte[] Mix(byte[] wrappingKey, byte[] check, byte[] padded)
    {
        byte[] a = check;
        byte[][] r = [.. padded.Chunk(8)];
        int n = r.Length;
        for (int j = 0; j <= 5; j++)
        {
            for (int i = 1; i <= n; i++)
            {
                byte[] b = Block(wrappingKey, [.. a, .. r[i - 1]], encrypt: true);
                a = Xor(b[..8], (n * j) + i);
                r[i - 1] = b[8..];
            }
        }

        return [.. a, .. r.SelectMany(part => part)];
    }

    /// <summary>Unwraps a key; null when it was not wrapped by this one.</summary>
    public static byte[]? Unwrap(byte[] wrappingKey, byte[] wrapped)
    {
        if (wrapped.Length < 16 || wrapped.Length % 8 != 0)
        {
            return null;
        }

        byte[] a;
        byte[] padded;
        if (wrapped.Length == 16)
        {
            byte[] both = Block(wrappingKey, wrapped, encrypt: false);
            (a, padded) = (both[..8], both[8..]);
        }
        else
        {
            (a, padded) = Unmixed(wrappingKey, wrapped);
        }

        long length = ((long)a[4] << 24) | ((long)a[5] << 16) | ((long)a[6] << 8) | a[7];
        bool isRight = a is [0xA6, 0x59, 0x59, 0xA6, ..]
            && length > padded.Length - 8 && length <= padded.Length
            && padded.Skip((int)Math.Min(length, padded.Length)).All(one => one == 0);
        return isRight ? padded[..(int)length] : null;
    }

    private static (byte[] A, byte[] Padded) Unmixed(byte[] wrappingKey, byte[] wrapped)
    {
        byte[] a = wrapped[..8];
        byte[][] r = [.. wrapped[8..].Chunk(8)];
        int n = r.Length;
        for (int j = 5; j >= 0; j--)
        {
            for (int i = n; i >= 1; i--)
            {
                byte[] b = Block(wrappingKey, [.. Xor(a, (n * j) + i), .. r[i - 1]], encrypt: false);
                a = b[..8];
                r[i - 1] = b[8..];
            }
        }

        return (a, [.. r.SelectMany(part => part)]);
    }

    private static byte[] Xor(byte[] a, long t) => [.. a.Select((one, place) => (byte)(one ^ (t >> (8 * (7 - place)))))];

    private static byte[] Block(byte[] key, byte[] block, bool encrypt)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return encrypt ? aes.EncryptEcb(block, PaddingMode.None) : aes.DecryptEcb(block, PaddingMode.None);
    }
}
