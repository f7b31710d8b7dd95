using System.Security.Cryptography;
using System.Text.Json.Nodes;
using QualityKit.Audio;
using QualityKit.Reference.Audio;
using QualityKit.Tests.Wire;

namespace QualityKit.Tests.Audio;

/// <summary><c>tests/vectors/audio/g711.json</c> has all 256 values of a law and the SHA-256 of the codes of the samples from -32,768 to 32,767; <c>QUALITYKIT_WRITE_VECTORS=1</c> writes it anew.</summary>
public sealed class G711Tests
{
    private static readonly string File = RepositoryFile.Path("tests/vectors/audio/g711.json");

    [Fact]
    public void The_vectors_are_what_the_tables_of_the_standard_say()
    {
        var specified = new JsonObject { ["alaw"] = Vector(SlowCompanding.ALaw()), ["ulaw"] = Vector(SlowCompanding.MuLaw()) };
        if (Environment.GetEnvironmentVariable("QUALITYKIT_WRITE_VECTORS") == "1")
        {
            System.IO.File.WriteAllText(File, specified.ToJsonString() + "\n");
        }

        Assert.True(JsonNode.DeepEquals(specified, JsonNode.Parse(System.IO.File.ReadAllText(File))));
    }

    [Theory]
    [InlineData("alaw")]
    [InlineData("ulaw")]
    public void Every_code_and_every_sample_is_as_the_vectors_say(string law)
    {
        JsonNode expected = JsonNode.Parse(System.IO.File.ReadAllText(File))![law]!;

        Assert.Equal(expected["decode"]!.AsArray().Select(value => (short)value!), Codes().Select(code => Decode(law, code)));
        Assert.Equal((string?)expected["encodeSha256"], Hash(Samples().Select(sample => Encode(law, sample))));
    }

    [Theory]
    [InlineData("alaw")]
    [InlineData("ulaw")]
    public void Every_sample_is_as_the_tables_of_the_standard_say(string law)
    {
        SlowCompanding tables = law == "alaw" ? SlowCompanding.ALaw() : SlowCompanding.MuLaw();

        Assert.Equal(Samples().Select(sample => (byte)tables.Encode(sample)), Samples().Select(sample => Encode(law, sample)));
        Assert.Equal(Codes().Select(code => (short)tables.Decode(code)), Codes().Select(code => Decode(law, code)));
    }

    [Theory]
    [InlineData("alaw")]
    [InlineData("ulaw")]
    public void It_is_as_the_software_of_the_standard_gives_it_where_its_results_are_at_hand(string law)
    {
        string file = RepositoryFile.Path("../shared/cases/recording/g711-itu-stl.json");
        if (!System.IO.File.Exists(file))
        {
            return;
        }

        JsonNode expected = JsonNode.Parse(System.IO.File.ReadAllText(file))![law]!;
        Assert.Equal(expected["decode"]!.AsArray().Select(value => (short)value!), Codes().Select(code => Decode(law, code)));
        // Its software drops the lowest two bits of a sample, or of the inverted sample, before anything else; so one of four stands for all four.
        Assert.Equal(Convert.FromHexString((string)expected["encodeHex"]!).SelectMany(code => Enumerable.Repeat(code, 4)), Samples().Select(sample => Encode(law, sample)));
    }

    [Theory]
    [InlineData("alaw")]
    [InlineData("ulaw")]
    public void What_was_decoded_is_encoded_as_it_was(string law)
    {
        // Mu-law has two zeros, and only one of them comes back.
        Assert.Equal(Codes().Where(code => law == "alaw" || code != 0x7F), Codes().Where(code => Encode(law, Decode(law, code)) == code));
    }

    private static JsonObject Vector(SlowCompanding tables) => new()
    {
        ["decode"] = new JsonArray([.. Codes().Select(code => JsonValue.Create(tables.Decode(code)))]),
        ["encodeSha256"] = Hash(Samples().Select(sample => (byte)tables.Encode(sample))),
    };

    private static string Hash(IEnumerable<byte> codes) => Convert.ToHexStringLower(SHA256.HashData([.. codes]));

    private static IEnumerable<byte> Codes() => Enumerable.Range(0, 256).Select(code => (byte)code);

    private static IEnumerable<short> Samples() => Enumerable.Range(short.MinValue, 65536).Select(sample => (short)sample);

    private static short Decode(string law, byte code) => law == "alaw" ? G711.DecodeALaw(code) : G711.DecodeMuLaw(code);

    private static byte Encode(string law, short sample) => law == "alaw" ? G711.EncodeALaw(sample) : G711.EncodeMuLaw(sample);
}
