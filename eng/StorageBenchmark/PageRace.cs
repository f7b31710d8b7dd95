using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql;

namespace QualityKit.StorageBenchmark;

/// <summary>Reads pages from a small and a large store in turn, from the middle of an index, where a page costs the most.</summary>
internal static class PageRace
{
    private const int Small = 10_000;
    private const int Pages = 300;
    private const int Taken = 50;

    public static async Task RunAsync(string name, IDocumentStore small, IDocumentStore large, int documents, int rounds)
    {
        await FillAsync(small, Small);
        await FillAsync(large, documents);
        var pairs = new List<(double, double)>();
        for (int round = -1; round < rounds; round++)
        {
            var ours = new List<double>();
            var theirs = new List<double>();
            for (int page = 0; page < Pages; page++)
            {
                int seed = (page * 7) + (round * Pages);
                ours.Add(await BatchRace.TimeAsync(() => ReadAsync(large, documents, seed)));
                theirs.Add(await BatchRace.TimeAsync(() => ReadAsync(small, Small, seed)));
            }

            if (round >= 0)
            {
                pairs.Add((Figures.At(ours, 0.95), Figures.At(theirs, 0.95)));
            }
        }

        Figures.Row(name, pairs, "us");
    }

    /// <summary>By turns: the pages of an agent's scores, and those of what was finished from some moment on, both continued from where a page ended.</summary>
    private static async Task ReadAsync(IDocumentStore store, int documents, int seed)
    {
        int start = (int)((uint)seed * 2_654_435_761L % documents);
        DocumentQuery query = seed % 2 == 0
            ? new DocumentQuery
            {
                Collection = "evaluations",
                Index = "by-state",
                Equal = [[IndexValue.Of("finished")]],
                After = new PageEnd([IndexValue.Of("finished"), IndexValue.Of(Contents.Changed(start))], Contents.Id(start)),
                IsDescending = seed % 4 == 0,
                Take = Taken,
            }
            : new DocumentQuery
            {
                Collection = "evaluations",
                Index = "by-agent",
                Equal = [[IndexValue.Of(Contents.Agent(start))]],
                Range = new IndexRange { From = IndexValue.Of(0m), To = IndexValue.Of(90m) },
                Take = Taken,
            };
        await store.QueryAsync(Contents.Tenant, query, default);
    }

    private static async Task FillAsync(IDocumentStore store, int documents)
    {
        if (store is PostgreSqlDocumentStore postgreSql)
        {
            await postgreSql.ImportAsync(Contents.Tenant, Enumerable.Range(0, documents).Select(Contents.Document).ToAsyncEnumerable(), default);
            return;
        }

        for (int first = 0; first < documents; first += StoreLimits.BatchWrites)
        {
            await store.CommitAsync(Contents.Batch(first, Math.Min(StoreLimits.BatchWrites, documents - first)), default);
        }
    }
}
