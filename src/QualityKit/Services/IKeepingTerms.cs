using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>The port to what each tenant declares of interactions, and how it keeps them.</summary>
public interface IKeepingTerms
{
    /// <summary>The terms of a tenant, as they are now.</summary>
    ValueTask<KeepingTerms> ForAsync(TenantId tenant, CancellationToken cancellationToken);
}
