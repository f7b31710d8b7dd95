using System.Text;
using System.Text.Json.Nodes;
using QualityKit.Reference.Recording;

namespace QualityKit.Tests.Vault;

/// <summary>The exports of <c>tests/vectors/recording/export.json</c> that are just within what is taken, and those that are refused: each is right but for one thing.</summary>
internal static class ExportRefusals
{
    public static readonly byte[] DataKey = ExportVectors.Fixed("data key of what is refused");

    private static readonly byte[] Ring = ExportVectors.Ring("acme", DataKey).ToBytes();

    private static readonly ReferenceExport Right = new()
    {
        DataKey = DataKey,
        Salt = ExportVectors.Fixed("salt of what is refused")[..24],
        Context = ReferenceEnvelope.Context("acme", "call-7", 1),
        Plaintext = SamplePayload.Plaintext(5),
        Wraps = [Ring],
    };

    private static byte[] Payload => Right.Payload();

    public static IEnumerable<JsonObject> Accepted() => new (string Id, ReferenceExport Export)[]
    {
        ("as-it-is-meant", Right),
        ("longest-texts", For(new string('t', 126) + "\u00a0", new string('\u00fc', 64))),
        ("no-control-characters", For("\u00a0\u200e\u2028\ufeff", "\U0001f600\uffff")),
        ("control-characters-in-key-and-version", With(Wrap(2, "kms", "\u0001", "\u007f", [1]))),
        ("another-version", With(Ring, (ExportVectors.Ring("acme", DataKey) with { Version = "1" }).ToBytes())),
        ("forms-of-one-letter", With(Wrap(2, "kms", "\u00fc", "1", [1]), Wrap(2, "kms", "u\u0308", "1", [1]))),
        ("most-iterations", With(Ring, Rounds(10_000_000))),
        ("least-iterations", With(Ring, Rounds(100_000))),
        ("shortest-and-longest-of-a-public-key", With(Ring, Wrap(4, "rsa", "a", "1", [1]), Wrap(4, "rsa", "b", "1", new byte[1024]))),
        ("largest-envelope", For(new string('t', 128), new string('r', 128)) with { Wraps = [.. "abcd".Select(one => Wrap(2, new string('p', 64), new string(one, 512), new string('v', 512), new byte[8192]))] }),
    }.Select(one => new JsonObject { ["id"] = one.Id, ["export"] = Convert.ToHexStringLower(one.Export.ToBytes()) });

    public static IEnumerable<JsonObject> Refused() =>
    [
        .. Refused("envelope", Envelopes().Select(one => (one.Id, one.Export.ToBytes()))),
        .. Refused("envelope", Wraps().Select(one => (one.Id, (Right with { Wraps = [Ring, one.Wrong], Count = (byte)(one.Id == "two-passphrases" ? 3 : 2) }).ToBytes()))),
        .. Refused("wrap", Ways()),
        .. Refused("payload", Payloads()),
    ];

    private static IEnumerable<JsonObject> Refused(string by, IEnumerable<(string Id, byte[] Export)> exports) =>
        exports.Select(one => new JsonObject { ["id"] = one.Id, ["by"] = by, ["export"] = Convert.ToHexStringLower(one.Export) });

    private static IEnumerable<(string Id, ReferenceExport Export)> Envelopes() =>
    [
        ("marker-of-an-export", Right with { Marker = "QKR2" }),
        ("marker-of-an-envelope", Right with { EnvelopeMarker = "QKE2" }),
        ("envelope-shorter-than-said", Right with { Lies = (0, 0, 1) }),
        ("envelope-longer-than-said", Right with { Lies = (0, 0, -1) }),
        ("envelope-longer-than-the-file", Right with { Lies = (0, 0, 1000) }),
        ("envelope-longer-than-any", Right with { Lies = (0, 0, 0x7FFF_0000) }),
        ("envelope-of-4-GiB", Right with { Lies = (0, 0, 0xFFFF_0000) }),
        ("pinned-length-1-less", Right with { Lies = (-1, 0, 0) }),
        ("pinned-length-1-more", Right with { Lies = (1, 0, 0) }),
        ("suite-0", Right with { Suite = 0 }),
        ("suite-2", Right with { Suite = 2 }),
        ("flags", Right with { Flags = 1 }),
        ("plaintext-of-2-to-the-52", Right with { Length = 1L << 52 }),
        ("plaintext-of-2-to-the-63", Right with { Length = long.MinValue }),
        ("context-shorter-than-said", Right with { Lies = (0, 1, 0) }),
        ("context-longer-than-said", Right with { Lies = (0, -1, 0) }),
        ("context-marker", Right with { Context = [.. "qk2"u8, .. Right.Context[3..]] }),
        ("context-empty", Right with { Context = [] }),
        ("context-cut-off", Right with { Context = Right.Context[..^1] }),
        ("context-and-a-byte", Right with { Context = [.. Right.Context, 0] }),
        ("media-0", Right with { Context = ReferenceEnvelope.Context("acme", "call-7", 0) }),
        ("media-7", Right with { Context = ReferenceEnvelope.Context("acme", "call-7", 7) }),
        .. Texts().Select(text => ($"tenant-{text.Id}", Right with { Context = ReferenceEnvelope.Context(text.Bytes, "call-7"u8.ToArray(), 1) })),
        .. Texts().Select(text => ($"recording-{text.Id}", Right with { Context = ReferenceEnvelope.Context("acme"u8.ToArray(), text.Bytes, 1) })),
        ("no-wraps", Right with { Wraps = [] }),
        ("five-wraps", Right with { Wraps = [Ring, .. "abcd".Select(one => Wrap(2, "kms", $"{one}", "1", [1]))] }),
        ("fewer-wraps-than-said", Right with { Count = 2 }),
        ("more-wraps-than-said", Right with { Wraps = [Ring, Wrap(2, "kms", "a", "1", [1])], Count = 1 }),
        ("a-byte-behind-the-wraps", Right with { Behind = [0] }),
    ];

    private static IEnumerable<(string Id, byte[] Bytes)> Texts() =>
    [
        ("empty", []), ("of-129-bytes", [.. Enumerable.Repeat((byte)'x', 129)]), ("with-nul", "a\0"u8.ToArray()), ("with-u001f", "a\u001f"u8.ToArray()), ("with-u007f", "a\u007f"u8.ToArray()),
        ("with-u0080", "a\u0080"u8.ToArray()), ("with-u009f", "a\u009f"u8.ToArray()), ("overlong", [0xC1, 0xA1]), ("half-a-surrogate-pair", [0xED, 0xA0, 0x80]), ("cut-off", [0xC3]), ("beyond-unicode", [0xF4, 0x90, 0x80, 0x80]),
    ];

    /// <summary>A wrap that is wrong beside one that is right: together they are refused.</summary>
    private static IEnumerable<(string Id, byte[] Wrong)> Wraps() =>
    [
        ("kind-0", Wrap(0, "kms", "k", "1", new byte[40])),
        ("kind-5", Wrap(5, "kms", "k", "1", new byte[40])),
        ("ring-of-another-provider", Wrap(1, "kms", "ring", "1", new byte[40])),
        ("passphrase-of-another-provider", Named(Rounds(100_000), "kms")),
        ("public-key-of-another-provider", Wrap(4, "kms", "k", "1", new byte[384])),
        ("wrapper-named-ring", Wrap(2, "ring", "k", "1", new byte[40])),
        ("wrapper-named-passphrase", Wrap(2, "passphrase", "k", "1", new byte[60])),
        ("wrapper-named-rsa", Wrap(2, "rsa", "k", "1", new byte[384])),
        ("provider-empty", Wrap(2, "", "k", "1", [1])),
        ("provider-of-65-letters", Wrap(2, new string('k', 65), "k", "1", [1])),
        ("provider-with-a-capital", Wrap(2, "kMs", "k", "1", [1])),
        ("provider-that-begins-with-a-digit", Wrap(2, "1kms", "k", "1", [1])),
        ("provider-that-begins-with-a-dash", Wrap(2, "-kms", "k", "1", [1])),
        ("provider-not-ascii", Wrap(2, "k\u00fc", "k", "1", [1])),
        ("provider-and-a-line-end", Wrap(2, "kms\n", "k", "1", [1])),
        .. Texts().Where(text => text.Id is not ("of-129-bytes" or "with-u001f" or "with-u007f" or "with-u0080" or "with-u009f"))
            .SelectMany(text => new[] { ($"key-{text.Id}", Wrap("k"u8, text.Bytes, "1"u8)), ($"version-{text.Id}", Wrap("k"u8, "k"u8, text.Bytes)) }),
        ("key-of-513-bytes", Wrap(2, "kms", new string('k', 513), "1", [1])),
        ("version-of-513-bytes", Wrap(2, "kms", "k", new string('v', 513), [1])),
        ("ring-of-39-bytes", Wrap(1, "ring", "ring", "1", new byte[39])),
        ("ring-of-41-bytes", Wrap(1, "ring", "ring", "1", new byte[41])),
        ("wrapper-of-0-bytes", Wrap(2, "kms", "k", "1", [])),
        ("wrapper-of-8193-bytes", Wrap(2, "kms", "k", "1", new byte[8193])),
        ("passphrase-of-59-bytes", Wrap(3, "passphrase", "passphrase", "1", RoundsOnly(100_000)[..59])),
        ("passphrase-of-61-bytes", Wrap(3, "passphrase", "passphrase", "1", [.. RoundsOnly(100_000), 0])),
        ("passphrase-of-99999-iterations", Rounds(99_999)),
        ("passphrase-of-10000001-iterations", Rounds(10_000_001)),
        ("passphrase-of-2-to-the-31-iterations", Rounds(1L << 31)),
        ("public-key-of-0-bytes", Wrap(4, "rsa", "k", "1", [])),
        ("public-key-of-1025-bytes", Wrap(4, "rsa", "k", "1", new byte[1025])),
        ("the-same-key-version-twice", (ExportVectors.Ring("acme", DataKey) with { Wrapped = new byte[40] }).ToBytes()),
        ("two-passphrases", [.. Rounds(100_000), .. Wrap(3, "passphrase", "passphrase", "2", RoundsOnly(100_000))]),
    ];

    /// <summary>Nothing leads to the data key.</summary>
    private static IEnumerable<(string Id, byte[] Export)> Ways() =>
    [
        ("mac", (Right with { MacChange = 1 }).ToBytes()),
        ("another-length-under-the-old-mac", Changed(Right.ToBytes(), 8 + 15, 4)),
        ("another-data-key", With(ExportVectors.Ring("acme", ExportVectors.Fixed("another data key")).ToBytes()).ToBytes()),
        ("a-data-key-of-31-bytes", With(ExportVectors.Ring("acme", DataKey[..31]).ToBytes()).ToBytes()),
        ("wrapped-for-another-tenant", With(ExportVectors.Ring("acm", DataKey).ToBytes()).ToBytes()),
        ("a-wrap-that-was-changed", Changed(Right.ToBytes(), Right.Head().Length - 1, 1)),
    ];

    private static IEnumerable<(string Id, byte[] Export)> Payloads() =>
    [
        ("payload-missing", (Right with { Other = [] }).ToBytes()),
        ("payload-1-shorter", (Right with { Other = Payload[..^1] }).ToBytes()),
        ("payload-1-longer", (Right with { Other = [.. Payload, 0] }).ToBytes()),
        ("plaintext-1-longer-than-the-payload", (Right with { Length = 6 }).ToBytes()),
        ("plaintext-of-4-PiB", (Right with { Length = (1L << 52) - 1 }).ToBytes()),
        ("salt-of-the-payload", (Right with { Other = Changed(Payload, 0, 1) }).ToBytes()),
        ("commitment-of-the-payload", (Right with { Other = Changed(Payload, 24, 1) }).ToBytes()),
        ("commitment-of-both", (Right with { Commitment = ExportVectors.Fixed("another commitment") }).ToBytes()),
        ("ciphertext", (Right with { Other = Changed(Payload, 56, 1) }).ToBytes()),
        ("tag", (Right with { Other = Changed(Payload, Payload.Length - 1, 1) }).ToBytes()),
        ("payload-of-another-recording", (Right with { Other = (Right with { Context = ReferenceEnvelope.Context("acme", "call-8", 1) }).Payload() }).ToBytes()),
    ];

    private static ReferenceExport For(string tenant, string recording) => Right with { Context = ReferenceEnvelope.Context(tenant, recording, 1) };

    private static ReferenceExport With(params byte[][] wraps) => Right with { Wraps = wraps };

    private static byte[] Wrap(byte kind, string provider, string key, string version, byte[] wrapped) => ReferenceEnvelope.Wrap(kind, provider, key, version, wrapped);

    private static byte[] Wrap(ReadOnlySpan<byte> provider, ReadOnlySpan<byte> key, ReadOnlySpan<byte> version) =>
        ReferenceEnvelope.Wrap(2, provider.ToArray(), key.ToArray(), version.ToArray(), [1]);

    private static byte[] RoundsOnly(long iterations) => [.. ReferenceEnvelope.Number(iterations, 4), .. new byte[56]];

    private static byte[] Rounds(long iterations) => Wrap(3, "passphrase", "passphrase", "1", RoundsOnly(iterations));

    private static byte[] Named(byte[] wrap, string provider) => [wrap[0], (byte)provider.Length, .. Encoding.ASCII.GetBytes(provider), .. wrap[(2 + wrap[1])..]];

    private static byte[] Changed(byte[] bytes, int place, byte by)
    {
        byte[] changed = [.. bytes];
        changed[place] ^= by;
        return changed;
    }
}
