using System.Text.Json;
using QualityKit.Reference;
using Xunit.Abstractions;

namespace QualityKit.Tests.Scoring;

/// <summary>Thousands of generated forms and answers, scored by the library and by the executable specification.</summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const int Cases = 2000;

    [Fact]
    public void The_library_and_the_specification_agree_on_every_number()
    {
        output.WriteLine($"QUALITYKIT_SEED={GeneratedCases.Seed}");
        var differences = GeneratedCases.Many(Cases).AsParallel().AsOrdered().Select(Difference).OfType<string>().Take(5).ToList();
        Assert.True(differences.Count == 0, $"QUALITYKIT_SEED={GeneratedCases.Seed}{Environment.NewLine}{string.Join(Environment.NewLine, differences)}");
    }

    private static string? Difference(GeneratedCase generated) =>
        LibraryScore.Difference(ReferenceScorer.Score(Parse(generated.Form), Parse(generated.Answers)), generated.Form, generated.Answers);

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
