using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.InMemory;

namespace QualityKit.Storage.Tests.Documents;

public class CheckedDocumentStoreTests
{
    private static readonly TenantId Tenant = new("acme");
    private static readonly StoreSchema Schema = new(
        ["notes"],
        new IndexDefinition("notes", "by-state", new IndexField { Name = "state", Kind = IndexKind.Text }, new IndexField { Name = "size", Kind = IndexKind.Number }));

    private static readonly DocumentQuery Query = new() { Collection = "notes", Index = "by-state" };

    private readonly CheckedDocumentStore _store = new(new InMemoryDocumentStore(Schema), Schema);

    public static TheoryData<string, DocumentQuery> WrongQueries => new()
    {
        { "no such collection", Query with { Collection = "others" } },
        { "no such index", Query with { Index = "by-size" } },
        { "an empty page", Query with { Take = 0 } },
        { "a page too large", Query with { Take = 1_001 } },
        { "a value of another kind", Query with { Equal = [[IndexValue.Of(1m)]] } },
        { "no value to equal", Query with { Equal = [[]] } },
        { "too many values", Query with { Equal = [[.. Enumerable.Range(0, 101).Select(number => IndexValue.Of($"{number}"))]] } },
        { "more fields than there are", Query with { Equal = [[IndexValue.Of("a")], [IndexValue.Of(1m)], [IndexValue.Of(1m)]] } },
        { "a range of another kind", Query with { Range = new IndexRange { From = IndexValue.Of(1m) } } },
        { "a range's end of another kind", Query with { Range = new IndexRange { To = IndexValue.Of(1m) } } },
        { "a range behind the last field", Query with { Equal = [[IndexValue.Of("a")], [IndexValue.Of(1m)]], Range = new IndexRange() } },
        { "a page end that is not of the index", Query with { After = new PageEnd([IndexValue.Of("a")], "n-1") } },
    };

    [Theory]
    [MemberData(nameof(WrongQueries))]
    public async Task A_query_that_no_index_serves_is_refused(string what, DocumentQuery query)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => _store.QueryAsync(Tenant, query, default).AsTask());
        await Assert.ThrowsAnyAsync<ArgumentException>(() => _store.CountAsync(Tenant, query, 10, default).AsTask());
        Assert.NotEmpty(what);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_001)]
    public async Task A_count_has_a_limit_in_its_range(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _store.CountAsync(Tenant, Query, limit, default).AsTask());

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public async Task A_tenant_that_is_not_one_is_refused(string tenant)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _store.ReadAsync(new TenantId(tenant), new DocumentKey("notes", "n-1"), default).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => _store.QueryAsync(new TenantId(tenant), Query, default).AsTask());
        Assert.Throws<ArgumentException>(() => DocumentBatch.For(new TenantId(tenant), new CommandId("c")));
    }

    [Fact]
    public async Task A_batch_that_does_not_fit_the_schema_is_refused_and_nothing_happens()
    {
        DocumentKey key = new("notes", "n-1");
        DocumentBatch[] wrong =
        [
            Batch(),
            Batch().Create(new DocumentKey("others", "n-1"), default),
            Batch().Create(key, default, new IndexEntry("by-size", IndexValue.Of(1m))),
            Batch().Create(key, default, new IndexEntry("by-state", IndexValue.Of("a"))),
            Batch().Create(key, default, new IndexEntry("by-state", IndexValue.Of(1m), IndexValue.Of(1m))),
            Batch().Create(key, default, [.. Enumerable.Range(0, 201).Select(number => new IndexEntry("by-state", IndexValue.Of("a"), IndexValue.Of((decimal)number)))]),
            Batch().Create(key, new byte[StoreLimits.BatchBytes]).Create(new DocumentKey("others", "n-1"), default),
        ];

        foreach (DocumentBatch batch in wrong)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => _store.CommitAsync(batch, default).AsTask());
        }

        Assert.Null(await _store.ReadAsync(Tenant, key, default));
    }

    [Fact]
    public void A_batch_keeps_its_limits_as_it_grows()
    {
        DocumentBatch hundred = Enumerable.Range(0, 100).Aggregate(Batch(), (batch, number) => batch.Create(new DocumentKey("notes", $"{number}"), default));
        DocumentBatch required = Enumerable.Range(0, 100).Aggregate(Batch(), (batch, number) => batch.RequireAbsent(new DocumentKey("notes", $"{number}")));

        Assert.Throws<ArgumentException>(() => hundred.Create(new DocumentKey("notes", "one more"), default));
        Assert.Throws<ArgumentException>(() => required.RequireAbsent(new DocumentKey("notes", "one more")));
        Assert.Equal(101, hundred.RequireAbsent(new DocumentKey("notes", "one more")).Operations.Length);
        Assert.Throws<ArgumentException>(() => Batch().Create(new DocumentKey("notes", "a"), new byte[StoreLimits.BatchBytes + 1]));
        Assert.Throws<ArgumentException>(() => hundred.RequireAbsent(new DocumentKey("notes", "7")));
        Assert.Equal("batch c of 100 operations", hundred.ToString());
    }

    [Fact]
    public void A_key_is_within_its_limits()
    {
        Assert.Equal(512, new DocumentKey("notes", new string('a', 512)).Id.Length);
        Assert.Throws<ArgumentException>(() => new DocumentKey("notes", new string('a', 513)));
        Assert.Throws<ArgumentException>(() => new DocumentKey("notes", ""));
        Assert.Throws<ArgumentException>(() => new DocumentKey("Notes", "a"));
        Assert.NotEqual(new DocumentKey("notes", "é"), new DocumentKey("notes", "e\u0301"));
    }

    [Fact]
    public void A_refusal_names_a_conflict() => Assert.Throws<ArgumentException>(() => CommitResult.Refused(ImmutableArray<DocumentConflict>.Empty));

    [Fact]
    public async Task The_texts_of_one_entry_have_a_limit_together()
    {
        var schema = new StoreSchema(["notes"], new IndexDefinition("notes", "two", new IndexField { Name = "a", Kind = IndexKind.Text }, new IndexField { Name = "b", Kind = IndexKind.Text }));
        var store = new CheckedDocumentStore(new InMemoryDocumentStore(schema), schema);
        ValueTask<CommitResult> Commit(string id, int bytes) => store.CommitAsync(
            DocumentBatch.For(Tenant, new CommandId(id)).Create(new DocumentKey("notes", id), default, new IndexEntry("two", IndexValue.Of(new string('a', 1024)), IndexValue.Of(new string('b', bytes)))), default);

        Assert.True((await Commit("fits", StoreLimits.IndexEntryBytes - 1024)).IsCommitted);
        await Assert.ThrowsAsync<ArgumentException>(() => Commit("too long", StoreLimits.IndexEntryBytes - 1023).AsTask());
    }

    private static DocumentBatch Batch() => DocumentBatch.For(Tenant, new CommandId("c"));
}
