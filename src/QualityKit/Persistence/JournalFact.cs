using QualityKit.Auditing;

namespace QualityKit.Persistence;

/// <summary>Something that a command brought about, before it is written: what happened, whether the audit keeps it, whether others are told.</summary>
internal sealed record JournalFact(AuditDraft Fact, bool IsAudited, bool IsTold)
{
    /// <summary>What it happened to.</summary>
    public AuditEntity Entity => Fact.Entity;
}
