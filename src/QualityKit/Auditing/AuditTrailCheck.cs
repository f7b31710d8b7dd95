using QualityKit.Validation;

namespace QualityKit.Auditing;

/// <summary>Checks the seals of a tenant at once, then chain after chain as somebody brings them.</summary>
internal sealed class AuditTrailCheck
{
    private readonly AuditEvidence _evidence;
    private readonly IssueList _issues = new();
    private readonly SealCheck _seals;
    private long _entities;
    private long _entries;
    private long _unsealed;

    /// <summary>Checks the seals of the evidence; its chains are not looked at.</summary>
    public AuditTrailCheck(AuditEvidence evidence)
    {
        _evidence = evidence;
        _seals = SealCheck.Run(evidence, _issues);
    }

    /// <summary>The entities that were sealed: each must be brought, though nothing of it be left.</summary>
    public IEnumerable<AuditEntity> Sealed => _seals.Newest.Keys;

    /// <summary>Checks one chain.</summary>
    public void Look(AuditEntity entity, IEnumerable<AuditRecord> records)
    {
        AuditHead? sealedAt = _seals.Newest.GetValueOrDefault(entity);
        AuditChainCheck chain = AuditChain.Verify(entity, records, _evidence.Keys, sealedAt);
        _issues.AddRange(chain.Issues);
        _entities++;
        _entries += chain.Head.Length;
        _unsealed += Math.Max(0, chain.Head.Length - (sealedAt?.Length ?? 0));
    }

    /// <summary>Everything that was found.</summary>
    public AuditReport Report() => new() { Issues = _issues.ToImmutable(), Entities = _entities, Entries = _entries, Unsealed = _unsealed, Seals = _seals.Count };
}
