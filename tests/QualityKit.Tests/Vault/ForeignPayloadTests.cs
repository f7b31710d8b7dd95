using System.Security.Cryptography;
using System.Text.Json;
using QualityKit.Encryption;
using QualityKit.Reference.Recording;
using QualityKit.Vault;

namespace QualityKit.Tests.Vault;

/// <summary>Payloads that others made, where a machine has them; the vectors that ship are in <c>tests/vectors/recording</c>.</summary>
public sealed class ForeignPayloadTests
{
    private const string Wycheproof = "recording/c2sp_chunked_encryption_aes_256_gcm_test.json";

    public static TheoryData<int> Numbers => [.. SharedCases.Wycheproof(Wycheproof).Select(one => one.Test.GetProperty("tcId").GetInt32()).DefaultIfEmpty(0)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Wycheproof_is_opened_and_encrypted_again_byte_for_byte_or_refused(int number)
    {
        foreach ((_, JsonElement test) in SharedCases.Wycheproof(Wycheproof).Where(one => one.Test.GetProperty("tcId").GetInt32() == number))
        {
            byte[] key = SharedCases.Hex(test, "key");
            byte[] context = SharedCases.Hex(test, "ctx");
            byte[] ciphertext = SharedCases.Inflated(SharedCases.Hex(test, "ct"));
            byte[]? reference = ReferenceCobblestone.Decrypt(key, context, ciphertext);
            if (test.GetProperty("result").GetString() == "valid")
            {
                byte[] plaintext = await SamplePayload.DecryptUnpinnedAsync(ciphertext, key, context);
                Assert.Equal(SharedCases.Hex(test, "msgSha512"), SHA512.HashData(plaintext));
                Assert.Equal(ciphertext, await EncryptAsync(key, ciphertext[..24], context, plaintext));
                Assert.Equal(plaintext, reference);
            }
            else
            {
                Assert.Null(reference);
                Exception? refused = await Record.ExceptionAsync(() => SamplePayload.DecryptUnpinnedAsync(ciphertext, key, context));
                Assert.True(key.Length == 32 ? refused is RecordingTamperedException : refused is ArgumentException, $"{refused}");
            }
        }
    }

    [Fact]
    public async Task Files_of_another_implementation_open()
    {
        if (SharedCases.Find("recording/manifest.json") is not { } path)
        {
            return;
        }

        JsonElement manifest = JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
        byte[] key = SharedCases.Hex(manifest, "keyHex");
        byte[] Bytes(JsonElement one, string member) => File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(path)!, one.GetProperty(member).GetString()!));
        foreach (JsonElement one in manifest.GetProperty("cases").EnumerateArray())
        {
            byte[] context = Bytes(manifest, "context");
            Assert.Equal(Bytes(one, "plaintext"), await SamplePayload.DecryptUnpinnedAsync(Bytes(one, "file"), key, context));
        }
    }

    private static async Task<byte[]> EncryptAsync(byte[] rawKey, byte[] salt, byte[] context, byte[] plaintext)
    {
        using var key = DataKey.UnsafeFromBytes(rawKey);
        using var stream = new MemoryStream();
        using var writer = PayloadWriter.UnsafeTo(stream, key, context, salt);
        await writer.WriteAsync(plaintext, CancellationToken.None);
        await writer.CompleteAsync(CancellationToken.None);
        return stream.ToArray();
    }
}
