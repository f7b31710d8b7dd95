using System.Diagnostics;
using QualityKit.People;
using QualityKit.Services;
using QualityKit.StorageBenchmark;

namespace QualityKit.ServiceBenchmark;

/// <summary>First pages of lists by the service, from a store with many evaluations and one with few, in turn.</summary>
internal static class PageRace
{
    private const int Pages = 200;
    private const int Taken = 50;

    public static async Task RunAsync(string name, Center large, Center small, int rounds)
    {
        foreach ((string who, EvaluationList list, Func<Center, double, string> person) in new (string, EvaluationList, Func<Center, double, string>)[]
        {
            ("evaluator's completed", EvaluationList.Completed, static (center, place) => Center.Evaluator((int)(place * (center.Evaluations / Center.OfEvaluator)))),
            ("agent's released", EvaluationList.Released, static (center, place) => Center.Agent((int)(place * (center.Evaluations / Center.OfAgent)))),
            ("administrator's all", EvaluationList.All, static (_, _) => "ada"),
        })
        {
            var slow = new List<(double, double)>();
            var middle = new List<(double, double)>();
            for (int round = -1; round < rounds; round++)
            {
                var ours = new List<double>();
                var theirs = new List<double>();
                var random = new Random(round);
                for (int page = 0; page < Pages; page++)
                {
                    double place = random.NextDouble();
                    foreach (bool isLarge in page % 2 == 0 ? new[] { true, false } : [false, true])
                    {
                        Center center = isLarge ? large : small;
                        (isLarge ? ours : theirs).Add(await ReadAsync(center, list, await center.ActorAsync(person(center, place))));
                    }
                }

                if (round >= 0)
                {
                    slow.Add((Figures.At(ours, 0.95), Figures.At(theirs, 0.95)));
                    middle.Add((Figures.Median(ours), Figures.Median(theirs)));
                }
            }

            Figures.Row($"{name}, {who}: p95", slow, "us");
            Figures.Row($"{name}, {who}: median", middle, "us");
        }
    }

    private static async Task<double> ReadAsync(Center center, EvaluationList list, Actor actor)
    {
        long start = Stopwatch.GetTimestamp();
        EvaluationPage page = await center.Service.ListAsync(actor, list, take: Taken);
        double time = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        return page.Evaluations.Length == Taken ? time : throw new InvalidOperationException($"a page has {page.Evaluations.Length} evaluations");
    }
}
