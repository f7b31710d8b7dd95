using System.Buffers.Binary;

namespace QualityKit.Audio;

/// <summary>What a writer puts before the samples.</summary>
internal static class WaveLayout
{
    private const int HeadBytes = 8;
    private const int FormBytes = 12;
    private const int LongSizesBytes = 28;
    private const int FactBytes = 4;
    private const uint Unknown = uint.MaxValue;

    /// <summary>The bytes before the samples.</summary>
    /// <param name="format">What they are.</param>
    /// <param name="frames">How many; null when nobody knows yet.</param>
    /// <param name="reserves">Whether there is room for lengths of 64 bits, used or not.</param>
    public static byte[] Header(AudioFormat format, long? frames, bool reserves)
    {
        int formatBytes = FormatBytes(format);
        bool hasFact = formatBytes != WaveFormatChunk.PlainBytes;
        byte[] header = new byte[FormBytes + (reserves ? HeadBytes + LongSizesBytes : 0) + HeadBytes + formatBytes + (hasFact ? HeadBytes + FactBytes : 0) + HeadBytes];
        long? dataBytes = frames * format.BytesPerFrame;
        long? fileBytes = header.Length + dataBytes + (dataBytes % 2) - HeadBytes;
        bool isLong = reserves && fileBytes >= Unknown;

        Span<byte> rest = header;
        Head(ref rest, isLong ? ChunkId.Rf64 : ChunkId.Riff, Short(fileBytes));
        "WAVE"u8.CopyTo(rest);
        rest = rest[4..];
        if (reserves)
        {
            Head(ref rest, isLong ? ChunkId.LongSizes : ChunkId.Junk, LongSizesBytes);
            WriteLongSizes(rest, isLong ? (fileBytes!.Value, dataBytes!.Value, frames!.Value) : default);
            rest = rest[LongSizesBytes..];
        }

        Head(ref rest, ChunkId.Format, (uint)formatBytes);
        WriteFormat(format, rest[..formatBytes]);
        rest = rest[formatBytes..];
        if (hasFact)
        {
            Head(ref rest, ChunkId.Fact, FactBytes);
            BinaryPrimitives.WriteUInt32LittleEndian(rest, Short(frames));
            rest = rest[FactBytes..];
        }

        Head(ref rest, ChunkId.Data, isLong ? Unknown : Short(dataBytes));
        return header;
    }

    /// <summary>Whether so many frames need lengths of 64 bits.</summary>
    public static bool NeedsLongSizes(AudioFormat format, long frames) =>
        frames > (Unknown - FormBytes - (3 * HeadBytes) - WaveFormatChunk.ExtensibleBytes - FactBytes) / format.BytesPerFrame;

    private static int FormatBytes(AudioFormat format) =>
        format.Channels > 2 || format.BitsPerSample > 16 ? WaveFormatChunk.ExtensibleBytes
        : format.Encoding == AudioEncoding.Pcm ? WaveFormatChunk.PlainBytes
        : WaveFormatChunk.TaggedBytes;

    private static uint Short(long? size) => size is { } known && known < Unknown ? (uint)known : Unknown;

    private static void Head(ref Span<byte> rest, ChunkId id, uint size)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(rest, id.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[4..], size);
        rest = rest[HeadBytes..];
    }

    private static void WriteLongSizes(Span<byte> chunk, (long File, long Data, long Frames) sizes)
    {
        BinaryPrimitives.WriteInt64LittleEndian(chunk, sizes.File);
        BinaryPrimitives.WriteInt64LittleEndian(chunk[8..], sizes.Data);
        BinaryPrimitives.WriteInt64LittleEndian(chunk[16..], sizes.Frames);
    }

    private static void WriteFormat(AudioFormat format, Span<byte> chunk)
    {
        ushort tag = format.Encoding switch
        {
            AudioEncoding.Pcm => WaveFormatChunk.PcmTag,
            AudioEncoding.ALaw => WaveFormatChunk.ALawTag,
            _ => WaveFormatChunk.MuLawTag,
        };
        bool isExtensible = chunk.Length == WaveFormatChunk.ExtensibleBytes;
        BinaryPrimitives.WriteUInt16LittleEndian(chunk, isExtensible ? WaveFormatChunk.ExtensibleTag : tag);
        BinaryPrimitives.WriteUInt16LittleEndian(chunk[2..], (ushort)format.Channels);
        BinaryPrimitives.WriteInt32LittleEndian(chunk[4..], format.SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(chunk[8..], format.SampleRate * format.BytesPerFrame);
        BinaryPrimitives.WriteUInt16LittleEndian(chunk[12..], (ushort)format.BytesPerFrame);
        BinaryPrimitives.WriteUInt16LittleEndian(chunk[14..], (ushort)format.BitsPerSample);
        if (isExtensible)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(chunk[16..], WaveFormatChunk.ExtensibleBytes - WaveFormatChunk.TaggedBytes);
            BinaryPrimitives.WriteUInt16LittleEndian(chunk[18..], (ushort)format.BitsPerSample);
            BinaryPrimitives.WriteUInt16LittleEndian(chunk[24..], tag);
            WaveFormatChunk.SubFormatEnd.CopyTo(chunk[26..]);
        }
    }
}
