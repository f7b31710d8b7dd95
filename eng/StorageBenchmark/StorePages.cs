using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql;

namespace QualityKit.StorageBenchmark;

/// <summary>Pages of a store.</summary>
internal sealed class StorePages : IPageSide
{
    private readonly IDocumentStore _store;

    private StorePages(IDocumentStore store, int documents)
    {
        _store = store;
        Documents = documents;
    }

    public int Documents { get; }

    public static async Task<IPageSide> FillAsync(IDocumentStore store, int documents)
    {
        if (store is PostgreSqlDocumentStore postgreSql)
        {
            await postgreSql.ImportAsync(Contents.Tenant, Enumerable.Range(0, documents).Select(Contents.Document).ToAsyncEnumerable(), default);
            return new StorePages(store, documents);
        }

        for (int first = 0; first < documents; first += StoreLimits.BatchWrites)
        {
            await store.CommitAsync(Contents.Batch(first, Math.Min(StoreLimits.BatchWrites, documents - first)), default);
        }

        return new StorePages(store, documents);
    }

    public async Task<int> ReadAsync(bool isByState, int start, bool isDescending, int take)
    {
        (string index, IndexValue[] values) = isByState
            ? ("by-state", new[] { IndexValue.Of(Contents.State(start)), IndexValue.Of(Contents.Changed(start)) })
            : ("by-agent", [IndexValue.Of(Contents.Agent(start)), IndexValue.Of(Contents.Score(start))]);
        var query = new DocumentQuery
        {
            Collection = "evaluations",
            Index = index,
            Equal = [[values[0]]],
            After = new PageEnd([.. values], Contents.Id(start)),
            IsDescending = isDescending,
            Take = take,
        };
        return (await _store.QueryAsync(Contents.Tenant, query, default)).Documents.Length;
    }

    public async Task CommitAsync(int number) =>
        await _store.CommitAsync(
            DocumentBatch.For(new TenantId("another"), new CommandId($"p-{number}")).Create(new DocumentKey("evaluations", $"p-{number}"), Contents.Body(0)), default);
}
