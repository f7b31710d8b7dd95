using System.Globalization;
using System.Text;
using QualityKit.Storage.Documents;
using QualityKit.Testing.Conformance;

namespace QualityKit.Testing.Documents;

/// <summary>What holds when many write at once: no update is lost, no requirement is passed by, nobody waits for ever.</summary>
internal static class RaceCases
{
    private const int Writers = 8;
    private const int Rounds = 25;
    private const int MostTries = 10_000;

    public static IEnumerable<(string Name, Func<Bench, Task> Run)> All { get; } =
    [
        ("no update of a document is lost", NoLostUpdate),
        ("one of many creates wins", OneCreateWins),
        ("write skew through requirements never happens", NoWriteSkew),
        ("many batches may require one document at once", SharedRequirement),
        ("a command sent by many at once has one effect", OneEffect),
        ("a reader never sees half a batch", NoHalfBatch),
        ("batches that touch documents in opposite order all end", OppositeOrder),
        ("commits at once have different versions", DifferentVersions),
    ];

    private static async Task NoLostUpdate(Bench bench)
    {
        await bench.Create("counter", "0");
        await Together(async _ =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                int tries = 0;
                while (!await Increment(bench))
                {
                    Expect.True(++tries < MostTries, $"one of {Writers} writers was refused {MostTries} times in a row");
                }
            }
        });
        Expect.Same($"{Writers * Rounds}", await bench.Read("counter"), $"a counter that {Writers} raised {Rounds} times each");
    }

    private static async Task<bool> Increment(Bench bench)
    {
        Document counter = (await bench.Find(Bench.Note("counter")))!;
        int next = int.Parse(Encoding.UTF8.GetString(counter.Body.Span), CultureInfo.InvariantCulture) + 1;
        await Turn.PassAsync();
        CommitResult result = await bench.Store.CommitAsync(bench.Batch().Replace(counter.Key, counter.Version, Bench.Body($"{next}")), bench.Cancellation);
        return result.IsCommitted;
    }

    private static async Task OneCreateWins(Bench bench)
    {
        for (int round = 0; round < Rounds; round++)
        {
            string id = $"n{round}";
            int winners = 0;
            await Together(async writer =>
            {
                CommitResult result = await bench.Store.CommitAsync(bench.Batch().Create(Bench.Note(id), Bench.Body($"{writer}")), bench.Cancellation);
                Interlocked.Add(ref winners, result.IsCommitted ? 1 : 0);
            });
            Expect.Same(1, winners, "how many of several created one document");
        }
    }

    // Each of two reads that the other's document is not there and writes its own: at most one may succeed.
    private static async Task NoWriteSkew(Bench bench)
    {
        for (int round = 0; round < Rounds * 4; round++)
        {
            DocumentKey[] keys = [Bench.Note($"x{round}"), Bench.Note($"y{round}")];
            int winners = 0;
            await Bench.Together(2, async side =>
            {
                DocumentBatch batch = bench.Batch().RequireAbsent(keys[1 - side]).Create(keys[side], Bench.Body("here"));
                CommitResult result = await bench.Store.CommitAsync(batch, bench.Cancellation);
                Interlocked.Add(ref winners, result.IsCommitted ? 1 : 0);
            });
            Expect.True(winners < 2, "two batches each required that the other had not happened, and both did");
        }
    }

    private static async Task SharedRequirement(Bench bench)
    {
        DocumentVersion version = await bench.Create("head", "one");
        await Together(async writer =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                await bench.Commit(bench.Batch().Require(Bench.Note("head"), version).Create(Bench.Note($"w{writer}-{round}"), Bench.Body("x")));
            }
        });
    }

    private static async Task OneEffect(Bench bench)
    {
        for (int round = 0; round < Rounds; round++)
        {
            DocumentBatch batch = bench.Batch().Create(Bench.Note($"n{round}"), Bench.Body("x"));
            var versions = new DocumentVersion[Writers];
            await Together(async writer => versions[writer] = await bench.Commit(batch));
            Expect.Same(1, versions.Distinct().Count(), "how many answers one command got");
        }
    }

    private static async Task NoHalfBatch(Bench bench)
    {
        DocumentVersion version = await bench.Commit(bench.Batch().Create(Bench.Note("a"), Bench.Body("0"), Bench.Label("0")).Create(Bench.Note("b"), Bench.Body("0"), Bench.Label("0")));
        using var done = new CancellationTokenSource();
        Task reading = Task.Run(() => ReadPairs(bench, done.Token));
        try
        {
            for (int round = 1; round <= Rounds * 4; round++)
            {
                await Turn.PassAsync();
                version = await bench.Commit(bench.Batch()
                    .Replace(Bench.Note("a"), version, Bench.Body($"{round}"), Bench.Label($"{round}"))
                    .Replace(Bench.Note("b"), version, Bench.Body($"{round}"), Bench.Label($"{round}")));
            }
        }
        finally
        {
            await done.CancelAsync();
        }

        await reading;
    }

    private static async Task ReadPairs(Bench bench, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            DocumentPage page = await bench.Store.QueryAsync(Bench.Tenant, Bench.Labelled(), bench.Cancellation);
            string[] bodies = [.. page.Documents.Select(document => Encoding.UTF8.GetString(document.Body.Span)).Distinct()];
            Expect.True(bodies.Length == 1 && page.Documents.Length == 2, $"one page showed two documents of one batch as [{string.Join(", ", bodies)}]");
        }
    }

    private static async Task OppositeOrder(Bench bench)
    {
        DocumentKey[] keys = [.. Enumerable.Range(0, 6).Select(number => Bench.Note($"n{number}"))];
        await bench.Commit(keys.Aggregate(bench.Batch(), (all, key) => all.Create(key, Bench.Body("0"))));
        int committed = 0;
        await Together(async writer =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                DocumentVersion version = (await bench.Find(keys[0]))!.Version;
                IEnumerable<DocumentKey> order = writer % 2 == 0 ? keys : keys.Reverse();
                DocumentBatch batch = order.Aggregate(bench.Batch(), (all, key) => all.Replace(key, version, Bench.Body($"{writer}")));
                CommitResult result = await bench.Store.CommitAsync(batch, bench.Cancellation);
                Interlocked.Add(ref committed, result.IsCommitted ? 1 : 0);
            }
        });
        Expect.True(committed > 0, "of many batches in opposite order none was committed");
    }

    private static async Task DifferentVersions(Bench bench)
    {
        var versions = new System.Collections.Concurrent.ConcurrentBag<DocumentVersion>();
        await Together(async writer =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                TenantId tenant = writer % 2 == 0 ? Bench.Tenant : Bench.Other;
                versions.Add(await bench.Commit(bench.Batch(tenant).Create(Bench.Note($"w{writer}-{round}"), Bench.Body("x"))));
            }
        });
        Expect.Same(Writers * Rounds, versions.Distinct().Count(), "how many versions as many commits got");
    }

    private static Task Together(Func<int, Task> write) => Bench.Together(Writers, write);
}
