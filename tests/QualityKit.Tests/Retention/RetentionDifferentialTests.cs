using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Reference.Retention;
using QualityKit.Tests.Scoring;

namespace QualityKit.Tests.Retention;

public sealed class RetentionDifferentialTests
{
    private const int Cases = 20_000;

    [Fact]
    public void The_library_and_the_specification_agree()
    {
        List<string> differences = [.. Seeds().AsParallel().AsOrdered().Select(Difference).OfType<string>().Take(3)];
        Assert.True(differences.Count == 0, $"QUALITYKIT_SEED={GeneratedCases.Seed}{Environment.NewLine}{string.Join(Environment.NewLine, differences)}");
    }

    [Fact]
    public void Generated_cases_reach_every_outcome_under_every_resolver()
    {
        var seen = Enumerable.Range(0, 3000).Select(seed => JsonDocument.Parse(RetentionGenerator.Case(seed)).RootElement)
            .Select(given => (Resolver: given.GetProperty("resolver").GetString(), Result: ReferenceRetention.Run(given)))
            .GroupBy(one => one.Resolver)
            .ToList();

        Assert.Equal(3, seen.Count);
        Assert.All(seen, group =>
        {
            Assert.Contains(group, one => one.Result["due"] is null);
            Assert.Contains(group, one => one.Result["deletable"]!.GetValue<bool>());
            Assert.True(group.Key == "genesysCloud" || group.Any(one => one.Result["conflict"]!.GetValue<bool>()));
        });
    }

    private static IEnumerable<long> Seeds() => Enumerable.Range(0, GeneratedCases.Count(Cases)).Select(number => GeneratedCases.Seed + number);

    private static string? Difference(long seed)
    {
        string json = RetentionGenerator.Case(seed);
        JsonElement given = JsonDocument.Parse(json).RootElement;
        JsonObject expected = ReferenceRetention.Run(given);
        JsonObject got = RetentionRun.Of(given);
        return expected.All(member => JsonNode.DeepEquals(member.Value, got[member.Key])) ? null : $"{json}\n  expected {expected.ToJsonString()}\n  got {got.ToJsonString()}";
    }
}
