using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>Whether the store of a tenant was found to have gone back to an older state. Whatever deletes requires the document as it was read.</summary>
internal sealed record RestoreState
{
    /// <summary>States: <see cref="RestoredWork"/> and <see cref="OutboxIndexes.Never"/> until a person reconciled it.</summary>
    public const string Due = "due";

    /// <summary>The kind of work that waits for a person to reconcile a tenant.</summary>
    public const string RestoredWork = "restored";

    private const string Format = "qualitykit.restore-state/1";

    /// <summary>When that was found; null where it was never.</summary>
    public DateTimeOffset? DetectedAt { get; init; }

    /// <summary>When a person last reconciled it; null where nobody did.</summary>
    public DateTimeOffset? ReconciledAt { get; init; }

    /// <summary>The command of the newest receipt that was known then: that its entry is gone is known.</summary>
    public string? KnownReceipt { get; init; }

    /// <summary>Whether it waits to be reconciled.</summary>
    public bool IsRestored { get; init; }

    /// <summary>What was read; null where nothing was ever found.</summary>
    public Document? Document { get; init; }

    /// <summary>What to require so that nothing was found meanwhile.</summary>
    public RequireDocument Requirement => new() { Key = Key, Version = Document?.Version };

    /// <summary>Whether something may be from a copy of the store that was brought back since: what followed on it then, this store does not know.</summary>
    public bool MayBeOfCopy(DateTimeOffset at) => at <= DetectedAt || at <= ReconciledAt;

    /// <summary>The indexes.</summary>
    public static ImmutableArray<IndexDefinition> Definitions { get; } =
    [
        new(Collections.Restores, Due, new IndexField { Name = "work", Kind = IndexKind.Text }, new IndexField { Name = "due", Kind = IndexKind.Instant }) { ListsDueWork = true },
    ];

    private static DocumentKey Key { get; } = new(Collections.Restores, "state");

    /// <summary>The state of a tenant.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static async ValueTask<RestoreState> LoadAsync(IDocumentStore store, TenantId tenant, CancellationToken cancellationToken) =>
        await store.ReadAsync(tenant, Key, cancellationToken).ConfigureAwait(false) is not { } document
            ? new()
            : StoredReader.Document(document, Format, json => new RestoreState
            {
                DetectedAt = json.InstantOrNull("detected"),
                ReconciledAt = json.InstantOrNull("reconciled"),
                KnownReceipt = json.TextOrNull("knownReceipt"),
                IsRestored = json.Flag("restored"),
                Document = document,
            });

    /// <summary>The batch that also stores this in the place of what was read.</summary>
    public DocumentBatch StoreIn(DocumentBatch batch)
    {
        byte[] body = StoredObject.Document(
            Format,
            json =>
            {
                json.Instant("detected", DetectedAt);
                json.Instant("reconciled", ReconciledAt);
                json.Text("knownReceipt", KnownReceipt);
                json.Flag("restored", IsRestored);
            },
            Document?.Body ?? default);
        IndexEntry[] entries = IsRestored ? [new(Due, IndexValue.Of(RestoredWork), IndexValue.Of(OutboxIndexes.Never))] : [];
        return Document is null ? batch.Create(Key, body, [.. entries]) : batch.Replace(Document.Key, Document.Version, body, [.. entries]);
    }
}
