using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Encryption;
using QualityKit.Reference.Recording;
using QualityKit.Tests.Wire;

namespace QualityKit.Tests.Vault;

/// <summary>The vectors of payloads in <c>tests/vectors/recording/payload.json</c>, made by the reference; docs/recording-format.md says how they are read.</summary>
public sealed class PayloadVectorTests
{
    private static readonly string File = RepositoryFile.Path("tests/vectors/recording/payload.json");

    private static readonly (string Id, int Length, string Context)[] Made =
    [
        ("empty", 0, "acme"), ("one-byte", 1, "acme"), ("no-context", 100, ""), ("context-with-nul", 100, "a\0b"),
        ("one-less-than-a-chunk", 16383, "acme"), ("exactly-a-chunk", 16384, "acme"), ("one-more-than-a-chunk", 16385, "acme"),
        ("two-chunks", 32768, "acme"), ("past-chunk-255", (257 * 16384) + 3, "acme"),
    ];

    public static TheoryData<string> Ids => [.. Made.Select(one => one.Id)];

    [Fact]
    public void The_vectors_are_what_the_reference_makes()
    {
        var vectors = new JsonObject
        {
            ["format"] = "qualitykit.recording-vectors/1",
            ["provenance"] = "Made by ReferenceCobblestone from C2SP chunked-encryption.md; byte i of a plaintext is (i xor i/256 xor i/65536) mod 256.",
            ["cases"] = new JsonArray([.. Made.Select(Vector)]),
        };
        string text = vectors.ToJsonString(new JsonSerializerOptions { WriteIndented = true, IndentSize = 2 }).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("QUALITYKIT_WRITE_VECTORS") == "1")
        {
            System.IO.File.WriteAllText(File, text);
        }

        Assert.Equal(text, System.IO.File.ReadAllText(File));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_vector_opens_and_is_refused_when_anything_is_another(string id)
    {
        JsonElement vector = JsonDocument.Parse(System.IO.File.ReadAllBytes(File)).RootElement.GetProperty("cases").EnumerateArray().Single(one => one.GetProperty("id").GetString() == id);
        byte[] key = SharedCases.Hex(vector, "key");
        byte[] context = SharedCases.Hex(vector, "context");
        byte[] plaintext = SamplePayload.Plaintext(vector.GetProperty("plaintextLength").GetInt32());
        byte[] ciphertext = ReferenceCobblestone.Encrypt(key, SharedCases.Hex(vector, "salt"), context, plaintext);
        Assert.Equal(SharedCases.Hex(vector, "sha256"), SHA256.HashData(ciphertext));
        Assert.Equal(plaintext, await SamplePayload.DecryptUnpinnedAsync(ciphertext, key, context));
        await Assert.ThrowsAsync<RecordingTamperedException>(() => SamplePayload.DecryptUnpinnedAsync(ciphertext, key, [.. context, 0]));
        key[31] ^= 1;
        await Assert.ThrowsAsync<RecordingTamperedException>(() => SamplePayload.DecryptUnpinnedAsync(ciphertext, key, context));
    }

    private static JsonNode Vector((string Id, int Length, string Context) made)
    {
        byte[] key = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"key of {made.Id}"));
        byte[] salt = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"salt of {made.Id}"))[..24];
        byte[] context = System.Text.Encoding.UTF8.GetBytes(made.Context);
        byte[] ciphertext = ReferenceCobblestone.Encrypt(key, salt, context, SamplePayload.Plaintext(made.Length));
        var vector = new JsonObject
        {
            ["id"] = made.Id,
            ["key"] = Convert.ToHexStringLower(key),
            ["salt"] = Convert.ToHexStringLower(salt),
            ["context"] = Convert.ToHexStringLower(context),
            ["plaintextLength"] = made.Length,
            ["header"] = Convert.ToHexStringLower(ciphertext.AsSpan(0, 56)),
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(ciphertext)),
        };
        if (made.Length <= 100)
        {
            vector["ciphertext"] = Convert.ToHexStringLower(ciphertext);
        }

        return vector;
    }
}
