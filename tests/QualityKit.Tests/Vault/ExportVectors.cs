using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using QualityKit.Reference.Recording;
using QualityKit.Tests.Wire;

namespace QualityKit.Tests.Vault;

/// <summary>The exports of <c>tests/vectors/recording/export.json</c> that open, made by the reference from fixed keys.</summary>
internal static class ExportVectors
{
    public const string Recipient = "recipient.pem";
    public const string OtherRecipient = "other-recipient.pem";
    public const string Version = "00112233445566778899aabbccddeeff";
    public const string Passphrase = "Zu\u0308rich, Bu\u0308cher und 2026";

    public static readonly byte[] OneTimeKey = Fixed("one-time key");

    private const int LongestExport = 1024;

    public static IEnumerable<JsonObject> All()
    {
        yield return Case("one-time-key", ("acme", "call-7", 1), 5, key => [Ring("acme", key)]);
        yield return Case("passphrase", ("B\u00fccher", "\u00f8/1", 2), 0, key => [ByPassphrase(key, 100_000)]);
        yield return Case("public-key", ("acme", "call-7", 6), 100, key => [Rsa(Recipient, key)]);
        yield return Case("four-ways", ("acme", "call-7", 3), 20_000, key => [Host(), Ring("acme", key), ByPassphrase(key, 210_000), Rsa(Recipient, key)]);
        yield return Case("two-public-keys", ("acme", "call-7", 4), 16_384, key => [Rsa(OtherRecipient, key), Rsa(Recipient, key)]);
        yield return Case("wraps-that-lead-elsewhere", ("acme", "call-7", 5), 40_000, key =>
            [Ring("acme", Fixed("another data key")) with { Version = "0" }, Rsa(Recipient, key[..16]) with { Version = "0" }, Ring("acme", key), Rsa(Recipient, key)]);
        yield return Case("names-that-are-hints", ("acme", "call-7", 1), 5, key =>
            [Ring("acme", key) with { Key = "k" }, ByPassphrase(key, 100_000) with { Key = "k", Version = "v" }, Rsa(Recipient, key) with { Key = "k", Version = "v" }]);
    }

    /// <summary>32 bytes that anybody can make again.</summary>
    public static byte[] Fixed(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));

    public static VectorWrap Ring(string tenant, byte[] holds) =>
        new(1, "ring", "ring", Version, ReferenceEnvelope.WrapByRing(holds, tenant, OneTimeKey, Version)) { MadeFrom = [("holds", Convert.ToHexStringLower(holds))] };

    public static VectorWrap ByPassphrase(byte[] holds, int iterations)
    {
        byte[] salt = Fixed("salt of a passphrase")[..16];
        return new(3, "passphrase", "passphrase", "1", ReferenceEnvelope.WrapByPassphrase(holds, Passphrase, salt, iterations))
        {
            MadeFrom = [("holds", Convert.ToHexStringLower(holds)), ("iterations", iterations), ("salt", Convert.ToHexStringLower(salt))],
        };
    }

    public static VectorWrap Host() => new(2, "kms", "arn:kms:key/1", "7", Fixed("in the form of a host's own"));

    public static string PathOf(string pem) => RepositoryFile.Path($"tests/vectors/recording/{pem}");

    public static RSA PrivateKey(string pem)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(PathOf(pem)));
        return rsa;
    }

    private static VectorWrap Rsa(string pem, byte[] holds)
    {
        using RSA rsa = PrivateKey(pem);
        byte[] seed = Fixed($"seed for {pem}");
        return new(4, "rsa", Convert.ToHexStringLower(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo())), "1", ReferenceOaep.Encrypt(rsa.ExportParameters(false), holds, seed))
        {
            MadeFrom = [("holds", Convert.ToHexStringLower(holds)), ("privateKey", pem), ("seed", Convert.ToHexStringLower(seed))],
        };
    }

    private static JsonObject Case(string id, (string Tenant, string Recording, byte Media) of, int length, Func<byte[], VectorWrap[]> wrap)
    {
        byte[] key = Fixed($"data key of {id}");
        VectorWrap[] wraps = wrap(key);
        var export = new ReferenceExport
        {
            DataKey = key,
            Salt = Fixed($"salt of {id}")[..24],
            Context = ReferenceEnvelope.Context(of.Tenant, of.Recording, of.Media),
            Plaintext = SamplePayload.Plaintext(length),
            Wraps = [.. wraps.Select(one => one.ToBytes())],
        };
        byte[] bytes = export.ToBytes();
        var json = new JsonObject
        {
            ["id"] = id,
            ["dataKey"] = Convert.ToHexStringLower(key),
            ["salt"] = Convert.ToHexStringLower(export.Salt),
            ["tenant"] = of.Tenant,
            ["recording"] = of.Recording,
            ["media"] = (int)of.Media,
            ["plaintextLength"] = length,
            ["wraps"] = new JsonArray([.. wraps.Select(one => one.ToJson())]),
            ["head"] = Convert.ToHexStringLower(export.Head()),
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            ["tree"] = Convert.ToHexStringLower(export.Tree()),
        };
        if (bytes.Length <= LongestExport)
        {
            json["export"] = Convert.ToHexStringLower(bytes);
        }

        return json;
    }
}
