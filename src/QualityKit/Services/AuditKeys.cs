using System.Collections.Immutable;
using QualityKit.Auditing;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>The keys of the options, the same for every tenant. A host with keys of its own for each tenant registers its own <see cref="IAuditKeys"/>.</summary>
internal sealed class AuditKeys(AuditOptions options) : IAuditKeys
{
    /// <summary>Stands in where a host has given no key: it makes entries checkable for damage, and authenticates nothing, because everybody knows it.</summary>
    private static readonly AuditKey Known = new("unauthenticated", new byte[AuditKey.LeastBytes]);

    public AuditKey CurrentFor(TenantId tenant) => options.Key ?? Known;

    // Once there is a secret, what the known key made proves nothing, so it is no longer taken.
    public ImmutableArray<AuditKey> AllFor(TenantId tenant) => [CurrentFor(tenant), .. options.FormerKeys];
}
