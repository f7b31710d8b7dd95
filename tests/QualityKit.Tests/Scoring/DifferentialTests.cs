using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Reference;
using QualityKit.Scoring;
using QualityKit.Validation;
using QualityKit.Wire;
using Xunit.Abstractions;

namespace QualityKit.Tests.Scoring;

/// <summary>Thousands of generated forms and answers, scored by the library and by the executable specification.</summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private static int Cases => int.TryParse(Environment.GetEnvironmentVariable("QUALITYKIT_CASES"), out int cases) ? cases : 3000;

    private static long Seed => long.TryParse(Environment.GetEnvironmentVariable("QUALITYKIT_SEED"), out long seed) ? seed : Environment.TickCount64;

    [Fact]
    public void The_library_and_the_specification_agree_on_every_number()
    {
        long seed = Seed;
        output.WriteLine($"QUALITYKIT_SEED={seed}");
        var differences = CaseGenerator.Many(seed, Cases).AsParallel().AsOrdered().Select(Difference).OfType<string>().Take(5).ToList();
        Assert.True(differences.Count == 0, $"seed {seed}{Environment.NewLine}{string.Join(Environment.NewLine, differences)}");
    }

    private static string? Difference(GeneratedCase generated)
    {
        JsonNode expected = ReferenceScorer.Score(Parse(generated.Form), Parse(generated.Answers));
        try
        {
            EvaluationForm form = Publish(FormJson.Read(generated.Form).Value);
            Scorecard card = Scorer.Score(form, AnswerSheetJson.Read(generated.Answers).Value);
            CompactScore compact = CompiledForm.For(form).Score(card.Answers.FlatCodes);
            if ((compact.Total, compact.RawTotal, compact.Outcome) != (card.Total, card.RawTotal, card.Outcome))
            {
                return $"form {generated.Form}\nanswers {generated.Answers}\ncompiled: {compact.Total}, {compact.RawTotal}, {compact.Outcome}; scorecard: {card}";
            }

            JsonObject actual = JsonNode.Parse(ScorecardJson.Write(card))!.AsObject();
            actual.Remove("form");
            return JsonNode.DeepEquals(expected, actual)
                ? null
                : $"form {generated.Form}\nanswers {generated.Answers}\n{string.Join("\n", Members(expected.AsObject(), actual, ""))}\n";
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return $"form {generated.Form}\nanswers {generated.Answers}\n{exception}\n";
        }
    }

    // The specification also scores forms of bonus questions alone, which nobody can publish.
    private static EvaluationForm Publish(FormDraft draft)
    {
        Validated<EvaluationForm> form = draft.Publish();
        return form.Errors.All(issue => issue.Code == IssueCodes.NoScoredQuestion) ? new EvaluationForm(draft) : form.Value;
    }

    private static IEnumerable<string> Members(JsonNode? expected, JsonNode? actual, string path) => (expected, actual) switch
    {
        (JsonObject left, JsonObject right) => left.Select(member => member.Key).Union(right.Select(member => member.Key))
            .SelectMany(name => Members(left[name], right[name], $"{path}/{name}")),
        (JsonArray left, JsonArray right) when left.Count == right.Count =>
            Enumerable.Range(0, left.Count).SelectMany(index => Members(left[index], right[index], $"{path}/{index}")),
        _ when JsonNode.DeepEquals(expected, actual) => [],
        _ => [$"{path}: the specification says {expected?.ToJsonString() ?? "null"}, the library {actual?.ToJsonString() ?? "null"}"],
    };

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
