using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;

namespace QualityKit.Storage.Sqlite.Tests.Queries;

/// <summary>Queries made by chance give the same pages as the in-memory store gives, which has no SQL to get wrong.</summary>
public class RandomQueryTests
{
    private static readonly string[] Words = ["", "a", "A", "ab", "b", "é", "\uFFFD", "😀"];

    [Fact]
    public async Task Every_page_is_that_of_the_in_memory_store()
    {
        int seed = Environment.GetEnvironmentVariable("QUALITYKIT_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Environment.TickCount;
        var random = new Random(seed);
        using var folder = new StoreFolder();
        IDocumentStore[] stores = [new InMemoryDocumentStore(StoreFolder.Schema), folder.Documents()];
        await Fill(stores, random);
        for (int round = 0; round < 400; round++)
        {
            DocumentQuery query = Query(random);
            List<string>[] found = [await Pages(stores[0], query), await Pages(stores[1], query)];
            Assert.True(found[0].SequenceEqual(found[1]), $"QUALITYKIT_SEED={seed}, round {round}: {Said(query)}\n{string.Join(' ', found[0])}\n{string.Join(' ', found[1])}");
            int[] counts = [await stores[0].CountAsync(StoreFolder.Tenant, query, 50, default), await stores[1].CountAsync(StoreFolder.Tenant, query, 50, default)];
            Assert.True(counts[0] == counts[1], $"QUALITYKIT_SEED={seed}, round {round}: {Said(query)} counts {counts[0]} and {counts[1]}");
        }
    }

    private static async Task Fill(IDocumentStore[] stores, Random random)
    {
        for (int batch = 0; batch < 3; batch++)
        {
            DocumentBatch all = StoreFolder.Batch($"fill {batch}");
            for (int number = 0; number < 100; number++)
            {
                IndexEntry[] entries = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new IndexEntry("by-state", Values(random)))];
                all = all.Create(StoreFolder.Note($"{Words[random.Next(Words.Length)]}{batch}-{number}"), "x"u8.ToArray(), [.. entries]);
            }

            foreach (IDocumentStore store in stores)
            {
                await store.CommitAsync(all, default);
            }
        }
    }

    private static ImmutableArray<IndexValue> Values(Random random) => [Word(random), Word(random), Moment(random)];

    private static IndexValue Word(Random random) => IndexValue.Of(Words[random.Next(Words.Length)]);

    private static IndexValue Moment(Random random) => IndexValue.Of(DateTimeOffset.UnixEpoch.AddMinutes(random.Next(-5, 10)));

    private static DocumentQuery Query(Random random)
    {
        int leading = random.Next(4);
        var query = new DocumentQuery
        {
            Collection = "notes",
            Index = "by-state",
            Equal = [.. Enumerable.Range(0, leading).Select(field => Enumerable.Range(0, random.Next(1, 6)).Select(_ => field == 2 ? Moment(random) : Word(random)).ToImmutableArray())],
            IsDescending = random.Next(2) == 0,
            Take = random.Next(1, 40),
            After = random.Next(3) == 0 ? new PageEnd(Values(random), "b1-5") : null,
        };
        return leading == 3 || random.Next(2) == 0
            ? query
            : query with { Range = new IndexRange { From = random.Next(3) == 0 ? null : Bound(random, leading), To = random.Next(3) == 0 ? null : Bound(random, leading) } };
    }

    private static IndexValue Bound(Random random, int field) => field == 2 ? Moment(random) : Word(random);

    private static async Task<List<string>> Pages(IDocumentStore store, DocumentQuery query)
    {
        var found = new List<string>();
        for (PageEnd? end = query.After; ;)
        {
            DocumentPage page = await store.QueryAsync(StoreFolder.Tenant, query with { After = end }, default);
            found.AddRange(page.Documents.Select(document => document.Key.Id));
            end = page.End;
            if (end is null)
            {
                return found;
            }

            found.Add($"| {string.Join(',', end.Values)} {end.Id} |");
        }
    }

    private static string Said(DocumentQuery query) =>
        $"[{string.Join("; ", query.Equal.Select(values => string.Join(',', values)))}] {query.Range} {(query.IsDescending ? "down" : "up")} by {query.Take} after {string.Join(',', query.After?.Values ?? [])}";
}
