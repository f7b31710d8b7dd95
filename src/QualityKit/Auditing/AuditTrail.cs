namespace QualityKit.Auditing;

/// <summary>Checks the whole audit of a tenant: every chain, every seal, and what was told outside the store.</summary>
/// <remarks>Found are: an entry that was changed, moved, swapped or removed; a chain that was cut or went back to an older state, and one that is
/// gone, once they were sealed; a seal that was changed, removed or forged; seals that were dropped from the end, once they were anchored.
/// Not found is: a tail that was removed before it was sealed, and seals dropped before they were anchored; that is at most one period.</remarks>
public static class AuditTrail
{
    /// <summary>Checks everything, and goes on after whatever it finds.</summary>
    public static AuditReport Verify(AuditEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var check = new AuditTrailCheck(evidence);
        foreach (AuditEntity entity in evidence.Entities.Concat(check.Sealed).Distinct())
        {
            check.Look(entity, evidence.RecordsOf(entity));
        }

        return check.Report();
    }
}
