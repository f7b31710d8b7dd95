using System.Buffers.Binary;
using QualityKit.Storage.Blobs;

namespace QualityKit.Storage.FileSystem;

/// <summary>The last 24 bytes of a file, after the blob's own: mark, length, CRC-32C of the blob, CRC-32C of the 20 bytes before it.</summary>
/// <remarks>In the file and not beside it, so that a blob and what is known of it appear and go in one step.</remarks>
internal static class BlobTrailer
{
    public const int Size = 24;

    private const int LengthAt = 8;

    private const int ChecksumAt = 16;

    private const int CheckAt = 20;

    private static ReadOnlySpan<byte> Mark => "QKBLOB1\n"u8;

    public static byte[] Write(BlobInfo info)
    {
        byte[] trailer = new byte[Size];
        Mark.CopyTo(trailer);
        BinaryPrimitives.WriteInt64LittleEndian(trailer.AsSpan(LengthAt), info.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer.AsSpan(ChecksumAt), info.Crc32C);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer.AsSpan(CheckAt), CheckOf(trailer));
        return trailer;
    }

    /// <summary>What the trailer says; null when it is none, or the file is not as long as it says.</summary>
    public static BlobInfo? Read(BlobName name, ReadOnlySpan<byte> trailer, long fileLength)
    {
        bool isWhole = trailer.Length == Size
            && trailer.StartsWith(Mark)
            && BinaryPrimitives.ReadUInt32LittleEndian(trailer[CheckAt..]) == CheckOf(trailer)
            && BinaryPrimitives.ReadInt64LittleEndian(trailer[LengthAt..]) == fileLength - Size;
        return isWhole
            ? new BlobInfo { Name = name, Length = fileLength - Size, Crc32C = BinaryPrimitives.ReadUInt32LittleEndian(trailer[ChecksumAt..]) }
            : null;
    }

    private static uint CheckOf(ReadOnlySpan<byte> trailer)
    {
        Crc32C check = default;
        check.Append(trailer[..CheckAt]);
        return check.Value;
    }
}
