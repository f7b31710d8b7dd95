using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Auditing;

/// <summary>The same keys for every tenant: the first makes new entries, the others check what they made.</summary>
public sealed class AuditKeyRing : IAuditKeys
{
    private readonly ImmutableArray<AuditKey> _keys;

    /// <summary>Keys.</summary>
    /// <param name="current">What new entries are made with.</param>
    /// <param name="retired">What earlier entries were made with.</param>
    public AuditKeyRing(AuditKey current, params AuditKey[] retired)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(retired);
        _keys = [current, .. retired];
    }

    /// <inheritdoc/>
    public AuditKey CurrentFor(TenantId tenant) => _keys[0];

    /// <inheritdoc/>
    public ImmutableArray<AuditKey> AllFor(TenantId tenant) => _keys;
}
