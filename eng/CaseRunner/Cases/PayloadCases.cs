using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Encryption;
using QualityKit.Vault;

namespace QualityKit.CaseRunner.Cases;

/// <summary>Payloads that others encrypted: opened whole and at offsets, encrypted again, or refused.</summary>
internal static class PayloadCases
{
    private const int Offsets = 40;

    /// <summary>A file beside its manifest, which opens to exactly another file, or is rejected.</summary>
    public static Comparison OfFile(Case published, Setting setting)
    {
        JsonElement manifest = published.File.Root;
        published.OnlyHas("file", "expect", "plaintext");
        if (manifest.OptionalText("suite") != "Cobblestone-256")
        {
            throw new UnsupportedCaseException("only Cobblestone-256 is offered");
        }

        byte[] context = Bytes(published, manifest.RequiredMember("context"));
        byte[]? got = Open(KeyCases.Hex(manifest.RequiredMember("keyHex")), context, Bytes(published, published.Required("file")));
        var comparison = new Comparison();
        byte[]? expected = published.Required("expect").ToText() switch
        {
            "opens" => Bytes(published, published.Required("plaintext")),
            "rejected" => null,
            { } other => throw new UnsupportedCaseException($"`{other}` is not understood"),
        };
        comparison.Same("plaintext", Name(expected), Name(got));
        return comparison;
    }

    /// <summary>Project Wycheproof's chunked encryption with AES-256.</summary>
    public static Comparison OfWycheproof(Case published, Setting setting)
    {
        published.OnlyHas("key", "ctx", "ct", "aeadKey", "baseNonce", "msgLength", "msgSha512", "result");
        if (published.Group?.OptionalText("aead") != "AEAD_AES_256_GCM" || published.Group?.OptionalText("sha") != "SHA-512")
        {
            throw new UnsupportedCaseException("only Cobblestone-256 is offered");
        }

        byte[] key = KeyCases.Hex(published, "key");
        byte[] context = KeyCases.Hex(published, "ctx");
        byte[] ciphertext = Inflated(KeyCases.Hex(published, "ct"));
        byte[]? got = Open(key, context, ciphertext);
        var comparison = new Comparison();
        if (published.Required("result").ToText() != "valid")
        {
            comparison.Same("plaintext", Name(null), Name(got));
            return comparison;
        }

        comparison.Same("SHA-512", published.Required("msgSha512").ToText(), got is null ? "none" : Convert.ToHexStringLower(SHA512.HashData(got)));
        comparison.Same("ciphertext", Name(ciphertext), Name(got is null ? null : Encrypt(key, context, ciphertext[..PayloadFormat.SaltBytes], got)));
        return comparison;
    }

    /// <summary>The plaintext, read forward and then at offsets; null when it is refused before anything else than a whole prefix was given.</summary>
    private static byte[]? Open(byte[] rawKey, byte[] context, byte[] ciphertext)
    {
        if (rawKey.Length != DataKey.Bytes)
        {
            return null;
        }

        try
        {
            return OpenAsync(rawKey, context, ciphertext).GetAwaiter().GetResult();
        }
        catch (RecordingTamperedException)
        {
            return null;
        }
    }

    private static async Task<byte[]> OpenAsync(byte[] rawKey, byte[] context, byte[] ciphertext)
    {
        using var key = DataKey.UnsafeFromBytes(rawKey);
        using PayloadReader reader = await PayloadReader.UnsafeOpenAsync(CiphertextSource.Of(ciphertext), key, context, CancellationToken.None).ConfigureAwait(false);
        Stream stream = reader.OpenStream();
        await using (stream.ConfigureAwait(false))
        {
            byte[] all = new byte[reader.Length];
            await stream.ReadExactlyAsync(all).ConfigureAwait(false);
            if (await stream.ReadAsync(new byte[1]).ConfigureAwait(false) != 0)
            {
                throw new InvalidDataException("the stream goes on behind its end");
            }

            for (int turn = 0; turn < Offsets && all.Length > 0; turn++)
            {
                int offset = RandomNumberGenerator.GetInt32(all.Length);
                byte[] part = new byte[Math.Min(RandomNumberGenerator.GetInt32(1, 2 * PayloadFormat.ChunkBytes), all.Length - offset)];
                stream.Position = offset;
                await stream.ReadExactlyAsync(part).ConfigureAwait(false);
                if (!part.AsSpan().SequenceEqual(all.AsSpan(offset, part.Length)))
                {
                    throw new InvalidDataException($"at offset {offset} the stream gives something else");
                }
            }

            return all;
        }
    }

    private static byte[] Encrypt(byte[] rawKey, byte[] context, byte[] salt, byte[] plaintext)
    {
        using var key = DataKey.UnsafeFromBytes(rawKey);
        using var stream = new MemoryStream();
        using var writer = PayloadWriter.UnsafeTo(stream, key, context, salt);
        writer.WriteAsync(plaintext, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        writer.CompleteAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return stream.ToArray();
    }

    private static byte[] Inflated(byte[] compressed)
    {
        using var inflate = new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var all = new MemoryStream();
        inflate.CopyTo(all);
        return all.ToArray();
    }

    private static byte[] Bytes(Case published, JsonElement name) => File.ReadAllBytes(Path.Combine(published.File.Folder, name.ToText()));

    private static string Name(byte[]? bytes) => bytes is null ? "none" : $"{bytes.Length} bytes with SHA-256 {Convert.ToHexStringLower(SHA256.HashData(bytes))}";
}
