using QualityKit.Storage.Documents;
using QualityKit.Storage.PostgreSql;

namespace QualityKit.StorageBenchmark;

/// <summary>Reads pages from a small and a large store in turn, each page full and from a random place of its index.</summary>
internal static class PageRace
{
    private const int Small = 10_000;
    private const int Pages = 300;
    private const int Taken = 50;

    private static int _commits;

    /// <param name="name">The store.</param>
    /// <param name="small">For the few documents.</param>
    /// <param name="large">For the many.</param>
    /// <param name="documents">How many those are.</param>
    /// <param name="rounds">How often.</param>
    /// <param name="settle">What a server would do by itself in some minutes.</param>
    public static async Task RunAsync(string name, IDocumentStore small, IDocumentStore large, int documents, int rounds, Func<Task> settle)
    {
        await FillAsync(small, Small);
        await FillAsync(large, documents);
        await settle();
        await RunAsync(name, (large, documents), (small, Small), rounds, commits: false);
        await RunAsync($"{name}, a commit before each page", (large, documents), (small, Small), rounds, commits: true);
    }

    private static async Task RunAsync(string name, (IDocumentStore, int) large, (IDocumentStore, int) small, int rounds, bool commits)
    {
        var middle = new List<(double, double)>();
        var slow = new List<(double, double)>();
        for (int round = -1; round < rounds; round++)
        {
            var ours = new List<double>();
            var theirs = new List<double>();
            var random = new Random(round);
            for (int page = 0; page < Pages; page++)
            {
                double place = random.NextDouble();
                async Task Ours() => ours.Add(await ReadAsync(large, place, page, commits));
                async Task Theirs() => theirs.Add(await ReadAsync(small, place, page, commits));
                await (page % 4 < 2 ? Ours() : Theirs());
                await (page % 4 < 2 ? Theirs() : Ours());
            }

            if (round >= 0)
            {
                middle.Add((Figures.Median(ours), Figures.Median(theirs)));
                slow.Add((Figures.At(ours, 0.95), Figures.At(theirs, 0.95)));
            }
        }

        Figures.Row($"{name}: p95", slow, "us");
        Figures.Row($"{name}: median", middle, "us");
    }

    /// <summary>By turns: what was finished before or after some moment, whose bodies lie side by side, and an agent's scores from one on, whose bodies lie anywhere.</summary>
    private static async Task<double> ReadAsync((IDocumentStore Store, int Documents) side, double place, int page, bool commits)
    {
        int start = (int)(place * side.Documents);
        if (commits)
        {
            await side.Store.CommitAsync(
                DocumentBatch.For(new TenantId("another"), new CommandId($"p-{++_commits}")).Create(new DocumentKey("evaluations", $"p-{_commits}"), Contents.Body(0)), default);
        }

        // Towards the farther end of the list, so that a page is full wherever it starts.
        (string index, IndexValue[] values, bool isDescending) = page % 2 == 0
            ? ("by-state", new[] { IndexValue.Of(Contents.State(start)), IndexValue.Of(Contents.Changed(start)) }, place > 0.5)
            : ("by-agent", [IndexValue.Of(Contents.Agent(start)), IndexValue.Of(Contents.Score(start))], Contents.Score(start) > 50);
        var query = new DocumentQuery
        {
            Collection = "evaluations",
            Index = index,
            Equal = [[values[0]]],
            After = new PageEnd([.. values], Contents.Id(start)),
            IsDescending = isDescending,
            Take = Taken,
        };
        DocumentPage? read = null;
        double time = await BatchRace.TimeAsync(async () => read = await side.Store.QueryAsync(Contents.Tenant, query, default));
        return read!.Documents.Length == Taken ? time : throw new InvalidOperationException($"a page has {read.Documents.Length} documents");
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
