using System.Diagnostics;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.StorageBenchmark;

namespace QualityKit.ServiceBenchmark;

/// <summary>Submits evaluations; the peer is the time that the store's commits took in the same calls.</summary>
internal static class SubmitRace
{
    private const int Submissions = 200;

    public static async Task RunAsync(string name, Center center, Func<TimeSpan> commits, int rounds)
    {
        EvaluationForm form = await center.PublishAsync();
        string evaluator = Center.Evaluator(0);
        var pairs = new List<(double, double)>();
        for (int round = -1; round < rounds; round++)
        {
            var whole = new List<double>();
            var inStore = new List<double>();
            for (int i = 0; i < Submissions; i++)
            {
                EvaluationId evaluation = await center.CreateAsync(form, evaluator, Center.Agent(0), $"submit-{round}-{i}");
                TimeSpan before = commits();
                long start = Stopwatch.GetTimestamp();
                await center.SubmitAsync(evaluation, evaluator, i);
                whole.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
                inStore.Add((commits() - before).TotalMicroseconds);
            }

            if (round >= 0)
            {
                pairs.Add((Figures.Median(whole), Figures.Median(inStore)));
            }
        }

        Figures.Row(name, pairs, "us");
    }
}
