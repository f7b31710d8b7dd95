using System.Security.Cryptography;
using System.Text;

namespace QualityKit.Reference.Recording;

/// <summary>The envelope, put together line by line as docs/recording-format.md lays it out.</summary>
public static class ReferenceEnvelope
{
    /// <summary>An envelope with one wrap by a key of the ring.</summary>
    public static byte[] Make(byte[] dataKey, long length, byte[] salt, string tenant, string recording, byte media, (byte[] Key, string Version) ring)
    {
        byte[] context = Context(tenant, recording, media);
        byte[] commitment = ReferenceCobblestone.Derive(dataKey, salt, context).Commitment;
        byte[] head = [.. Encoding.ASCII.GetBytes("QKE1"), .. U16(4 + 2 + 1 + 1 + 8 + 24 + 32 + 2 + context.Length + 32), 1, 0, .. U64(length), .. salt, .. commitment, .. U16(context.Length), .. context];
        byte[] mac = HMACSHA256.HashData(ReferenceCobblestone.Expand(dataKey, Encoding.ASCII.GetBytes("qualitykit.dev/qke1/envelope-mac"), 32), head);
        byte[] wrapped = WrapByRing(dataKey, tenant, ring.Key, ring.Version);
        return [.. head, .. mac, 1, 1, 4, .. Encoding.ASCII.GetBytes("ring"), .. Text("ring"), .. Text(ring.Version), .. U16(wrapped.Length), .. wrapped];
    }

    /// <summary>A data key under a key of the ring, bound to purpose, tenant and version.</summary>
    public static byte[] WrapByRing(byte[] dataKey, string tenant, byte[] key, string version)
    {
        byte[] purpose = [.. Encoding.ASCII.GetBytes("qualitykit.dev/qke1/data-key-wrap"), 0, .. Text(tenant), .. Text(version)];
        return ReferenceKeyWrap.Wrap(ReferenceCobblestone.Expand(key, purpose, 32), dataKey);
    }

    /// <summary>A data key under a passphrase.</summary>
    public static byte[] WrapByPassphrase(byte[] dataKey, string passphrase, byte[] salt, int iterations)
    {
        byte[] key = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase.Normalize()), salt, iterations, HashAlgorithmName.SHA512, 32);
        return [.. U64(iterations)[4..], .. salt, .. ReferenceKeyWrap.Wrap(key, dataKey)];
    }

    /// <summary>What a payload is bound to.</summary>
    public static byte[] Context(string tenant, string recording, byte media) => [.. Encoding.ASCII.GetBytes("qk1"), .. Text(tenant), .. Text(recording), media];

    private static byte[] Text(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return [.. U16(bytes.Length), .. bytes];
    }

    private static byte[] U16(int value) => [(byte)(value / 256), (byte)(value % 256)];

    private static byte[] U64(long value) => [.. Enumerable.Range(0, 8).Select(place => (byte)(value >> (56 - (8 * place))))];
}
