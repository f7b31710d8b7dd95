using System.Numerics;
using System.Security.Cryptography;

namespace QualityKit.Reference.Recording;

/// <summary>AES-GCM bit by bit from NIST SP 800-38D, with a nonce of 12 bytes, a tag of 16 and no additional data. Slow and obvious; only the AES block is the framework's.</summary>
public static class ReferenceAesGcm
{
    // x^128 + x^7 + x^2 + x + 1; GCM writes the lowest power first.
    private static readonly BigInteger Reduction = new BigInteger(0xE1) << 120;

    /// <summary>The ciphertext followed by its tag.</summary>
    public static byte[] Encrypt(byte[] key, byte[] nonce, byte[] plaintext)
    {
        byte[] ciphertext = Counted(key, nonce, plaintext);
        return [.. ciphertext, .. Tag(key, nonce, ciphertext)];
    }

    /// <summary>The plaintext; null when the tag is not right.</summary>
    public static byte[]? Decrypt(byte[] key, byte[] nonce, byte[] sealedBytes)
    {
        byte[] ciphertext = sealedBytes[..^16];
        return Tag(key, nonce, ciphertext).AsSpan().SequenceEqual(sealedBytes.AsSpan(^16..)) ? Counted(key, nonce, ciphertext) : null;
    }

    private static byte[] Counted(byte[] key, byte[] nonce, byte[] bytes)
    {
        byte[] result = new byte[bytes.Length];
        for (int position = 0; position < bytes.Length; position += 16)
        {
            byte[] pad = Block(key, [.. nonce, .. BigEndian((ulong)(position / 16) + 2, 4)]);
            for (int offset = 0; offset < 16 && position + offset < bytes.Length; offset++)
            {
                result[position + offset] = (byte)(bytes[position + offset] ^ pad[offset]);
            }
        }

        return result;
    }

    private static byte[] Tag(byte[] key, byte[] nonce, byte[] ciphertext)
    {
        BigInteger h = Number(Block(key, new byte[16]));
        BigInteger hash = BigInteger.Zero;
        for (int position = 0; position < ciphertext.Length; position += 16)
        {
            byte[] block = new byte[16];
            ciphertext.AsSpan(position, Math.Min(16, ciphertext.Length - position)).CopyTo(block);
            hash = Times(hash ^ Number(block), h);
        }

        hash = Times(hash ^ Number([.. new byte[8], .. BigEndian((ulong)ciphertext.Length * 8, 8)]), h);
        byte[] mask = Block(key, [.. nonce, 0, 0, 0, 1]);
        return [.. Bytes(hash).Zip(mask, (one, other) => (byte)(one ^ other))];
    }

    private static BigInteger Times(BigInteger x, BigInteger y)
    {
        BigInteger product = BigInteger.Zero;
        for (int bit = 127; bit >= 0; bit--)
        {
            product ^= ((x >> bit) & 1) == 1 ? y : 0;
            y = (y & 1) == 1 ? (y >> 1) ^ Reduction : y >> 1;
        }

        return product;
    }

    private static byte[] Block(byte[] key, byte[] block)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptEcb(block, PaddingMode.None);
    }

    private static BigInteger Number(byte[] block) => new(block, isUnsigned: true, isBigEndian: true);

    private static byte[] Bytes(BigInteger number)
    {
        byte[] bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[16 - bytes.Length], .. bytes];
    }

    private static byte[] BigEndian(ulong value, int bytes) => [.. Enumerable.Range(0, bytes).Select(place => (byte)(value >> (8 * (bytes - 1 - place))))];
}
