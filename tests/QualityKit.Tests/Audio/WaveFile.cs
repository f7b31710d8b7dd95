using System.Buffers.Binary;
using System.Text;

namespace QualityKit.Tests.Audio;

/// <summary>A file put together chunk by chunk, right or wrong, apart from the writer.</summary>
internal sealed class WaveFile
{
    private readonly List<byte> _bytes = [];

    private WaveFile(string id, uint size) => Text(id).Number(size).Text("WAVE");

    public static WaveFile Riff(uint size = uint.MaxValue) => new("RIFF", size);

    public static WaveFile Rf64(string id = "RF64") => new(id, uint.MaxValue);

    public WaveFile Format(int tag = 1, int channels = 1, uint rate = 8000, int bits = 16, int? frame = null) =>
        Chunk("fmt ", Plain(tag, channels, rate, bits, frame));

    public WaveFile Extensible(int tag, int channels, int bits, string suffix = "000000001000800000AA00389B71") =>
        Chunk("fmt ", [.. Plain(0xFFFE, channels, 8000, bits, null), 22, 0, (byte)bits, 0, 0, 0, 0, 0, (byte)tag, 0, .. Convert.FromHexString(suffix)]);

    public WaveFile LongSizes(ulong file, ulong data, ulong frames)
    {
        byte[] sizes = new byte[28];
        BinaryPrimitives.WriteUInt64LittleEndian(sizes, file);
        BinaryPrimitives.WriteUInt64LittleEndian(sizes.AsSpan(8), data);
        BinaryPrimitives.WriteUInt64LittleEndian(sizes.AsSpan(16), frames);
        return Chunk("ds64", sizes);
    }

    public WaveFile Data(params byte[] bytes) => Chunk("data", bytes);

    public WaveFile Chunk(string id, params byte[] bytes) => Head(id, (uint)bytes.Length).Raw(bytes);

    public WaveFile Head(string id, uint size) => Text(id).Number(size);

    public WaveFile Raw(params byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public byte[] ToArray() => [.. _bytes];

    private static byte[] Plain(int tag, int channels, uint rate, int bits, int? frame)
    {
        byte[] format = new byte[16];
        BinaryPrimitives.WriteUInt16LittleEndian(format, (ushort)tag);
        BinaryPrimitives.WriteUInt16LittleEndian(format.AsSpan(2), (ushort)channels);
        BinaryPrimitives.WriteUInt32LittleEndian(format.AsSpan(4), rate);
        BinaryPrimitives.WriteUInt16LittleEndian(format.AsSpan(12), (ushort)(frame ?? channels * bits / 8));
        BinaryPrimitives.WriteUInt16LittleEndian(format.AsSpan(14), (ushort)bits);
        return format;
    }

    private WaveFile Text(string text) => Raw(Encoding.ASCII.GetBytes(text));

    private WaveFile Number(uint number) => Raw((byte)number, (byte)(number >> 8), (byte)(number >> 16), (byte)(number >> 24));
}
