using System.Runtime.CompilerServices;
using QualityKit.Interactions;
using QualityKit.Retention;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>Reads interactions, with and without what is personal of them.</summary>
internal sealed class InteractionStore(IDocumentStore store) : IInteractionSource
{
    /// <summary>An interaction as it is stored, or its tombstone; null when it is not known.</summary>
    public async ValueTask<StoredInteraction?> FindAsync(TenantId tenant, InteractionId interaction, CancellationToken cancellationToken) =>
        ExternalId.IsValid(interaction.Value) && await store.ReadAsync(tenant, StoredInteraction.KeyOf(interaction), cancellationToken).ConfigureAwait(false) is { } document
            ? StoredInteraction.Read(tenant, document)
            : null;

    async ValueTask<Interaction?> IInteractionSource.FindAsync(TenantId tenant, InteractionId interaction, CancellationToken cancellationToken) =>
        await FindAsync(tenant, interaction, cancellationToken).ConfigureAwait(false) is { } stored ? await WholeAsync(stored, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>What is personal of an interaction; null for nothing.</summary>
    public ValueTask<Document?> ContentsAsync(TenantId tenant, InteractionId interaction, CancellationToken cancellationToken) =>
        store.ReadAsync(tenant, InteractionContents.KeyOf(interaction), cancellationToken);

    /// <summary>The whole interaction; null for a tombstone.</summary>
    public async ValueTask<Interaction?> WholeAsync(StoredInteraction stored, CancellationToken cancellationToken) => stored.Interaction is not { } interaction
        ? null
        : InteractionContents.Join(interaction, await ContentsAsync(interaction.Tenant, stored.Id, cancellationToken).ConfigureAwait(false));

    /// <summary>What a query finds.</summary>
    public async IAsyncEnumerable<StoredInteraction> QueryAsync(TenantId tenant, DocumentQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (Document document in store.QueryAllAsync(tenant, query, cancellationToken).ConfigureAwait(false))
        {
            yield return StoredInteraction.Read(tenant, document);
        }
    }

    /// <summary>Every interaction that was not deleted.</summary>
    public IAsyncEnumerable<StoredInteraction> AllAsync(TenantId tenant, CancellationToken cancellationToken) =>
        QueryAsync(tenant, new() { Collection = Collections.Interactions, Index = InteractionIndexes.ByStart, Take = StoreLimits.PageSize }, cancellationToken);

    /// <summary>An interaction as holds see it: with all its attributes, of its segments too.</summary>
    public static HeldItem Held(StoredInteraction stored, Interaction? whole) => new()
    {
        Interaction = stored.Id,
        Attributes = whole is null
            ? AttributeSet.Empty
            : InteractionIndexes.Attributes(whole).Aggregate(AttributeSet.Empty, (set, one) => set.With(one.Name, one.Value)),
        Marks = stored.Marks,
        IsShredded = stored.DeletedAt is not null,
    };
}
