using QualityKit.Access;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>The same rules of access for every tenant.</summary>
public sealed class SharedAccessPolicy : IAccessPolicies
{
    private readonly AccessPolicy _policy;

    /// <summary>Rules.</summary>
    public SharedAccessPolicy(AccessPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _policy = policy;
    }

    /// <inheritdoc/>
    public ValueTask<AccessPolicy> ForAsync(TenantId tenant, CancellationToken cancellationToken) => new(_policy);
}
