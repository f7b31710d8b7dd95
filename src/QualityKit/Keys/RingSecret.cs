using System.Security.Cryptography;

namespace QualityKit.Keys;

/// <summary>The secret that rings are authenticated with. It comes from outside the database, so that who writes the database does not own the ring. It is never printed.</summary>
public sealed class RingSecret
{
    private readonly byte[] _secret;

    /// <summary>A secret.</summary>
    /// <param name="secret">At least 32 random bytes; copied.</param>
    /// <exception cref="ArgumentException">There are fewer.</exception>
    public RingSecret(ReadOnlySpan<byte> secret) => _secret = secret.Length >= KeyRingSeal.LeastSecretBytes
        ? secret.ToArray()
        : throw new ArgumentException($"a secret has at least {KeyRingSeal.LeastSecretBytes} bytes, not {secret.Length}", nameof(secret));

    /// <summary>What to pin or to compare it by: the first 16 hexadecimal digits of SHA-256 of the secret.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(_secret))[..16];

    /// <summary>The fingerprint; never the secret.</summary>
    public override string ToString() => $"RingSecret({Fingerprint})";

    internal byte[] Mac(KeyRing ring) => KeyRingSeal.Mac(ring, _secret);

    internal bool IsAuthentic(KeyRing ring, ReadOnlySpan<byte> mac, long leastRevision) => KeyRingSeal.IsAuthentic(ring, mac, _secret, leastRevision);
}
