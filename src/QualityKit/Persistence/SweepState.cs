using System.Collections.Immutable;
using QualityKit.Retention;
using QualityKit.Storage.Documents;

namespace QualityKit.Persistence;

/// <summary>How the last sweep of a tenant went.</summary>
internal sealed record SweepState
{
    /// <summary>States: <see cref="PausedWork"/> and <see cref="OutboxIndexes.Never"/> while a sweep waits for a person.</summary>
    public const string Due = "due";

    /// <summary>The kind of work that waits for a person to confirm a sweep.</summary>
    public const string PausedWork = "sweep-paused";

    private const string Format = "qualitykit.sweep-state/1";

    /// <summary>What the clock said when it ran.</summary>
    public required DateTimeOffset RanAt { get; init; }

    /// <summary>The latest that the clock said when it was not in doubt; null before that.</summary>
    public required DateTimeOffset? Clock { get; init; }

    /// <summary>Why it deleted nothing.</summary>
    public required SweepPause Pause { get; init; }

    /// <summary>Whether it stopped before it was through.</summary>
    public required bool HasMore { get; init; }

    /// <summary>What was read; null for one that is to be.</summary>
    public Document? Document { get; init; }

    /// <summary>The indexes.</summary>
    public static ImmutableArray<IndexDefinition> Definitions { get; } =
    [
        new(Collections.Sweeps, Due, new IndexField { Name = "work", Kind = IndexKind.Text }, new IndexField { Name = "due", Kind = IndexKind.Instant }) { ListsDueWork = true },
    ];

    private static DocumentKey Key { get; } = new(Collections.Sweeps, "state");

    /// <summary>The state of a tenant; null before the first sweep.</summary>
    /// <exception cref="InvalidDataException">It is of another format, or damaged.</exception>
    public static async ValueTask<SweepState?> LoadAsync(IDocumentStore store, TenantId tenant, CancellationToken cancellationToken) =>
        await store.ReadAsync(tenant, Key, cancellationToken).ConfigureAwait(false) is { } document
            ? StoredReader.Document(document, Format, json => new SweepState
            {
                RanAt = json.Instant("ran"),
                Clock = json.InstantOrNull("clock"),
                Pause = json.Choice<SweepPause>("pause"),
                HasMore = json.Flag("more"),
                Document = document,
            })
            : null;

    /// <summary>The batch that also stores this in the place of what was read.</summary>
    public DocumentBatch StoreIn(DocumentBatch batch)
    {
        byte[] body = StoredObject.Document(
            Format,
            json =>
            {
                json.Instant("ran", RanAt);
                json.Instant("clock", Clock);
                json.Choice("pause", Pause);
                json.Flag("more", HasMore);
            },
            Document?.Body ?? default);
        IndexEntry[] entries = Pause == SweepPause.None ? [] : [new(Due, IndexValue.Of(PausedWork), IndexValue.Of(OutboxIndexes.Never))];
        return Document is null ? batch.Create(Key, body, [.. entries]) : batch.Replace(Document.Key, Document.Version, body, [.. entries]);
    }
}
