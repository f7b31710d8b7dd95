using System.Security.Cryptography;
using System.Text;

namespace QualityKit.Reference.Recording;

/// <summary>An export, put together line by line as docs/recording-format.md lays it out. Each part may be replaced by a wrong one; the MAC is that of whatever stands before it.</summary>
public sealed record ReferenceExport
{
    private const int Chunk = 16 * 1024;

    public required byte[] DataKey { get; init; }

    public required byte[] Salt { get; init; }

    public required byte[] Context { get; init; }

    public required byte[][] Wraps { get; init; }

    public byte[] Plaintext { get; init; } = [];

    public string Marker { get; init; } = "QKR1";

    public string EnvelopeMarker { get; init; } = "QKE1";

    public byte Suite { get; init; } = 1;

    public byte Flags { get; init; }

    /// <summary>What is added to the length of the pinned part, of the context and of the envelope, as they are said.</summary>
    public (int Pinned, int Context, long Envelope) Lies { get; init; }

    /// <summary>What is said of the plaintext's length; null for the truth.</summary>
    public long? Length { get; init; }

    /// <summary>What takes the place of the commitment; null for the right one.</summary>
    public byte[]? Commitment { get; init; }

    /// <summary>What a byte of the MAC is changed by.</summary>
    public byte MacChange { get; init; }

    /// <summary>How many wraps are said to be there; null for the truth.</summary>
    public byte? Count { get; init; }

    /// <summary>What stands between the last wrap and the payload, as part of the envelope.</summary>
    public byte[] Behind { get; init; } = [];

    /// <summary>What takes the place of the payload; null for the right one.</summary>
    public byte[]? Other { get; init; }

    public byte[] Payload()
    {
        byte[] payload = ReferenceCobblestone.Encrypt(DataKey, Salt, Context, Plaintext);
        return Other ?? [.. Salt, .. Commitment ?? payload[24..56], .. payload[56..]];
    }

    public byte[] Envelope()
    {
        byte[] commitment = Commitment ?? ReferenceCobblestone.Derive(DataKey, Salt, Context).Commitment;
        byte[] pinned =
        [
            .. Encoding.ASCII.GetBytes(EnvelopeMarker), .. Number(4 + 2 + 1 + 1 + 8 + 24 + 32 + 2 + Context.Length + 32 + Lies.Pinned, 2), Suite, Flags,
            .. Number(Length ?? Plaintext.Length, 8), .. Salt, .. commitment, .. Number(Context.Length + Lies.Context, 2), .. Context,
        ];
        byte[] mac = HMACSHA256.HashData(ReferenceCobblestone.Expand(DataKey, Encoding.ASCII.GetBytes("qualitykit.dev/qke1/envelope-mac"), 32), pinned);
        mac[31] ^= MacChange;
        return [.. pinned, .. mac, Count ?? (byte)Wraps.Length, .. Wraps.SelectMany(wrap => wrap), .. Behind];
    }

    /// <summary>What stands before the payload.</summary>
    public byte[] Head()
    {
        byte[] envelope = Envelope();
        return [.. Encoding.ASCII.GetBytes(Marker), .. Number(envelope.Length + Lies.Envelope, 4), .. envelope];
    }

    public byte[] ToBytes() => [.. Head(), .. Payload()];

    /// <summary>The root of the tree over the payload, of RFC 6962 section 2.1: MTH of a list of leaves.</summary>
    public byte[] Tree()
    {
        byte[] payload = Payload();
        return Root([payload[..56], .. payload[56..].Chunk(Chunk + 16)]);
    }

    private static byte[] Root(byte[][] leaves)
    {
        if (leaves.Length == 1)
        {
            return SHA256.HashData((byte[])[0, .. leaves[0]]);
        }

        int left = 1; // the largest power of two smaller than the number of leaves
        while (left * 2 < leaves.Length)
        {
            left *= 2;
        }

        return SHA256.HashData((byte[])[1, .. Root(leaves[..left]), .. Root(leaves[left..])]);
    }

    private static byte[] Number(long value, int bytes) => ReferenceEnvelope.Number(value, bytes);
}
