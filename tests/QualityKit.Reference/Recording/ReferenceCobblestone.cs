using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace QualityKit.Reference.Recording;

/// <summary>C2SP chunked encryption, version 1, with AES-256-GCM and SHA-512 (Cobblestone-256), written from the document (C2SP/C2SP, chunked-encryption.md): whole messages in memory, one sentence of the document a line.</summary>
public static class ReferenceCobblestone
{
    private const int Chunk = 16 * 1024;

    /// <summary>Salt, commitment and the encrypted chunks.</summary>
    public static byte[] Encrypt(byte[] inputKey, byte[] salt, byte[] context, byte[] message)
    {
        (byte[] key, byte[] baseNonce, byte[] commitment) = Derive(inputKey, salt, context);
        var result = new List<byte>([.. salt, .. commitment]);

        // All chunks have 16 KiB but the last, which is shorter and may be empty.
        for (int number = 0; number <= message.Length / Chunk; number++)
        {
            byte[] chunk = message[(number * Chunk)..Math.Min(message.Length, (number + 1) * Chunk)];
            result.AddRange(Seal(key, Nonce(baseNonce, number), chunk));
        }

        return [.. result];
    }

    /// <summary>The message; null when anything of it is not as it must be.</summary>
    public static byte[]? Decrypt(byte[] inputKey, byte[] context, byte[] ciphertext)
    {
        if (inputKey.Length != 32 || ciphertext.Length < 56)
        {
            return null;
        }

        (byte[] key, byte[] baseNonce, byte[] commitment) = Derive(inputKey, ciphertext[..24], context);
        if (!commitment.AsSpan().SequenceEqual(ciphertext.AsSpan(24, 32)))
        {
            return null;
        }

        var message = new List<byte>();
        byte[] rest = ciphertext[56..];
        for (int number = 0; ; number++)
        {
            byte[] sealedChunk = rest[..Math.Min(rest.Length, Chunk + 16)];
            rest = rest[sealedChunk.Length..];
            if (sealedChunk.Length < 16 || Open(key, Nonce(baseNonce, number), sealedChunk) is not { } chunk)
            {
                return null;
            }

            message.AddRange(chunk);
            if (chunk.Length < Chunk)
            {
                return rest.Length == 0 ? [.. message] : null;
            }
        }
    }

    /// <summary>key || base nonce || commitment = HKDF-Expand(input key, "c2sp.org/chunked-encryption@v1+" || aead || 0x00 || salt || context).</summary>
    public static (byte[] Key, byte[] BaseNonce, byte[] Commitment) Derive(byte[] inputKey, byte[] salt, byte[] context)
    {
        byte[] info = [.. Encoding.ASCII.GetBytes("c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM"), 0, .. salt, .. context];
        byte[] derived = Expand(inputKey, info, 32 + 12 + 32);
        return (derived[..32], derived[32..44], derived[44..]);
    }

    /// <summary>HKDF-Expand of RFC 5869 section 2.3 with SHA-512: T(n) = HMAC(key, T(n-1) || info || n).</summary>
    public static byte[] Expand(byte[] key, byte[] info, int length)
    {
        byte[] block = [];
        byte[] all = [];
        for (byte number = 1; all.Length < length; number++)
        {
            block = HMACSHA512.HashData(key, (byte[])[.. block, .. info, number]);
            all = [.. all, .. block];
        }

        return all[..length];
    }

    /// <summary>The base nonce, exclusive-or the number as an integer of 12 bytes, most significant first.</summary>
    public static byte[] Nonce(byte[] baseNonce, long number)
    {
        BigInteger nonce = new BigInteger(baseNonce, isUnsigned: true, isBigEndian: true) ^ number;
        byte[] bytes = nonce.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[12 - bytes.Length], .. bytes];
    }

    // Long chunks would take minutes bit by bit; ReferenceAesGcm is held against the framework in its tests, and used for short ones.
    private static byte[] Seal(byte[] key, byte[] nonce, byte[] chunk)
    {
        if (chunk.Length < 256)
        {
            return ReferenceAesGcm.Encrypt(key, nonce, chunk);
        }

        byte[] ciphertext = new byte[chunk.Length];
        byte[] tag = new byte[16];
        using var gcm = new AesGcm(key, 16);
        gcm.Encrypt(nonce, chunk, ciphertext, tag);
        return [.. ciphertext, .. tag];
    }

    private static byte[]? Open(byte[] key, byte[] nonce, byte[] sealedChunk)
    {
        if (sealedChunk.Length < 256 + 16)
        {
            return ReferenceAesGcm.Decrypt(key, nonce, sealedChunk);
        }

        byte[] plaintext = new byte[sealedChunk.Length - 16];
        using var gcm = new AesGcm(key, 16);
        try
        {
            gcm.Decrypt(nonce, sealedChunk.AsSpan(..^16), sealedChunk.AsSpan(^16..), plaintext);
            return plaintext;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
