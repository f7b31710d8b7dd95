using QualityKit.People;
using QualityKit.Persistence;
using QualityKit.Privacy;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>Works out what a reader is shown of individual agents, each time anew, by the policy as it is now.</summary>
internal sealed class DisclosureDesk(IDocumentStore documents)
{
    /// <summary>What somebody is shown.</summary>
    /// <param name="reader">Who reads.</param>
    /// <param name="terms">Where the key of pseudonyms is; null where nobody knows one, and then who should have a pseudonym is hidden.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async ValueTask<Disclosure> ForAsync(Actor reader, IKeepingTerms? terms, CancellationToken cancellationToken)
    {
        DisclosurePolicy policy = (await DisclosureDocument.LoadAsync(documents, reader.Tenant, cancellationToken).ConfigureAwait(false)).Settings.Policy;
        bool needsKey = terms is not null && policy.Rules.Any(rule => rule.Naming == Naming.Pseudonym);
        return policy.For(reader, needsKey ? (await terms!.ForAsync(reader.Tenant, cancellationToken).ConfigureAwait(false)).PrivacyKey : null);
    }
}
