using System.Buffers.Binary;
using System.Text;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.Sqlite.Documents;

/// <summary>A body as its slot has it: behind its version, so that a page of a query needs to look at nothing else.</summary>
/// <remarks>Four bytes with the length of the body, one with that of the version, the version, the body; then what the slot has to spare.</remarks>
internal static class BodyBytes
{
    private const int HeadLength = sizeof(int) + 1;

    public static byte[] Write(DocumentVersion version, ReadOnlySpan<byte> body)
    {
        int versionLength = Encoding.UTF8.GetByteCount(version.Value);
        byte[] bytes = new byte[HeadLength + versionLength + body.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, body.Length);
        bytes[sizeof(int)] = checked((byte)versionLength);
        Encoding.UTF8.GetBytes(version.Value, bytes.AsSpan(HeadLength));
        body.CopyTo(bytes.AsSpan(HeadLength + versionLength));
        return bytes;
    }

    public static (DocumentVersion Version, byte[] Body) Read(ReadOnlySpan<byte> bytes)
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        ReadOnlySpan<byte> version = bytes.Slice(HeadLength, bytes[sizeof(int)]);
        return (new DocumentVersion(Encoding.UTF8.GetString(version)), bytes.Slice(HeadLength + version.Length, length).ToArray());
    }
}
