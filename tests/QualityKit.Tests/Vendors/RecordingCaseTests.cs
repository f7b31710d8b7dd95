using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using QualityKit.CaseRunner;
using QualityKit.Reference.Recording;
using QualityKit.Tests.Vault;

namespace QualityKit.Tests.Vendors;

public sealed class RecordingCaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qualitykit-cases").FullName;
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private readonly StringWriter _errors = new(CultureInfo.InvariantCulture);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Files_open_to_what_lies_beside_them_or_are_rejected()
    {
        byte[] plaintext = SamplePayload.Plaintext(40_000);
        byte[] payload = ReferenceCobblestone.Encrypt(SamplePayload.Key, SamplePayload.Salt, [7], plaintext);
        File.WriteAllBytes(Path.Combine(_folder, "context.bin"), [7]);
        File.WriteAllBytes(Path.Combine(_folder, "plain.bin"), plaintext);
        File.WriteAllBytes(Path.Combine(_folder, "good.cob"), payload);
        payload[^1] ^= 1;
        File.WriteAllBytes(Path.Combine(_folder, "bad.cob"), payload);
        Assert.Equal(1, Run($$"""
            {"format": "recording-cases/1", "suite": "Cobblestone-256", "keyHex": "{{Convert.ToHexString(SamplePayload.Key)}}", "context": "context.bin", "cases": [
              {"id": "a", "file": "good.cob", "expect": "opens", "plaintext": "plain.bin"}, {"id": "b", "file": "bad.cob", "expect": "rejected"},
              {"id": "c", "file": "bad.cob", "expect": "opens", "plaintext": "plain.bin"}, {"id": "d", "file": "good.cob", "expect": "rejected"}, {"id": "e", "file": "good.cob", "expect": "maybe"}]}
            """));
        Assert.Equal(["pass a", "pass b", "fail c", "fail d", "unsupported e", "2 passed"], Starts());
    }

    [Fact]
    public void Another_suite_is_unsupported()
    {
        Assert.Equal(0, Run("""{"format": "recording-cases/1", "suite": "other", "keyHex": "", "context": "", "cases": [{"id": "a", "file": "x", "expect": "rejected"}]}"""));
        Assert.Equal(["unsupported a", "0 passed"], Starts());
    }

    [Fact]
    public void Vectors_of_chunked_encryption_open_and_encrypt_again_or_are_rejected()
    {
        byte[] payload = ReferenceCobblestone.Encrypt(SamplePayload.Key, SamplePayload.Salt, [], [1, 2, 3]);
        string Test(int id, byte[] ciphertext, string result, string digest) =>
            $$"""{"tcId": {{id}}, "comment": "", "flags": [], "key": "{{Convert.ToHexString(SamplePayload.Key)}}", "ctx": "", "ct": "{{Convert.ToHexString(Deflated(ciphertext))}}", "msgLength": 3, "msgSha512": "{{digest}}", "result": "{{result}}"}""";
        string right = Convert.ToHexStringLower(SHA512.HashData([1, 2, 3]));
        string group = $$"""{"type": "ChunkedEncryption", "aead": "AEAD_AES_256_GCM", "sha": "SHA-512", "tests": [{{Test(1, payload, "valid", right)}}, {{Test(2, payload[..^1], "invalid", right)}}, {{Test(3, payload, "valid", "00")}}, {{Test(4, payload, "invalid", right)}}]}""";
        string other = $$"""{"type": "ChunkedEncryption", "aead": "AEAD_AES_128_GCM", "sha": "SHA-512", "tests": [{{Test(5, payload, "valid", right)}}]}""";
        Assert.Equal(1, Run($$"""{"algorithm": "Cobblestone-256", "testGroups": [{{group}}, {{other}}]}"""));
        Assert.Equal(["pass cases.json#1", "pass cases.json#2", "fail cases.json#3", "fail cases.json#4", "unsupported cases.json#5", "2 passed"], Starts());
    }

    [Fact]
    public void Vectors_of_key_wrap_are_unwrapped_and_wrapped_again_or_rejected()
    {
        byte[] wrapped = ReferenceKeyWrap.Wrap(SamplePayload.Key, [1, 2, 3]);
        string Test(int id, string key, string result, string message) =>
            $$"""{"tcId": {{id}}, "comment": "", "flags": [], "key": "{{key}}", "msg": "{{message}}", "ct": "{{Convert.ToHexString(wrapped)}}", "result": "{{result}}"}""";
        string key = Convert.ToHexString(SamplePayload.Key);
        string tests = string.Join(',', Test(1, key, "valid", "010203"), Test(2, new string('0', 64), "invalid", "010203"), Test(3, key, "valid", "010204"), Test(4, key, "invalid", "010203"), Test(5, "00", "valid", "010203"), Test(6, "xy", "valid", ""));
        Assert.Equal(1, Run($$"""{"algorithm": "AES-KWP", "testGroups": [{"type": "KeywrapTest", "keySize": 256, "tests": [{{tests}}]}]}"""));
        Assert.Equal(["pass cases.json#1", "pass cases.json#2", "fail cases.json#3", "fail cases.json#4", "unsupported cases.json#5", "unsupported cases.json#6", "2 passed"], Starts());
    }

    [Fact]
    public void What_no_key_wraps_is_lost()
    {
        string Of(string id, string keys, string readable, string unreadable) =>
            $$"""{"id": "{{id}}", "kind": "rotation", "input": {"keys": {{keys}}, "recordings": [{"id": "r1", "key": "k1"}, {"id": "r2", "key": "k2"}]}, "expected": {"readable": {{readable}}, "unreadable": {{unreadable}} } }""";
        Assert.Equal(1, Run($$"""{"schema": {}, "cases": [{{Of("a", "[\"k2\"]", "[\"r2\"]", "[\"r1\"]")}}, {{Of("b", "[\"k2\", \"k1\"]", "[\"r1\", \"r2\"]", "[]")}}, {{Of("c", "[]", "[\"r1\"]", "[\"r2\"]")}}]}"""));
        Assert.Equal(["pass a", "pass b", "fail c", "2 passed"], Starts());
    }

    private static byte[] Deflated(byte[] bytes)
    {
        using var all = new MemoryStream();
        using (var deflate = new ZLibStream(all, CompressionMode.Compress))
        {
            deflate.Write(bytes);
        }

        return all.ToArray();
    }

    private int Run(string json)
    {
        string path = Path.Combine(_folder, "cases.json");
        File.WriteAllText(path, json);
        return CommandLine.Run([path], _output, _errors);
    }

    // The outcome and the id of each line.
    private string[] Starts() => [.. _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(' ', line.Split([' ', ':', ','], StringSplitOptions.RemoveEmptyEntries).Take(2)))];
}
