using System.Diagnostics;
using QualityKit.Storage.Documents;

namespace QualityKit.StorageBenchmark;

/// <summary>Commits batches of five documents, one by one in turn with the same rows by hand.</summary>
internal static class BatchRace
{
    private const int Documents = 5;
    private const int Warmup = 100;
    private const int Commits = 200;

    public static async Task RunAsync(string name, IDocumentStore store, IHandMade handMade, int rounds)
    {
        int next = 0;
        var pairs = new List<(double, double)>();
        for (int round = -1; round < rounds; round++)
        {
            var ours = new List<double>();
            var theirs = new List<double>();
            for (int commit = 0; commit < (round < 0 ? Warmup : Commits); commit++, next += Documents)
            {
                int first = next;
                async Task Ours() => ours.Add(await TimeAsync(async () => await store.CommitAsync(Contents.Batch(first, Documents), default)));
                async Task Theirs() => theirs.Add(await TimeAsync(async () => await handMade.WriteAsync(first, Documents)));
                await (commit % 2 == 0 ? Ours() : Theirs());
                await (commit % 2 == 0 ? Theirs() : Ours());
            }

            if (round >= 0)
            {
                pairs.Add((Figures.Median(ours), Figures.Median(theirs)));
            }
        }

        Figures.Row(name, pairs, "us");
        await handMade.DisposeAsync();
    }

    public static async Task<double> TimeAsync(Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }
}
