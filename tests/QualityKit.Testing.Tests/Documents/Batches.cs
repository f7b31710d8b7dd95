using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Tests.Documents;

/// <summary>Batches made over, for stores that are wrong.</summary>
internal static class Batches
{
    public static DocumentBatch Of(TenantId tenant, CommandId command, IEnumerable<DocumentOperation> operations) =>
        operations.Aggregate(DocumentBatch.For(tenant, command), (all, operation) => all.With(operation));

    public static DocumentBatch With(this DocumentBatch batch, Func<DocumentOperation, DocumentOperation?> change) =>
        Of(batch.Tenant, batch.Command, batch.Operations.Select(change).OfType<DocumentOperation>());

    public static DocumentBatch As(this DocumentBatch batch, CommandId command) => Of(batch.Tenant, command, batch.Operations);

    public static DocumentBatch WithEntries(this DocumentBatch batch, Func<DocumentKey, ImmutableArray<IndexEntry>, ImmutableArray<IndexEntry>> change) => batch.With(operation => operation switch
    {
        CreateDocument create => create with { Entries = change(create.Key, create.Entries) },
        ReplaceDocument replace => replace with { Entries = change(replace.Key, replace.Entries) },
        _ => operation,
    });

    public static DocumentBatch WithBodies(this DocumentBatch batch, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> change) => batch.With(operation => operation switch
    {
        CreateDocument create => create with { Body = change(create.Body) },
        ReplaceDocument replace => replace with { Body = change(replace.Body) },
        _ => operation,
    });

    /// <summary>Gives way to others, often enough that those who come at the same time come in between.</summary>
    public static async Task GiveWay()
    {
        for (int turn = 0; turn < 5; turn++)
        {
            await Turn.PassAsync();
        }
    }
}
