using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Encryption;
using QualityKit.Reference.Recording;
using QualityKit.Tests.Vault;
using QualityKit.Tests.Wire;

namespace QualityKit.Tests.Encryption;

/// <summary>The vectors of envelopes in <c>tests/vectors/recording/envelope.json</c>, made by the reference; docs/recording-format.md says how they are read.</summary>
public sealed class EnvelopeVectorTests
{
    private static readonly string Path = RepositoryFile.Path("tests/vectors/recording/envelope.json");

    private static readonly (string Id, string Tenant, string Recording, MediaKind Media, long Length, string Version)[] Made =
    [
        ("audio", "acme", "call-7", MediaKind.Audio, 960_000, "00112233445566778899aabbccddeeff"),
        ("not-ascii", "Bücher", "ø/1", MediaKind.Transcript, 0, "00112233445566778899aabbccddeeff"),
        ("longest", "t", "r", MediaKind.Screen, (1L << 52) - 1, "1"),
    ];

    public static TheoryData<string> Ids => [.. Made.Select(one => one.Id)];

    [Fact]
    public void The_vectors_are_what_the_reference_makes()
    {
        var vectors = new JsonObject
        {
            ["format"] = "qualitykit.recording-vectors/1",
            ["provenance"] = "Made by ReferenceEnvelope from docs/recording-format.md.",
            ["cases"] = new JsonArray([.. Made.Select(Vector)]),
        };
        string text = vectors.ToJsonString(new JsonSerializerOptions { WriteIndented = true, IndentSize = 2 }).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("QUALITYKIT_WRITE_VECTORS") == "1")
        {
            File.WriteAllText(Path, text);
        }

        Assert.Equal(text, File.ReadAllText(Path));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_vector_opens_with_its_key_and_is_written_again_byte_for_byte(string id)
    {
        JsonElement vector = JsonDocument.Parse(File.ReadAllBytes(Path)).RootElement.GetProperty("cases").EnumerateArray().Single(one => one.GetProperty("id").GetString() == id);
        byte[] bytes = SharedCases.Hex(vector, "envelope");
        var context = new RecordingContext(new(Text(vector, "tenant")), new(Text(vector, "recording")), (MediaKind)vector.GetProperty("media").GetInt32());
        using var ring = KeyEncryptionKey.UnsafeFromBytes(SharedCases.Hex(vector, "keyEncryptionKey"), context.Tenant, Text(vector, "version"));
        var envelope = Envelope.Parse(bytes);
        using DataKey key = ring.Unwrap(envelope.Wraps[0])!;
        PayloadSeal seal = envelope.Open(key, context);
        Assert.Equal(vector.GetProperty("plaintextLength").GetInt64(), seal.PlaintextLength);
        Assert.Equal(bytes, Envelope.Make(seal, context, key, [ring.Wrap(key)]).ToBytes());
    }

    private static string Text(JsonElement vector, string member) => vector.GetProperty(member).GetString()!;

    private static JsonNode Vector((string Id, string Tenant, string Recording, MediaKind Media, long Length, string Version) made)
    {
        byte[] dataKey = SHA256.HashData(Encoding.UTF8.GetBytes($"data key of {made.Id}"));
        byte[] ring = SHA256.HashData(Encoding.UTF8.GetBytes($"ring key of {made.Id}"));
        byte[] salt = SHA256.HashData(Encoding.UTF8.GetBytes($"salt of {made.Id}"))[..24];
        return new JsonObject
        {
            ["id"] = made.Id,
            ["dataKey"] = Convert.ToHexStringLower(dataKey),
            ["keyEncryptionKey"] = Convert.ToHexStringLower(ring),
            ["version"] = made.Version,
            ["tenant"] = made.Tenant,
            ["recording"] = made.Recording,
            ["media"] = (int)made.Media,
            ["salt"] = Convert.ToHexStringLower(salt),
            ["plaintextLength"] = made.Length,
            ["envelope"] = Convert.ToHexStringLower(ReferenceEnvelope.Make(dataKey, made.Length, salt, made.Tenant, made.Recording, (byte)made.Media, (ring, made.Version))),
        };
    }
}
