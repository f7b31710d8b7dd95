using System.Buffers.Binary;

namespace QualityKit.Audio;

/// <summary>The chunk that says what the samples are (Microsoft's WAVEFORMATEX and WAVEFORMATEXTENSIBLE).</summary>
internal static class WaveFormatChunk
{
    public const ushort PcmTag = 1;
    public const ushort ALawTag = 6;
    public const ushort MuLawTag = 7;
    public const ushort ExtensibleTag = 0xFFFE;
    public const int PlainBytes = 16;
    public const int TaggedBytes = 18;
    public const int ExtensibleBytes = 40;

    private const int SubFormatStart = 24;

    /// <summary>What follows the tag in the id of a sub-format.</summary>
    public static ReadOnlySpan<byte> SubFormatEnd => [0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];

    public static AudioFormat Read(WaveBytes bytes, uint size)
    {
        long at = bytes.Offset;
        Span<byte> chunk = stackalloc byte[(int)Math.Min(size, ExtensibleBytes)];
        if (bytes.Read(chunk) < chunk.Length || chunk.Length < PlainBytes)
        {
            throw new WaveFormatException(WaveProblem.ShortFormat, at);
        }

        ushort tag = Tag(chunk, at);
        int channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]);
        uint rate = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
        int frame = BinaryPrimitives.ReadUInt16LittleEndian(chunk[12..]);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]);
        return Find(tag, bits, channels, rate, frame) is { } problem
            ? throw new WaveFormatException(problem, at)
            : tag switch
            {
                PcmTag => AudioFormat.Pcm((int)rate, channels, bits),
                ALawTag => AudioFormat.ALaw((int)rate, channels),
                _ => AudioFormat.MuLaw((int)rate, channels),
            };
    }

    private static ushort Tag(ReadOnlySpan<byte> chunk, long at)
    {
        ushort tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        if (tag != ExtensibleTag)
        {
            return tag;
        }

        return chunk.Length < ExtensibleBytes ? throw new WaveFormatException(WaveProblem.ShortFormat, at)
            : chunk[(SubFormatStart + 2)..].SequenceEqual(SubFormatEnd) ? BinaryPrimitives.ReadUInt16LittleEndian(chunk[SubFormatStart..])
            : throw new WaveFormatException(WaveProblem.UnknownEncoding, at);
    }

    private static WaveProblem? Find(ushort tag, int bits, int channels, uint rate, int frame) => (tag, bits) switch
    {
        (not (PcmTag or ALawTag or MuLawTag), _) => WaveProblem.UnknownEncoding,
        (PcmTag, not (8 or 16 or 24 or 32)) or (not PcmTag, not 8) => WaveProblem.UnknownBits,
        _ when channels is < 1 or > AudioFormat.MostChannels => WaveProblem.ChannelsOutOfRange,
        _ when rate is < AudioFormat.LeastRate or > AudioFormat.MostRate => WaveProblem.RateOutOfRange,
        _ when frame != channels * bits / 8 => WaveProblem.FrameSizeDiffers,
        _ => null,
    };
}
