using System.Buffers.Binary;

namespace QualityKit.Audio;

/// <summary>The four letters that a chunk begins with.</summary>
internal readonly record struct ChunkId(uint Value)
{
    public static readonly ChunkId Riff = Of("RIFF"u8);
    public static readonly ChunkId Rf64 = Of("RF64"u8);
    public static readonly ChunkId Bw64 = Of("BW64"u8);
    public static readonly ChunkId LongSizes = Of("ds64"u8);
    public static readonly ChunkId Junk = Of("JUNK"u8);
    public static readonly ChunkId Format = Of("fmt "u8);
    public static readonly ChunkId Fact = Of("fact"u8);
    public static readonly ChunkId Data = Of("data"u8);

    private static readonly ChunkId List = Of("LIST"u8);

    public bool IsKnown => this == Data || this == Format || this == Fact || this == List;

    private static ChunkId Of(ReadOnlySpan<byte> letters) => new(BinaryPrimitives.ReadUInt32LittleEndian(letters));
}
