using System.Security.Cryptography;

namespace QualityKit.Auditing;

/// <summary>A secret that audit entries are authenticated with. It comes from outside the database, so that who writes the database cannot write its history.</summary>
public sealed class AuditKey
{
    /// <summary>The least bytes of a secret: 32.</summary>
    public const int LeastBytes = 32;

    private readonly byte[] _secret;

    /// <summary>A key.</summary>
    /// <param name="id">What entries name it by: 1 to 64 letters, digits, <c>-</c> or <c>.</c>. A new secret takes a new id; the old key stays to check what it made.</param>
    /// <param name="secret">At least 32 random bytes; copied.</param>
    /// <exception cref="ArgumentException">A part is outside its range.</exception>
    public AuditKey(string id, ReadOnlySpan<byte> secret)
    {
        AuditText.GuardCode(id, nameof(id));
        if (secret.Length < LeastBytes)
        {
            throw new ArgumentException($"a secret has at least {LeastBytes} bytes, not {secret.Length}", nameof(secret));
        }

        (Id, _secret) = (id, secret.ToArray());
    }

    /// <summary>What entries name it by.</summary>
    public string Id { get; }

    /// <summary>The HMAC-SHA-256 of an entry's bytes.</summary>
    internal byte[] Mac(ReadOnlySpan<byte> bytes)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _secret);
        mac.AppendData("QualityKit audit entry 1\0"u8);
        mac.AppendData(bytes);
        return mac.GetHashAndReset();
    }

    /// <summary>The HMAC-SHA-256 of an entry and what goes with it.</summary>
    internal byte[] Mac(AuditRecord entry, ReadOnlySpan<byte> content)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _secret);
        mac.AppendData("QualityKit keeping receipt 1\0"u8);
        mac.AppendData(entry.Hash());
        mac.AppendData(content);
        return mac.GetHashAndReset();
    }

    /// <summary>The id; never the secret.</summary>
    public override string ToString() => Id;
}
