using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Reference.LifeCycle;
using QualityKit.Tests.Scoring;
using Xunit.Abstractions;

namespace QualityKit.Tests.Evaluations;

/// <summary>Thousands of generated lives, lived by the library and by the executable specification.</summary>
public sealed class LifeCycleDifferentialTests(ITestOutputHelper output)
{
    private const int Lives = 1500;

    [Fact]
    public void The_library_and_the_specification_agree_on_every_step()
    {
        output.WriteLine($"QUALITYKIT_SEED={GeneratedCases.Seed}");
        List<string> differences = [.. Seeds().AsParallel().AsOrdered().Select(Difference).OfType<string>().Take(3)];
        Assert.True(differences.Count == 0, $"QUALITYKIT_SEED={GeneratedCases.Seed}{Environment.NewLine}{string.Join(Environment.NewLine, differences)}");
    }

    [Fact]
    public void What_is_allowed_succeeds_and_nothing_else_does()
    {
        List<string> problems = [.. Seeds().AsParallel().AsOrdered().SelectMany(seed => LifeCycleRun.Disagreements(JsonDocument.Parse(LifeCycleGenerator.Case(seed)).RootElement)).Take(3)];
        Assert.True(problems.Count == 0, $"QUALITYKIT_SEED={GeneratedCases.Seed}{Environment.NewLine}{string.Join(Environment.NewLine, problems)}");
    }

    [Fact]
    public void Generated_lives_reach_every_status_and_every_outcome_of_every_command()
    {
        List<(string Command, string Outcome, string Status)> seen = [.. Enumerable.Range(0, 600).AsParallel().SelectMany(seed => Steps(LifeCycleGenerator.Case(seed)))];

        Assert.Equal(8, seen.Select(step => step.Status).Distinct().Count());
        foreach (string command in seen.Select(step => step.Command).Distinct())
        {
            Assert.Subset(seen.Where(step => step.Command == command).Select(step => step.Outcome).ToHashSet(), new HashSet<string> { "done", "refused", "forbidden" });
        }

        Assert.Equal(17, seen.Select(step => step.Command).Distinct().Count());
    }

    private static IEnumerable<long> Seeds() => Enumerable.Range(0, GeneratedCases.Count(Lives)).Select(number => GeneratedCases.Seed + number);

    private static string? Difference(long seed)
    {
        string json = LifeCycleGenerator.Case(seed);
        JsonElement given = JsonDocument.Parse(json).RootElement;
        JsonArray expected = ReferenceLifeCycle.Run(given);
        JsonArray got = LifeCycleRun.Of(given);
        for (int step = 0; step < expected.Count; step++)
        {
            if (!JsonNode.DeepEquals(expected[step], got[step]))
            {
                return $"{json}\n  step {step}: expected {expected[step]!.ToJsonString()}\n  got {got[step]!.ToJsonString()}";
            }
        }

        return null;
    }

    private static IEnumerable<(string Command, string Outcome, string Status)> Steps(string json)
    {
        JsonElement given = JsonDocument.Parse(json).RootElement;
        return given.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("do").GetString()!)
            .Zip(ReferenceLifeCycle.Run(given), (command, result) => (command, result!["outcome"]!.GetValue<string>(), result["status"]!.GetValue<string>()));
    }
}
