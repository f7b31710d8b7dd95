using System.Collections.Immutable;
using QualityKit.Auditing;
using QualityKit.Persistence;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>The journal documents of one entity whose events are not delivered, page by page. A page that was read once is kept for the round.</summary>
internal sealed class EntityPages(IDocumentStore store, AuditEntity entity)
{
    /// <summary>The most documents of a page: with those that fell due, the progress and the dead letters of a round they fit in one batch.</summary>
    public const int Size = 35;

    private readonly TenantId _tenant = new(entity.Tenant);
    private readonly Dictionary<long, ImmutableArray<JournalEntry>> _pages = [];

    /// <summary>Everything that was read so far, in order, each document once.</summary>
    public IEnumerable<JournalEntry> Read => _pages.Values.SelectMany(page => page).DistinctBy(entry => entry.Document.Key).OrderBy(PlaceOf);

    /// <summary>The documents from a place.</summary>
    public async ValueTask<ImmutableArray<JournalEntry>> FromAsync(long place, CancellationToken cancellationToken)
    {
        if (!_pages.TryGetValue(place, out ImmutableArray<JournalEntry> page))
        {
            page = await FindAsync(new IndexRange { From = IndexValue.Of((decimal)place) }, Size, cancellationToken).ConfigureAwait(false);
            _pages[place] = page;
        }

        return page;
    }

    /// <summary>The first document from a place; null where there is none.</summary>
    public async ValueTask<JournalEntry?> FirstAsync(long place, CancellationToken cancellationToken) =>
        (await FindAsync(new IndexRange { From = IndexValue.Of((decimal)place) }, 1, cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>Documents before a place that are still listed, though every handler is past them.</summary>
    public ValueTask<ImmutableArray<JournalEntry>> BeforeAsync(long place, CancellationToken cancellationToken) =>
        FindAsync(new IndexRange { To = IndexValue.Of((decimal)place) }, Size, cancellationToken);

    /// <summary>The place of a document among those of the entity.</summary>
    public long PlaceOf(JournalEntry entry) => entry.PlaceOf(entity).Place;

    private async ValueTask<ImmutableArray<JournalEntry>> FindAsync(IndexRange places, int most, CancellationToken cancellationToken)
    {
        var query = new DocumentQuery
        {
            Collection = Collections.Journal,
            Index = JournalIndexes.Undelivered,
            Equal = [[IndexValue.Of(entity.Kind)], [IndexValue.Of(entity.Id)]],
            Range = places,
            Take = most,
        };
        DocumentPage page = await store.QueryAsync(_tenant, query, cancellationToken).ConfigureAwait(false);
        return [.. page.Documents.Select(document => JournalFormat.Read(_tenant, document))];
    }
}
