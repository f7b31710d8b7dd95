using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Tests.Matrix;

namespace QualityKit.Testing.Tests.Documents;

/// <summary>Stores whose indexes keep another value than was sent, or are asked in another way.</summary>
internal static class WrongIndexes
{
    public static IEnumerable<WrongProvider> All { get; } =
    [
        WrongStores.Wrong("texts are ordered by their UTF-16 units", right => Mapping(right, Texts(text => string.Concat(text.Select(unit => ((int)unit).ToString("x4", CultureInfo.InvariantCulture))))), "texts are ordered by their UTF-8 bytes"),
        WrongStores.Wrong("texts are compared without case", right => Mapping(right, Texts(text => text.ToUpperInvariant())), "ids that look alike are different documents"),
        WrongStores.Wrong("texts lose their trailing blanks", right => Mapping(right, Texts(text => text.TrimEnd(' '))), "ids that look alike are different documents"),
        WrongStores.Wrong("texts are normalised", right => Mapping(right, Texts(text => text.Normalize(NormalizationForm.FormC))), "ids that look alike are different documents"),
        WrongStores.Wrong("texts are cut at 255 letters", right => Mapping(right, Texts(text => text[..Math.Min(text.Length, 255)])), "long texts that differ in the last byte are different"),
        WrongStores.Wrong("numbers are kept as floating point", right => Mapping(right, Integers(IndexKind.Number, number => (long)((double)number / IndexValue.NumberScale) * IndexValue.NumberScale)), "a range may be over numbers, from below zero"),
        WrongStores.Wrong("numbers are ordered by size without sign", right => Mapping(right, Integers(IndexKind.Number, Math.Abs)), "numbers are ordered by size"),
        WrongStores.Wrong("moments are kept to the millisecond", right => Mapping(right, Integers(IndexKind.Instant, moment => (long)Math.Floor(moment / 1000m) * 1000)), "a moment counts to the microsecond"),
        WrongStores.Wrong("moments before 1970 are the start of 1970", right => Mapping(right, Integers(IndexKind.Instant, moment => Math.Max(moment, 0))), "the least and the greatest values are kept exactly"),
        WrongStores.Wrong("an empty text is no entry", right => new SpoiledStore(right) { Commit = (store, batch, stop) => store.CommitAsync(batch.WithEntries((_, entries) => [.. entries.Where(entry => !entry.Values.Any(value => value.Kind == IndexKind.Text && value.AsText.Length == 0))]), stop) }, "an empty text is a value like any other"),
        WrongStores.Wrong("ranges leave their start out", right => new SpoiledStore(right) { Query = ExclusiveStart }, "a range takes its start and leaves its end out"),
        WrongStores.Wrong("ranges are not looked at when counting", right => new SpoiledStore(right) { Count = (store, tenant, query, limit, stop) => store.CountAsync(tenant, query with { Range = null }, limit, stop) }, "counts count what queries list"),
        WrongStores.Wrong("only the first field is looked at", right => new SpoiledStore(right) { Query = FirstField }, "any number of leading fields can be asked for, and a range behind them"),
        WrongStores.Wrong("a value that is asked for twice is found twice", right => new SpoiledStore(right) { Count = Twice }, "a value that is asked for twice is found once"),
        WrongStores.Wrong("several values are looked for one after another", right => new SpoiledStore(right) { Query = OneByOne }, "several values of several fields come in the order of the index"),
        WrongStores.Wrong("a page end that is turned round skips equal values", right => new SpoiledStore(right) { Query = SkipTiesDescending }, "a page may end between equal values, in either order"),
        WrongStores.Wrong("a page is cut at 500 and says that nothing follows", right => new SpoiledStore(right) { Query = CutPages }, "a page of 1,000 documents is one page"),
        WrongStores.Wrong("an index is one for all collections", right => new SpoiledStore(right) { Query = AllCollections }, "an index lists its own collection only"),
        WrongStores.Wrong("entries stay when a document is replaced", KeepEntries, "replacing moves a document in its indexes"),
        WrongStores.Wrong("only the first 100 entries are kept", right => new SpoiledStore(right) { Commit = (store, batch, stop) => store.CommitAsync(batch.WithEntries((_, entries) => [.. entries.Take(100)]), stop) }, "a document of 200 entries is listed for each"),
        WrongStores.Wrong("only the first 50 values are looked for", right => new SpoiledStore(right) { Query = (store, tenant, query, stop) => store.QueryAsync(tenant, query with { Equal = [.. query.Equal.Select(values => values[..Math.Min(values.Length, 50)])] }, stop) }, "a query of 100 values finds what has one"),
    ];

    private static Func<IndexValue, IndexValue> Texts(Func<string, string> change) => value =>
        value.Kind == IndexKind.Text && change(value.AsText) is var text && Encoding.UTF8.GetByteCount(text) <= 1024 ? IndexValue.Of(text) : value;

    private static Func<IndexValue, IndexValue> Integers(IndexKind kind, Func<long, long> change) => value =>
        value.Kind == kind ? IndexValue.FromInteger(kind, change(value.AsInteger)) : value;

    // What is kept is another value; page ends are turned back, so that only the order and what is equal are wrong.
    private static SpoiledStore Mapping(IDocumentStore right, Func<IndexValue, IndexValue> map)
    {
        var originals = new ConcurrentDictionary<IndexValue, IndexValue>();
        IndexValue Map(IndexValue value)
        {
            IndexValue mapped = map(value);
            originals.TryAdd(mapped, value);
            return mapped;
        }

        DocumentQuery Query(DocumentQuery query) => query with
        {
            Equal = [.. query.Equal.Select(values => values.Select(Map).ToImmutableArray())],
            Range = query.Range is { } range ? new IndexRange { From = range.From is { } from ? Map(from) : null, To = range.To is { } to ? Map(to) : null } : null,
            After = query.After is { } end ? new PageEnd([.. end.Values.Select(Map)], end.Id) : null,
        };
        return new SpoiledStore(right)
        {
            Commit = (store, batch, stop) => store.CommitAsync(batch.WithEntries((_, entries) => [.. entries.Select(entry => new IndexEntry(entry.Index, [.. entry.Values.Select(Map)]))]), stop),
            Count = (store, tenant, query, limit, stop) => store.CountAsync(tenant, Query(query), limit, stop),
            Query = async (store, tenant, query, stop) =>
            {
                DocumentPage page = await store.QueryAsync(tenant, Query(query), stop);
                return page.End is { } end ? page with { End = new PageEnd([.. end.Values.Select(value => originals[value])], end.Id) } : page;
            },
        };
    }

    private static ValueTask<DocumentPage> ExclusiveStart(IDocumentStore store, TenantId tenant, DocumentQuery query, CancellationToken stop)
    {
        IndexRange? range = query.Range is { From: { Kind: IndexKind.Instant } from } given ? given with { From = IndexValue.FromInteger(IndexKind.Instant, from.AsInteger + 1) } : query.Range;
        return store.QueryAsync(tenant, query with { Range = range }, stop);
    }

    private static ValueTask<DocumentPage> FirstField(IDocumentStore store, TenantId tenant, DocumentQuery query, CancellationToken stop) =>
        store.QueryAsync(tenant, query.Equal.Length < 2 ? query : query with { Equal = query.Equal[..1], Range = null }, stop);

    private static async ValueTask<int> Twice(IDocumentStore store, TenantId tenant, DocumentQuery query, int limit, CancellationToken stop)
    {
        if (query.Equal is not [var values])
        {
            return await store.CountAsync(tenant, query, limit, stop);
        }

        int count = 0;
        foreach (IndexValue value in values)
        {
            count += await store.CountAsync(tenant, query with { Equal = [[value]] }, limit, stop);
        }

        return Math.Min(limit, count);
    }

    private static async ValueTask<DocumentPage> OneByOne(IDocumentStore store, TenantId tenant, DocumentQuery query, CancellationToken stop)
    {
        if (query.After is not null || query.Take < 100 || query.Equal is not [_, { Length: > 1 }])
        {
            return await store.QueryAsync(tenant, query, stop);
        }

        var documents = new List<Document>();
        foreach (IndexValue value in query.Equal[1])
        {
            documents.AddRange((await store.QueryAsync(tenant, query with { Equal = [query.Equal[0], [value]] }, stop)).Documents);
        }

        return new DocumentPage { Documents = [.. documents], End = null };
    }

    private static async ValueTask<DocumentPage> SkipTiesDescending(IDocumentStore store, TenantId tenant, DocumentQuery query, CancellationToken stop)
    {
        DocumentPage page = await store.QueryAsync(tenant, query, stop);
        return page.End is { } end && query.IsDescending ? page with { End = new PageEnd(end.Values, "\u0001") } : page;
    }

    private static async ValueTask<DocumentPage> CutPages(IDocumentStore store, TenantId tenant, DocumentQuery query, CancellationToken stop)
    {
        DocumentPage page = await store.QueryAsync(tenant, query, stop);
        return page.Documents.Length <= 500 ? page : new DocumentPage { Documents = page.Documents[..500], End = null };
    }

    private static async ValueTask<DocumentPage> AllCollections(IDocumentStore store, TenantId tenant, DocumentQuery query, CancellationToken stop)
    {
        DocumentPage page = await store.QueryAsync(tenant, query, stop);
        DocumentPage other = await store.QueryAsync(tenant, query with { Collection = query.Collection == "notes" ? "jobs" : "notes" }, stop);
        return page.End is null && query.After is null ? page with { Documents = [.. page.Documents, .. other.Documents] } : page;
    }

    private static SpoiledStore KeepEntries(IDocumentStore right)
    {
        var kept = new ConcurrentDictionary<(TenantId, DocumentKey), ImmutableArray<IndexEntry>>();
        return new SpoiledStore(right)
        {
            Commit = (store, batch, stop) =>
            {
                foreach (DocumentOperation operation in batch.Operations.Where(operation => operation is CreateDocument or DeleteDocument))
                {
                    kept[(batch.Tenant, operation.Key)] = operation is CreateDocument create ? create.Entries : [];
                }

                return store.CommitAsync(
                    batch.With(operation => operation is ReplaceDocument replace ? replace with { Entries = [.. replace.Entries.Concat(kept.GetValueOrDefault((batch.Tenant, replace.Key), [])).Distinct().Take(200)] } : operation), stop);
            },
        };
    }
}
