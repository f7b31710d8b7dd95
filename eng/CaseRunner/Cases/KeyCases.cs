using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Encryption;
using QualityKit.Storage.Documents;
using QualityKit.Vault;

namespace QualityKit.CaseRunner.Cases;

/// <summary>Wrapped keys, and what can be read with which keys.</summary>
internal static class KeyCases
{
    private static readonly TenantId Tenant = new("tenant");

    /// <summary>Project Wycheproof's AES-KWP: a key of 256 bits through the raw wrap.</summary>
    public static Comparison Wrap(Case published, Setting setting)
    {
        published.OnlyHas("key", "msg", "ct", "result");
        byte[] wrappingKey = Hex(published, "key");
        if (published.File.Root.OptionalText("algorithm") != "AES-KWP" || wrappingKey.Length != UnsafeKeyWrap.WrappingKeyBytes)
        {
            throw new UnsupportedCaseException("only AES-KWP with 256 bits is offered");
        }

        byte[] key = Hex(published, "msg");
        byte[] wrapped = Hex(published, "ct");
        byte[]? got = UnsafeKeyWrap.Unwrap(wrappingKey, wrapped);
        var comparison = new Comparison();
        if (published.Required("result").ToText() == "invalid")
        {
            comparison.Same("key", "none", got is null ? "none" : Convert.ToHexStringLower(got));
            return comparison;
        }

        comparison.Same("key", Convert.ToHexStringLower(key), got is null ? "none" : Convert.ToHexStringLower(got));
        comparison.Same("wrapped", Convert.ToHexStringLower(wrapped), Convert.ToHexStringLower(UnsafeKeyWrap.Wrap(wrappingKey, key)));
        return comparison;
    }

    /// <summary>Which recordings can be read with the keys that are left: each has an envelope whose data key one key wraps.</summary>
    public static Comparison Rotation(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        published.Input.OnlyHas("input", "keys", "recordings");
        published.Expected.OnlyHas("expected result", "readable", "unreadable");
        string[] keys = [.. published.Input.List("keys").Select(key => key.ToText())];
        ILookup<bool, string> read = published.Input.List("recordings").ToLookup(
            recording => CanRead(keys, recording.RequiredMember("id").ToText(), recording.RequiredMember("key").ToText()),
            recording => recording.RequiredMember("id").ToText());

        var comparison = new Comparison();
        comparison.Names("readable", published.Expected.List("readable").Select(id => id.ToText()), read[true]);
        comparison.Names("unreadable", published.Expected.List("unreadable").Select(id => id.ToText()), read[false]);
        return comparison;
    }

    public static byte[] Hex(Case published, string member) => Hex(published.Required(member));

    public static byte[] Hex(JsonElement element)
    {
        try
        {
            return Convert.FromHexString(element.ToText());
        }
        catch (FormatException)
        {
            throw new UnsupportedCaseException("hexadecimal digits are expected");
        }
    }

    private static bool CanRead(string[] keys, string recording, string wrappedBy)
    {
        using DataKey dataKey = RandomKeys.NewDataKey();
        using KeyEncryptionKey wrapping = KeyOf(wrappedBy);
        var context = new RecordingContext(Tenant, new(recording), MediaKind.Audio);
        var seal = new PayloadSeal { Suite = PayloadSuite.Cobblestone256, PlaintextLength = 0, Salt = new byte[24], Commitment = new byte[32] };
        var envelope = Envelope.Parse(Envelope.Make(seal, context, dataKey, [wrapping.Wrap(dataKey)]).ToBytes());
        foreach (string name in keys)
        {
            using KeyEncryptionKey key = KeyOf(name);
            using DataKey? unwrapped = key.Unwrap(envelope.Wraps[0]);
            if (unwrapped is not null && envelope.IsAuthenticUnder(unwrapped))
            {
                return true;
            }
        }

        return false;
    }

    private static KeyEncryptionKey KeyOf(string name) => KeyEncryptionKey.UnsafeFromBytes(SHA256.HashData(Encoding.UTF8.GetBytes(name)), Tenant, name);
}
