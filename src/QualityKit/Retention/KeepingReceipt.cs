using System.Security.Cryptography;
using QualityKit.Auditing;

namespace QualityKit.Retention;

/// <summary>What somebody outside the store is told of a deletion or a legal hold, so that it outlives a restore: the audit entry as it was written, and of a hold what it is. Authenticated with the key of the audit, so that whoever keeps receipts cannot make one.</summary>
public sealed record KeepingReceipt
{
    /// <summary>The audit entry: who did what to what, when, under which command.</summary>
    public required AuditRecord Entry { get; init; }

    /// <summary>The hold that was placed, in the library's own form; empty for a deletion and a release. It may name people.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>HMAC-SHA-256 over entry and content.</summary>
    public required ReadOnlyMemory<byte> Mac { get; init; }

    /// <summary>A receipt.</summary>
    internal static KeepingReceipt Of(AuditRecord entry, ReadOnlyMemory<byte> content, AuditKey key) => new() { Entry = entry, Content = content, Mac = key.Mac(entry, content.Span) };

    /// <summary>What the entry says, where the receipt was made with one of the keys; null where it was not, or says nothing.</summary>
    internal AuditDraft? Read(IEnumerable<AuditKey> keys) =>
        Entry.Read() is { } entry && keys.Any(key => CryptographicOperations.FixedTimeEquals(key.Mac(Entry, Content.Span), Mac.Span)) ? entry.Draft : null;

    /// <summary>How many bytes it has; never what they say.</summary>
    public override string ToString() => $"receipt of {Entry.Bytes.Length + Content.Length} bytes";
}
