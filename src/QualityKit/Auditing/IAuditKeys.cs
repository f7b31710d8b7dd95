using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Auditing;

/// <summary>The port to the secrets that audit entries are authenticated with. They live outside the database.</summary>
public interface IAuditKeys
{
    /// <summary>The key that new entries of a tenant are made with.</summary>
    AuditKey CurrentFor(TenantId tenant);

    /// <summary>Every key that entries of a tenant were ever made with, the current one included.</summary>
    ImmutableArray<AuditKey> AllFor(TenantId tenant);
}
