using System.Security.Cryptography;

namespace QualityKit.Encryption;

/// <summary>HKDF-Expand of RFC 5869 section 2.3 with SHA-512. The framework's own refuses keys shorter than the hash, which the format prescribes.</summary>
internal static class HkdfExpand
{
    /// <summary>Fills the output.</summary>
    /// <param name="key">The key, uniformly random.</param>
    /// <param name="info">What the output is for.</param>
    /// <param name="output">At most 255 x 64 bytes.</param>
    public static void Sha512(ReadOnlySpan<byte> key, ReadOnlySpan<byte> info, Span<byte> output)
    {
        using var wiped = new Wiped(stackalloc byte[HMACSHA512.HashSizeInBytes]);
        Span<byte> block = wiped.Bytes;
        using var wipedInput = new Wiped(new byte[block.Length + info.Length + 1]);
        Span<byte> input = wipedInput.Bytes;
        info.CopyTo(input[block.Length..]);

        // Nothing stands before the first block; before each other one stands the one before it.
        int start = block.Length;
        for (byte number = 1; !output.IsEmpty; number++)
        {
            input[^1] = number;
            HMACSHA512.HashData(key, input[start..], block);
            int taken = Math.Min(block.Length, output.Length);
            block[..taken].CopyTo(output);
            output = output[taken..];
            block.CopyTo(input);
            start = 0;
        }
    }
}
