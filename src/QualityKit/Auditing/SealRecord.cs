namespace QualityKit.Auditing;

/// <summary>A seal as it is stored: its bytes, and who signed them.</summary>
public sealed record SealRecord
{
    /// <summary>The bytes of the seal, verbatim.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>The key that signed it; null for a seal that nobody signed.</summary>
    public string? SignerKeyId { get; init; }

    /// <summary>The signature: ECDSA over P-256 with SHA-256, as r and s of 32 bytes each (IEEE P1363).</summary>
    public ReadOnlyMemory<byte> Signature { get; init; }
}
