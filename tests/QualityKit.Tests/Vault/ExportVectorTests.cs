using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Encryption;
using QualityKit.Reference.Recording;
using QualityKit.Tests.Wire;
using QualityKit.Vault;

namespace QualityKit.Tests.Vault;

/// <summary>The vectors of exports in <c>tests/vectors/recording/export.json</c>, made by the reference; docs/recording-format.md says how they are read.</summary>
public sealed class ExportVectorTests
{
    private static readonly string Path = RepositoryFile.Path("tests/vectors/recording/export.json");
    private static readonly Lazy<JsonElement> Vectors = new(() => JsonDocument.Parse(File.ReadAllBytes(Path)).RootElement);

    public static TheoryData<string> Opening => Ids("cases");

    public static TheoryData<string> Accepted => Ids("accepted");

    public static TheoryData<string> Refused => Ids("refused");

    [Fact]
    public void The_vectors_are_what_the_reference_makes()
    {
        var vectors = new JsonObject
        {
            ["format"] = "qualitykit.recording-vectors/1",
            ["provenance"] = "Made by ReferenceExport from docs/recording-format.md; byte i of a plaintext is (i xor i/256 xor i/65536) mod 256.",
            ["passphrase"] = ExportVectors.Passphrase,
            ["oneTimeKey"] = Convert.ToHexStringLower(ExportVectors.OneTimeKey),
            ["version"] = ExportVectors.Version,
            ["checkValueForAcme"] = Convert.ToHexStringLower(ReferenceEnvelope.CheckValue("acme", ExportVectors.OneTimeKey, ExportVectors.Version)),
            ["cases"] = new JsonArray([.. ExportVectors.All()]),
            ["dataKey"] = Convert.ToHexStringLower(ExportRefusals.DataKey),
            ["accepted"] = new JsonArray([.. ExportRefusals.Accepted()]),
            ["refused"] = new JsonArray([.. ExportRefusals.Refused()]),
        };
        string text = vectors.ToJsonString(new JsonSerializerOptions { WriteIndented = true, IndentSize = 2 }).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("QUALITYKIT_WRITE_VECTORS") == "1")
        {
            File.WriteAllText(Path, text);
        }

        Assert.Equal(text, File.ReadAllText(Path));
    }

    [Theory]
    [MemberData(nameof(Opening))]
    public async Task A_vector_opens_for_each_of_its_wraps(string id)
    {
        JsonElement vector = Find("cases", id);
        byte[] file = FileOf(vector);
        byte[] plaintext = SamplePayload.Plaintext(vector.GetProperty("plaintextLength").GetInt32());
        var context = new RecordingContext(new(Text(vector, "tenant")), new(Text(vector, "recording")), (MediaKind)vector.GetProperty("media").GetInt32());
        foreach (JsonElement wrap in Opens(vector))
        {
            using IDisposable key = KeyFor(wrap, context, out ExportSecret secret);
            using OpenedExport opened = await RecordingExport.OpenAsync(CiphertextSource.Of(file), secret, CancellationToken.None);
            Assert.Equal(context, opened.Context);
            await using Stream stream = opened.Payload.OpenStream();
            using var all = new MemoryStream();
            await stream.CopyToAsync(all);
            Assert.Equal(plaintext, all.ToArray());
        }

        using var tree = new PayloadTree();
        tree.Append(file.AsSpan(SharedCases.Hex(vector, "head").Length));
        Assert.Equal(Text(vector, "tree"), tree.Root());
        using KeyEncryptionKey checkedKey = OneTimeKey("acme");
        Assert.Equal(SharedCases.Hex(Vectors.Value, "checkValueForAcme"), checkedKey.CheckValue.ToArray());
    }

    [Theory]
    [MemberData(nameof(Accepted))]
    public void What_is_just_within_the_format_is_read(string id)
    {
        byte[] file = SharedCases.Hex(Find("accepted", id), "export");
        using var key = DataKey.UnsafeFromBytes(ExportRefusals.DataKey);
        int length = (file[5] << 16) | (file[6] << 8) | file[7];
        var envelope = Envelope.Parse(file.AsSpan(8, length));
        Assert.Equal(5, envelope.Open(key, envelope.Context).PlaintextLength);
        Assert.True(id != "largest-envelope" || length == Envelope.MostBytes);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_not_as_the_format_says_is_refused(string id)
    {
        JsonElement vector = Find("refused", id);
        using KeyEncryptionKey key = OneTimeKey("acme");
        var refused = await Assert.ThrowsAsync<RecordingTamperedException>(async () =>
        {
            using OpenedExport opened = await RecordingExport.OpenAsync(CiphertextSource.Of(SharedCases.Hex(vector, "export")), ExportSecret.OneTimeKey(key), CancellationToken.None);
            await using Stream stream = opened.Payload.OpenStream();
            await stream.CopyToAsync(Stream.Null);
        });
        Assert.Contains(refused.Reason, (TamperReason[])(Text(vector, "by") switch
        {
            "envelope" => id == "envelope-longer-than-the-file" ? [TamperReason.Length] : [TamperReason.Envelope],
            "wrap" => [TamperReason.Wrap],
            _ => [TamperReason.Length, TamperReason.Header, TamperReason.Commitment, TamperReason.Chunk],
        }));
    }

    [PythonFact]
    public async Task A_stranger_with_Python_opens_and_refuses_the_same()
    {
        foreach (JsonElement vector in Vectors.Value.GetProperty("cases").EnumerateArray())
        {
            byte[] plaintext = SamplePayload.Plaintext(vector.GetProperty("plaintextLength").GetInt32());
            foreach (JsonElement wrap in Opens(vector))
            {
                string secret = wrap.GetProperty("kind").GetInt32() switch
                {
                    1 => $"ring:{ExportVectors.Version}:{Text(Vectors.Value, "oneTimeKey")}",
                    3 => ExportVectors.Passphrase,
                    _ => $"rsa:{ExportVectors.PathOf(Text(wrap, "privateKey"))}",
                };
                Assert.Equal(plaintext, (await RecordingExportTests.ReadWithPythonAsync(FileOf(vector), secret)).Written);
            }
        }

        string dataKey = $"key:{Text(Vectors.Value, "dataKey")}";
        foreach (JsonElement vector in Vectors.Value.GetProperty("accepted").EnumerateArray())
        {
            (int code, byte[]? written) = await RecordingExportTests.ReadWithPythonAsync(SharedCases.Hex(vector, "export"), dataKey);
            Assert.True(code == 0 && SamplePayload.Plaintext(5).SequenceEqual(written!), Text(vector, "id"));
        }

        foreach (JsonElement vector in Vectors.Value.GetProperty("refused").EnumerateArray())
        {
            // The data key leads past the wraps: what is refused with it is refused for what it is.
            string secret = Text(vector, "by") == "wrap" ? $"ring:{ExportVectors.Version}:{Text(Vectors.Value, "oneTimeKey")}" : dataKey;
            Assert.True((1, null) == await RecordingExportTests.ReadWithPythonAsync(SharedCases.Hex(vector, "export"), secret), Text(vector, "id"));
        }
    }

    private static TheoryData<string> Ids(string list) => [.. Vectors.Value.GetProperty(list).EnumerateArray().Select(one => Text(one, "id"))];

    private static JsonElement Find(string list, string id) => Vectors.Value.GetProperty(list).EnumerateArray().Single(one => Text(one, "id") == id);

    /// <summary>The wraps that hold the data key, and that a recipient of ours opens.</summary>
    private static IEnumerable<JsonElement> Opens(JsonElement vector) =>
        vector.GetProperty("wraps").EnumerateArray().Where(wrap => wrap.TryGetProperty("holds", out JsonElement holds) && holds.GetString() == Text(vector, "dataKey"));

    private static byte[] FileOf(JsonElement vector)
    {
        byte[] context = ReferenceEnvelope.Context(Text(vector, "tenant"), Text(vector, "recording"), (byte)vector.GetProperty("media").GetInt32());
        byte[] payload = ReferenceCobblestone.Encrypt(SharedCases.Hex(vector, "dataKey"), SharedCases.Hex(vector, "salt"), context, SamplePayload.Plaintext(vector.GetProperty("plaintextLength").GetInt32()));
        byte[] file = [.. SharedCases.Hex(vector, "head"), .. payload];
        Assert.Equal(SharedCases.Hex(vector, "sha256"), SHA256.HashData(file));
        Assert.True(!vector.TryGetProperty("export", out _) || SharedCases.Hex(vector, "export").AsSpan().SequenceEqual(file));
        return file;
    }

    private static IDisposable KeyFor(JsonElement wrap, RecordingContext context, out ExportSecret secret)
    {
        switch (wrap.GetProperty("kind").GetInt32())
        {
            case 1:
                KeyEncryptionKey key = OneTimeKey(context.Tenant.Value);
                secret = ExportSecret.OneTimeKey(key);
                return key;
            case 3:
                secret = ExportSecret.Passphrase(Text(Vectors.Value, "passphrase"));
                return new MemoryStream();
            default:
                RSA rsa = ExportVectors.PrivateKey(Text(wrap, "privateKey"));
                secret = ExportSecret.PrivateKey(rsa);
                return rsa;
        }
    }

    private static KeyEncryptionKey OneTimeKey(string tenant) => KeyEncryptionKey.UnsafeFromBytes(SharedCases.Hex(Vectors.Value, "oneTimeKey"), new(tenant), Text(Vectors.Value, "version"));

    private static string Text(JsonElement vector, string member) => vector.GetProperty(member).GetString()!;
}
