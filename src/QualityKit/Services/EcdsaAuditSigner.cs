using System.Security.Cryptography;
using QualityKit.Auditing;

namespace QualityKit.Services;

/// <summary>Signs seals with a private key that the process holds: ECDSA over P-256 with SHA-256. Safe to share between threads.</summary>
public sealed class EcdsaAuditSigner : IAuditSigner, IDisposable
{
    private readonly ECDsa _key = ECDsa.Create();
    private readonly Lock _lock = new();

    /// <summary>A signer.</summary>
    /// <param name="id">What seals name the key by: 1 to 64 letters, digits, <c>-</c> or <c>.</c>. A new key takes a new id.</param>
    /// <param name="privateKey">A private key over P-256 in PEM (RFC 5958 or RFC 5915), not encrypted; from outside the database.</param>
    /// <exception cref="ArgumentException">It is not such a key.</exception>
    public EcdsaAuditSigner(string id, string privateKey)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(privateKey);
        try
        {
            _key.ImportFromPem(privateKey);
            PublicKey = new AuditPublicKey(id, _key.ExportSubjectPublicKeyInfo());
        }
        catch (Exception problem) when (problem is CryptographicException or ArgumentException)
        {
            _key.Dispose();
            throw problem as ArgumentException ?? new ArgumentException("not a private key of ECDSA", nameof(privateKey), problem);
        }
    }

    /// <inheritdoc/>
    public AuditPublicKey PublicKey { get; }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return new(_key.SignData(bytes.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
        }
    }

    /// <summary>Forgets the key.</summary>
    public void Dispose() => _key.Dispose();

    /// <summary>The id; never the key.</summary>
    public override string ToString() => PublicKey.Id;
}
