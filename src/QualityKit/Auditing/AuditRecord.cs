using System.Security.Cryptography;

namespace QualityKit.Auditing;

/// <summary>An audit entry as it is stored: the bytes that were hashed, verbatim, and their authentication. What the bytes say is read out of them, never kept beside them.</summary>
public sealed class AuditRecord
{
    /// <summary>A record as it was stored.</summary>
    public AuditRecord(ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> mac) => (Bytes, Mac) = (bytes, mac);

    /// <summary>The entry in canonical JSON.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>HMAC-SHA-256 over the text <c>QualityKit audit entry 1</c>, a NUL and the bytes, under the key that the entry names.</summary>
    public ReadOnlyMemory<byte> Mac { get; }

    /// <summary>What the bytes say; null when they are not exactly those of an entry.</summary>
    public AuditEntry? Read() => AuditEntry.Parse(Bytes);

    /// <summary>What the next entry of the chain names: SHA-256 of the bytes.</summary>
    internal byte[] Hash() => SHA256.HashData(Bytes.Span);

    /// <summary>How many bytes it has; never what they say.</summary>
    public override string ToString() => $"audit record of {Bytes.Length} bytes";
}
