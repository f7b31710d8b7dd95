using QualityKit.Storage.Documents;

namespace QualityKit.Storage.Sqlite.Tests.Queries;

/// <summary>What is as large as the limits allow.</summary>
public class LargeTests
{
    private static readonly DateTimeOffset Noon = new(2030, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_query_with_100_values_of_two_fields_pages_through_them_in_order()
    {
        using var folder = new StoreFolder();
        SqliteDocumentStore store = folder.Documents();
        List<string> expected = [];
        DocumentBatch batch = StoreFolder.Batch("fill");
        for (int number = 0; number < 90; number++)
        {
            string id = $"{number:00}";
            batch = batch.Create(StoreFolder.Note(id), "x"u8.ToArray(), State($"s{number * 2:000}", $"o{(number * 7) % 100:000}"));
            expected.Add(id);
        }

        await store.CommitAsync(batch, default);
        var query = new DocumentQuery
        {
            Collection = "notes",
            Index = "by-state",
            Equal = [[.. Enumerable.Range(0, 100).Select(number => IndexValue.Of($"s{number * 2:000}"))], [.. Enumerable.Range(0, 100).Select(number => IndexValue.Of($"o{number:000}"))]],
            Take = 7,
        };

        Assert.Equal(expected, await Ids(store, query));
        Assert.Equal(expected.AsEnumerable().Reverse(), await Ids(store, query with { IsDescending = true }));
    }

    [Fact]
    public async Task A_document_with_200_entries_of_the_longest_texts_is_listed_by_each_and_leaves_each()
    {
        using var folder = new StoreFolder();
        SqliteDocumentStore store = folder.Documents();
        string id = string.Concat(Enumerable.Repeat("😀", 128));
        string[] labels = [.. Enumerable.Range(0, 200).Select(number => $"{number:000}{new string('ä', 510)}x")];
        CommitResult made = await store.CommitAsync(StoreFolder.Batch("1").Create(StoreFolder.Note(id), "x"u8.ToArray(), [.. labels.Select(StoreFolder.Label)]), default);

        Assert.Equal([id], await Ids(store, StoreFolder.Labelled(labels[0])));
        Assert.Equal(200, await store.CountAsync(StoreFolder.Tenant, StoreFolder.Labelled(), 1000, default));

        await store.CommitAsync(StoreFolder.Batch("2").Replace(StoreFolder.Note(id), made.Version!.Value, "y"u8.ToArray(), StoreFolder.Label(labels[7])), default);
        Assert.Equal([id], await Ids(store, StoreFolder.Labelled()));
        Assert.Equal([id], await Ids(store, StoreFolder.Labelled(labels[7])));
    }

    [Fact]
    public async Task An_entry_that_is_sent_twice_is_listed_once()
    {
        using var folder = new StoreFolder();
        SqliteDocumentStore store = folder.Documents();
        CommitResult made = await store.CommitAsync(StoreFolder.Batch("1").Create(StoreFolder.Note("a"), default, StoreFolder.Label("x"), StoreFolder.Label("x")), default);

        Assert.Equal(["a"], await Ids(store, StoreFolder.Labelled()));
        await store.CommitAsync(StoreFolder.Batch("2").Delete(StoreFolder.Note("a"), made.Version!.Value), default);
        Assert.Empty(await Ids(store, StoreFolder.Labelled()));
    }

    [Fact]
    public async Task A_body_of_4_MiB_with_every_byte_comes_back_as_it_was()
    {
        using var folder = new StoreFolder();
        SqliteDocumentStore store = folder.Documents();
        byte[] body = [.. Enumerable.Range(0, StoreLimits.BatchBytes).Select(number => (byte)(number * 31 >> (number % 5)))];
        await store.CommitAsync(StoreFolder.Batch("1").Create(StoreFolder.Note("a"), body), default);

        Document? read = await store.ReadAsync(StoreFolder.Tenant, StoreFolder.Note("a"), default);
        Assert.True(read!.Body.Span.SequenceEqual(body));
    }

    private static IndexEntry State(string state, string owner) => new("by-state", IndexValue.Of(state), IndexValue.Of(owner), IndexValue.Of(Noon));

    private static async Task<List<string>> Ids(SqliteDocumentStore store, DocumentQuery query)
    {
        var ids = new List<string>();
        await foreach (Document document in store.QueryAllAsync(StoreFolder.Tenant, query))
        {
            ids.Add(document.Key.Id);
        }

        return ids;
    }
}
