using System.Collections.Immutable;
using QualityKit.Interactions;
using QualityKit.Persistence;
using QualityKit.Retention;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>What the services of interactions and of retention ask of a stored interaction alike.</summary>
internal static class InteractionRetention
{
    /// <summary>What interactions are called in the audit.</summary>
    public const string Kind = "interaction";

    /// <summary>How long it is kept by today's holds and terms; what lasts is never due.</summary>
    public static RetentionDecision Decide(StoredInteraction stored, HoldRegister holds, KeepingTerms terms, Interaction? whole, ImmutableArray<OpenWork> work = default)
    {
        RetentionDecision decision = terms.Resolver.Resolve(new()
        {
            From = stored.Interaction?.EndedAt ?? DateTimeOffset.MaxValue,
            Claims = stored.Claims,
            Maximum = terms.Maximum,
            Holds = holds.On(InteractionStore.Held(stored, whole)),
            Work = work,
        });
        return stored.Interaction?.EndedAt is null ? decision with { Due = null, ArchiveAt = null } : decision;
    }

    /// <summary>Where an interaction is found by what is personal of it: keyed hashes, where there is a key.</summary>
    public static ImmutableArray<IndexEntry> Customers(Interaction? whole, KeepingTerms terms) => whole is null
        ? []
        :
        [
            .. InteractionIndexes.Attributes(whole)
                .Where(one => terms.Attributes.Find(one.Name) is { IsPersonal: true })
                .Select(one => Customer(terms, one.Name, one.Value))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Take(MostCustomers)
                .Select(customer => new IndexEntry(InteractionIndexes.ByCustomer, IndexValue.Of(customer))),
        ];

    private const int MostCustomers = 40;

    /// <summary>The keyed hash of a personal value; null without a key.</summary>
    public static string? Customer(KeepingTerms terms, string attribute, AttributeValue value) =>
        terms.PrivacyKey?.Customer(attribute, InteractionIndexes.Indexed(value));
}
