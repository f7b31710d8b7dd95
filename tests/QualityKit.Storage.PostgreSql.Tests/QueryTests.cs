using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;
using QualityKit.Storage.PostgreSql.Tests.Servers;

namespace QualityKit.Storage.PostgreSql.Tests;

/// <summary>Queries that have many ways to go wrong, beside the store in memory: what that answers is right.</summary>
public sealed class QueryTests(QuickPostgresServer server) : IClassFixture<QuickPostgresServer>, IAsyncLifetime
{
    private readonly InMemoryDocumentStore _expected = new(Notes.Schema);
    private PostgreSqlDocumentStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = new PostgreSqlDocumentStore(server.Options(server.NewSchema()), Notes.Schema);
        await _store.EnsureSchemaAsync(default);
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [ServerFact]
    public async Task Random_queries_over_several_values_page_as_in_memory()
    {
        int seed = Seeds.New();
        var random = new Random(seed);
        for (int number = 0; number < 3; number++)
        {
            DocumentBatch batch = Enumerable.Range(0, 60).Aggregate(Notes.Batch($"c{number}"), (all, part) => all.Create(
                Notes.Key($"n{random.Next(1000)}-{number}-{part}"),
                Notes.Body("x"),
                [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Notes.Team($"t{random.Next(4)}", $"a{random.Next(4)}", random.Next(-3, 4)))]));
            await _expected.CommitAsync(batch, default);
            await _store.CommitAsync(batch, default);
        }

        for (int round = 0; round < 40; round++)
        {
            DocumentQuery query = RandomQuery(random);
            string[] expected = await Ids(_expected, query);
            string[] found = await Ids(_store, query);
            Assert.True(expected.SequenceEqual(found), $"QUALITYKIT_SEED={seed}, round {round}: expected {string.Join(' ', expected)}\nfound {string.Join(' ', found)}");
            int limit = random.Next(1, 40);
            Assert.Equal(await _expected.CountAsync(Notes.Tenant, query, limit, default), await _store.CountAsync(Notes.Tenant, query, limit, default));
        }
    }

    [ServerFact]
    public async Task Values_in_numbers_that_cannot_be_spelled_out_are_still_found_in_order()
    {
        await _store.CommitAsync(Enumerable.Range(0, 50).Aggregate(Notes.Batch("c"), (all, number) => all.Create(Notes.Key($"n{number}"), Notes.Body("x"), Notes.Team($"t{number % 3}", $"a{number % 7}", number))), default);
        ImmutableArray<IndexValue> Hundred(string letter) => [.. Enumerable.Range(0, 100).Select(number => IndexValue.Of($"{letter}{number}"))];
        var query = new DocumentQuery
        {
            Collection = "notes",
            Index = "by-team",
            Equal = [Hundred("t"), Hundred("a"), [.. Enumerable.Range(0, 100).Select(number => IndexValue.Of((decimal)number))]],
            Take = 7,
        };
        IEnumerable<string> inOrder = Enumerable.Range(0, 50).OrderBy(number => number % 3).ThenBy(number => number % 7).ThenBy(number => number).Select(number => $"n{number}");
        Assert.Equal(inOrder, await Ids(_store, query));
        Assert.Equal(50, await _store.CountAsync(Notes.Tenant, query, 1000, default));
    }

    [ServerFact]
    public async Task An_entry_whose_texts_are_too_long_for_the_index_is_refused_before_anything_is_sent()
    {
        // Letters that do not compress: the server would make room for others.
        var random = new Random(3);
        string Letters(int count) => new([.. Enumerable.Range(0, count).Select(_ => (char)random.Next(33, 127))]);
        var tenant = new TenantId(Letters(StoreLimits.IdBytes));
        DocumentKey key = Notes.Key(Letters(StoreLimits.KeyBytes));
        DocumentBatch Batch(string command, int letters) =>
            DocumentBatch.For(tenant, new CommandId(command)).Create(key, Notes.Body("x"), Notes.Team(Letters(StoreLimits.IndexTextBytes), Letters(letters), 1));

        await Assert.ThrowsAsync<ArgumentException>(async () => await _store.CommitAsync(Batch("too long", 965), default));
        Assert.Null(await _store.ReadAsync(tenant, key, default));
        Assert.True((await _store.CommitAsync(Batch("just fits", 964), default)).IsCommitted);
    }

    private static DocumentQuery RandomQuery(Random random)
    {
        int equal = random.Next(0, 4);
        ImmutableArray<IndexValue> Some(int field) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Value(random, field))];
        return new DocumentQuery
        {
            Collection = "notes",
            Index = "by-team",
            Equal = [.. Enumerable.Range(0, equal).Select(Some)],
            Range = equal < 3 && random.Next(2) == 0 ? new IndexRange { From = random.Next(2) == 0 ? Value(random, equal) : null, To = random.Next(2) == 0 ? Value(random, equal) : null } : null,
            IsDescending = random.Next(2) == 0,
            Take = random.Next(2, 30),
        };
    }

    private static IndexValue Value(Random random, int field) => field switch
    {
        0 => IndexValue.Of($"t{random.Next(5)}"),
        1 => IndexValue.Of($"a{random.Next(5)}"),
        _ => IndexValue.Of((decimal)random.Next(-4, 5)),
    };

    private static async Task<string[]> Ids(IDocumentStore store, DocumentQuery query)
    {
        var ids = new List<string>();
        await foreach (Document document in store.QueryAllAsync(Notes.Tenant, query))
        {
            ids.Add(document.Key.Id);
        }

        return [.. ids];
    }
}
