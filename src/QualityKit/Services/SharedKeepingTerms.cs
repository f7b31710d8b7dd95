using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>The same terms for every tenant.</summary>
public sealed class SharedKeepingTerms : IKeepingTerms
{
    private readonly KeepingTerms _terms;

    /// <summary>Terms.</summary>
    public SharedKeepingTerms(KeepingTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        _terms = terms;
    }

    /// <inheritdoc/>
    public ValueTask<KeepingTerms> ForAsync(TenantId tenant, CancellationToken cancellationToken) => new(_terms);
}
