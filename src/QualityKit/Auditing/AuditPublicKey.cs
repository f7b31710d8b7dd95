using System.Security.Cryptography;

namespace QualityKit.Auditing;

/// <summary>Checks the signatures of seals. It is no secret: whoever audits gets it from elsewhere than the database.</summary>
public sealed class AuditPublicKey
{
    private readonly byte[] _key;

    /// <summary>A key.</summary>
    /// <param name="id">What seals name it by: 1 to 64 letters, digits, <c>-</c> or <c>.</c>.</param>
    /// <param name="subjectPublicKeyInfo">An ECDSA key over P-256 in DER, as X.509 has it (RFC 5480).</param>
    /// <exception cref="ArgumentException">It is not such a key.</exception>
    public AuditPublicKey(string id, ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        AuditText.GuardCode(id, nameof(id));
        (Id, _key) = (id, subjectPublicKeyInfo.ToArray());
        try
        {
            using ECDsa key = Open();
            if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.FriendlyName is not ("nistP256" or "ECDSA_P256"))
            {
                throw new ArgumentException("the key is not over P-256", nameof(subjectPublicKeyInfo));
            }
        }
        catch (CryptographicException problem)
        {
            throw new ArgumentException("not a public key of ECDSA", nameof(subjectPublicKeyInfo), problem);
        }
    }

    /// <summary>What seals name it by.</summary>
    public string Id { get; }

    /// <summary>Whether a signature is of these bytes by this key.</summary>
    internal bool Verifies(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature)
    {
        using ECDsa key = Open();
        return key.VerifyData(bytes, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    private ECDsa Open()
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(_key, out _);
        return key;
    }
}
