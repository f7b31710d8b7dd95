using System.Buffers.Binary;
using System.Text;

namespace QualityKit.Encryption;

/// <summary>What a derived key is for, in bytes: a fixed text, and the texts that it is bound to, each after its length.</summary>
internal static class KeyPurpose
{
    public static ReadOnlySpan<byte> EnvelopeMac => "qualitykit.dev/qke1/envelope-mac"u8;

    public static byte[] DataKeyWrap(string tenant, string version) => Bound("qualitykit.dev/qke1/data-key-wrap\0"u8, tenant, version);

    public static byte[] CheckValue(string tenant, string version) => Bound("qualitykit.dev/ring/check-value\0"u8, tenant, version);

    public static byte[] RingMac(string tenant) => Bound("qualitykit.dev/ring/mac\0"u8, tenant);

    private static byte[] Bound(ReadOnlySpan<byte> purpose, params ReadOnlySpan<string> texts)
    {
        List<byte> bytes = [.. purpose];
        Span<byte> length = stackalloc byte[sizeof(ushort)];
        foreach (string text in texts)
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)utf8.Length);
            bytes.AddRange(length);
            bytes.AddRange(utf8);
        }

        return [.. bytes];
    }
}
