namespace QualityKit.Auditing;

/// <summary>The port to the key that seals are signed with. It lives where whoever writes the database cannot use it: a key service, a hardware module, a file of another user.</summary>
public interface IAuditSigner
{
    /// <summary>The public half of the key that signs now; seals name it.</summary>
    AuditPublicKey PublicKey { get; }

    /// <summary>Signs the bytes of a seal.</summary>
    /// <param name="bytes">What is signed.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>ECDSA over P-256 with SHA-256, as r and s of 32 bytes each (IEEE P1363).</returns>
    ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);
}
