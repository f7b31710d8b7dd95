using System.Collections.Immutable;

namespace QualityKit.Auditing;

/// <summary>Everything that the audit of one tenant is checked with.</summary>
public sealed record AuditEvidence
{
    /// <summary>Whose audit.</summary>
    public required string Tenant { get; init; }

    /// <summary>The seals, in the order of the numbers under which they are stored.</summary>
    public required IEnumerable<SealRecord> Seals { get; init; }

    /// <summary>The entities that have entries in the store, sealed or not.</summary>
    public required IEnumerable<AuditEntity> Entities { get; init; }

    /// <summary>The records of one entity, in the order of the numbers under which they are stored; none for one that is not there.</summary>
    public required Func<AuditEntity, IEnumerable<AuditRecord>> RecordsOf { get; init; }

    /// <summary>Every key that entries were authenticated with; from outside the store.</summary>
    public required ImmutableArray<AuditKey> Keys { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Every key that seals were signed with; from outside the store. None where seals are not signed, which is reported.</summary>
    public ImmutableArray<AuditPublicKey> Signers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What was anchored outside the store.</summary>
    public ImmutableArray<AnchoredSeal> Anchors { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How often a seal is written; null where the distance of seals is not looked at. Two seals further apart than twice this are reported.</summary>
    public TimeSpan? SealPeriod { get; init; }
}
