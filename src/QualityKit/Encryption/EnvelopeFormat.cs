using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace QualityKit.Encryption;

/// <summary>How an envelope is laid out (docs/recording-format.md); numbers have their most significant byte first.</summary>
internal static class EnvelopeFormat
{
    public const int MacBytes = 32;

    public static ReadOnlySpan<byte> Marker => "QKE1"u8;

    /// <summary>The part that never changes, with its MAC.</summary>
    public static byte[] Pin(PayloadSeal seal, RecordingContext context, DataKey key)
    {
        byte[] bound = context.ToBytes();
        var bytes = new List<byte>();
        bytes.AddRange(Marker);
        bytes.AddRange(U16(Marker.Length + sizeof(ushort) + 2 + sizeof(long) + PayloadFormat.HeaderBytes + sizeof(ushort) + bound.Length + MacBytes));
        bytes.Add((byte)seal.Suite);
        bytes.Add(0);
        bytes.AddRange(U64(seal.PlaintextLength));
        bytes.AddRange(seal.Salt.Span);
        bytes.AddRange(seal.Commitment.Span);
        bytes.AddRange(U16(bound.Length));
        bytes.AddRange(bound);
        bytes.AddRange(key.Mac(KeyPurpose.EnvelopeMac, bytes.ToArray()));
        return [.. bytes];
    }

    public static bool IsAuthentic(ReadOnlySpan<byte> pinned, DataKey key) =>
        CryptographicOperations.FixedTimeEquals(key.Mac(KeyPurpose.EnvelopeMac, pinned[..^MacBytes]), pinned[^MacBytes..]);

    public static byte[] Write(byte[] pinned, ImmutableArray<EnvelopeWrap> wraps)
    {
        var bytes = new List<byte>(pinned) { (byte)wraps.Length };
        foreach (EnvelopeWrap wrap in wraps)
        {
            bytes.Add((byte)wrap.Kind);
            bytes.Add((byte)wrap.Provider.Length);
            bytes.AddRange(Encoding.ASCII.GetBytes(wrap.Provider));
            Append(bytes, Encoding.UTF8.GetBytes(wrap.Key.KeyVersion.Key));
            Append(bytes, Encoding.UTF8.GetBytes(wrap.Key.KeyVersion.Version));
            Append(bytes, wrap.Key.Ciphertext.Span);
        }

        return [.. bytes];
    }

    public static bool AreWraps(ImmutableArray<EnvelopeWrap> wraps) =>
        wraps.Length is >= 1 and <= Envelope.MostWraps
        && wraps.All(wrap => wrap.IsWellFormed)
        && wraps.Count(wrap => wrap.Kind == WrapKind.Passphrase) <= 1 // A passphrase costs whoever tries it up to ten million rounds, wrap by wrap.
        && (wraps.Length == 1 || wraps.Select(wrap => (wrap.Kind, wrap.Provider, wrap.Key.KeyVersion)).Distinct().Count() == wraps.Length);

    /// <summary>A number below 65,536.</summary>
    public static byte[] U16(int value)
    {
        byte[] bytes = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        return bytes;
    }

    private static void Append(List<byte> bytes, ReadOnlySpan<byte> part)
    {
        bytes.AddRange(U16(part.Length));
        bytes.AddRange(part);
    }

    private static byte[] U64(long value)
    {
        byte[] bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }
}
