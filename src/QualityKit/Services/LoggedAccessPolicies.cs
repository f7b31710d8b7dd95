using QualityKit.Access;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Rules of access whose denials, and the reads that they allow, are kept in a log. Every service asks for access through the rules, so none can go without it.</summary>
internal sealed class LoggedAccessPolicies(IAccessPolicies policies, AccessLog log) : IAccessPolicies
{
    /// <summary>The log.</summary>
    public AccessLog Log => log;

    /// <inheritdoc/>
    public ValueTask<AccessPolicy> ForAsync(TenantId tenant, CancellationToken cancellationToken) => policies.ForAsync(tenant, cancellationToken);
}
