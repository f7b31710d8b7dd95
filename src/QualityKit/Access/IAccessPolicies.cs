using QualityKit.Storage.Documents;

namespace QualityKit.Access;

/// <summary>The port to the rules of access of each tenant.</summary>
public interface IAccessPolicies
{
    /// <summary>The rules of a tenant, as they are now.</summary>
    ValueTask<AccessPolicy> ForAsync(TenantId tenant, CancellationToken cancellationToken);
}
