using QualityKit.Encryption;
using QualityKit.Vault;

namespace QualityKit.Tests.Vault;

/// <summary>Payloads for tests: a key, a context, bytes that anybody can make again.</summary>
internal static class SamplePayload
{
    public static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(one => (byte)one)];
    public static readonly byte[] Salt = [.. Enumerable.Range(101, 24).Select(one => (byte)one)];
    public static readonly RecordingContext Context = new(new("acme"), new("call-7"), MediaKind.Audio);

    /// <summary>Byte i is i exclusive-or i/256 exclusive-or i/65536, modulo 256.</summary>
    public static byte[] Plaintext(int length)
    {
        byte[] bytes = new byte[length];
        for (int place = 0; place < length; place++)
        {
            bytes[place] = (byte)(place ^ (place >> 8) ^ (place >> 16));
        }

        return bytes;
    }

    public static DataKey NewKey() => DataKey.UnsafeFromBytes(Key);

    /// <summary>Encrypts with the sample's key, salt and context, in pieces of some size.</summary>
    public static async Task<(byte[] Ciphertext, PayloadSeal Seal)> EncryptAsync(byte[] plaintext, int piece = int.MaxValue)
    {
        using var key = NewKey();
        using var stream = new MemoryStream();
        using var writer = PayloadWriter.UnsafeTo(stream, key, Context.ToBytes(), Salt);
        foreach (byte[] part in plaintext.Chunk(Math.Min(piece, Math.Max(1, plaintext.Length))))
        {
            await writer.WriteAsync(part, CancellationToken.None);
        }

        PayloadSeal seal = await writer.CompleteAsync(CancellationToken.None);
        return (stream.ToArray(), seal);
    }

    /// <summary>Opens with the sample's key, and reads everything.</summary>
    public static async Task<byte[]> DecryptAsync(byte[] ciphertext, PayloadSeal seal, RecordingContext? context = null)
    {
        using var key = NewKey();
        using PayloadReader reader = await PayloadReader.OpenAsync(CiphertextSource.Of(ciphertext), key, context ?? Context, seal, CancellationToken.None);
        return await ReadAsync(reader);
    }

    /// <summary>Opens without an envelope, and reads everything.</summary>
    public static async Task<byte[]> DecryptUnpinnedAsync(byte[] ciphertext, byte[]? rawKey = null, byte[]? context = null)
    {
        using var key = DataKey.UnsafeFromBytes(rawKey ?? Key);
        using PayloadReader reader = await PayloadReader.UnsafeOpenAsync(CiphertextSource.Of(ciphertext), key, context ?? Context.ToBytes(), CancellationToken.None);
        return await ReadAsync(reader);
    }

    private static async Task<byte[]> ReadAsync(PayloadReader reader)
    {
        await using Stream stream = reader.OpenStream();
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        Assert.Equal(reader.Length, all.Length);
        return all.ToArray();
    }
}
