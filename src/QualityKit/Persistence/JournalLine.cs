using QualityKit.Auditing;

namespace QualityKit.Persistence;

/// <summary>One line of a journal document: something that happened.</summary>
internal sealed record JournalLine
{
    /// <summary>Whom it happened to, and the place of the commit among those of that entity.</summary>
    public required JournalPlace Place { get; init; }

    /// <summary>What happened. Where the audit keeps it, this was read out of the bytes of the record; null when somebody changed those so that they say nothing.</summary>
    public required AuditDraft? Fact { get; init; }

    /// <summary>The entry of the chain, byte for byte as it was hashed; null for what is told and not audited.</summary>
    public AuditRecord? Record { get; init; }

    /// <summary>Whether it is an event: others are told.</summary>
    public required bool IsTold { get; init; }
}
