using System.Collections.Immutable;
using BatchScoring.Facts;
using QualityKit.Statistics;

namespace CalibrationDay;

/// <summary>What goes with a customer who says that the thing was done: the questionnaire after the chat as the outcome, the chat as predictors.</summary>
internal static class CustomerDrivers
{
    public static void Print(ImmutableArray<ScoredByExpert> chats, TextWriter output)
    {
        ImmutableArray<ObservedFacts> asked = [.. chats.Select(chat => chat.Facts).Where(facts => facts.TasksAsked > 0)];
        output.WriteLine($"What goes with a request that was done, says the customer ({asked.Length} chats whose customers were asked):");
        DriverAnalysis analysis = DriverAnalysis.Of(DriverData.From(
            asked.Select(facts => Bit(facts.TasksDone == facts.TasksAsked)),
            Named("greeted", asked, facts => Bit(facts.Greeting is not null)),
            Named("offered further help", asked, facts => Bit(facts.FurtherHelpOffered is not null)),
            Named("said goodbye", asked, facts => Bit(facts.Goodbye is not null)),
            Named("a system refused", asked, facts => Bit(facts.WasRefused)),
            Named("share of typed replies", asked, facts => (double)facts.TypedReplies / facts.Replies),
            Named("minutes of the slowest reply", asked, facts => facts.LongestWait is { } wait ? (double)wait.Seconds / 60 : null)).Value);
        if (analysis.Status != EstimateStatus.Ok)
        {
            output.WriteLine(analysis.Status == EstimateStatus.InsufficientData
                ? $"  too few: {analysis.Needed} chats of the rarer outcome are needed, and there are {analysis.Cases} in all"
                : $"  {analysis.Status} {string.Join(", ", analysis.Dependent)}");
            return;
        }

        foreach (Driver driver in analysis.Drivers)
        {
            output.WriteLine($"  {driver.Name,-30}{driver.Share,5:P0}  {(driver.IsEstablished ? $"{driver.Direction.ToString().ToLowerInvariant()} it" : "not established")}, effect {driver.Effect}");
        }

        output.WriteLine($"  together they explain {analysis.Explained:P0}; weights that would follow: {(analysis.SuggestWeights() is { IsEmpty: false } weights ? string.Join(", ", weights.Where(weight => weight.Weight > 0).Select(weight => $"{weight.Name} {weight.Weight}")) : "none")}");
    }

    private static double? Bit(bool isSo) => isSo ? 1 : 0;

    private static Predictor Named(string name, ImmutableArray<ObservedFacts> chats, Func<ObservedFacts, double?> value) => new() { Name = name, Values = [.. chats.Select(value)] };
}
