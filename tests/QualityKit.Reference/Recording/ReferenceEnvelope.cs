using System.Security.Cryptography;
using System.Text;

namespace QualityKit.Reference.Recording;

/// <summary>The envelope, put together line by line as docs/recording-format.md lays it out.</summary>
public static class ReferenceEnvelope
{
    /// <summary>An envelope with one wrap by a key of the ring.</summary>
    public static byte[] Make(byte[] dataKey, long length, byte[] salt, string tenant, string recording, byte media, (byte[] Key, string Version) ring) => new ReferenceExport
    {
        DataKey = dataKey,
        Salt = salt,
        Context = Context(tenant, recording, media),
        Length = length,
        Wraps = [Wrap(1, "ring", "ring", ring.Version, WrapByRing(dataKey, tenant, ring.Key, ring.Version))],
    }.Envelope();

    /// <summary>A wrap as it stands in an envelope.</summary>
    public static byte[] Wrap(byte kind, string provider, string key, string version, byte[] wrapped) =>
        Wrap(kind, Encoding.UTF8.GetBytes(provider), Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(version), wrapped);

    /// <summary>A wrap whose texts may be none.</summary>
    public static byte[] Wrap(byte kind, byte[] provider, byte[] key, byte[] version, byte[] wrapped) =>
        [kind, (byte)provider.Length, .. provider, .. Bound(key), .. Bound(version), .. Bound(wrapped)];

    /// <summary>A data key under a key of the ring, bound to purpose, tenant and version.</summary>
    public static byte[] WrapByRing(byte[] dataKey, string tenant, byte[] key, string version)
    {
        byte[] purpose = [.. Encoding.ASCII.GetBytes("qualitykit.dev/qke1/data-key-wrap"), 0, .. Text(tenant), .. Text(version)];
        return ReferenceKeyWrap.Wrap(ReferenceCobblestone.Expand(key, purpose, 32), dataKey);
    }

    /// <summary>What is stored beside a key of the ring.</summary>
    public static byte[] CheckValue(string tenant, byte[] key, string version) =>
        ReferenceCobblestone.Expand(key, [.. Encoding.ASCII.GetBytes("qualitykit.dev/ring/check-value"), 0, .. Text(tenant), .. Text(version)], 16);

    /// <summary>A data key under a passphrase.</summary>
    public static byte[] WrapByPassphrase(byte[] dataKey, string passphrase, byte[] salt, int iterations)
    {
        byte[] key = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase.Normalize()), salt, iterations, HashAlgorithmName.SHA512, 32);
        return [.. Number(iterations, 4), .. salt, .. ReferenceKeyWrap.Wrap(key, dataKey)];
    }

    /// <summary>What a payload is bound to.</summary>
    public static byte[] Context(string tenant, string recording, byte media) => Context(Encoding.UTF8.GetBytes(tenant), Encoding.UTF8.GetBytes(recording), media);

    /// <summary>A context whose texts may be none.</summary>
    public static byte[] Context(byte[] tenant, byte[] recording, byte media) => [.. Encoding.ASCII.GetBytes("qk1"), .. Bound(tenant), .. Bound(recording), media];

    /// <summary>A number of some bytes, the most significant first.</summary>
    public static byte[] Number(long value, int bytes) => [.. Enumerable.Range(0, bytes).Select(place => (byte)(value >> (8 * (bytes - 1 - place))))];

    /// <summary>Bytes after their length.</summary>
    public static byte[] Bound(byte[] bytes) => [.. Number(bytes.Length, 2), .. bytes];

    private static byte[] Text(string text) => Bound(Encoding.UTF8.GetBytes(text));
}
