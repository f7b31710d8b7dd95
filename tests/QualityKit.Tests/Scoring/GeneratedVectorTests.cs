using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Reference;

namespace QualityKit.Tests.Scoring;

/// <summary>The file of generated vectors. <c>QUALITYKIT_WRITE_VECTORS=1</c> writes it anew; a case that ever failed is better kept as a vector of its own.</summary>
public sealed class GeneratedVectorTests
{
    private const int Vectors = 400;
    private const int Candidates = 6000;
    private const int LongestForm = 3200;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Lazy<HashSet<string>> Features =
        new(() => [.. ScoringVector.Generated().SelectMany(vector => VectorFeatures.Of(vector.Form, vector.Expected))]);

    [Fact]
    public void The_generated_vectors_are_what_the_specification_says()
    {
        if (Environment.GetEnvironmentVariable("QUALITYKIT_WRITE_VECTORS") == "1")
        {
            File.WriteAllText(ScoringVector.GeneratedFile, string.Concat(Choose().Select(line => line + "\n")), new UTF8Encoding(false));
        }

        // The specification is not what is mutated.
        IEnumerable<ScoringVector> vectors = GeneratedCases.AreFew ? [] : ScoringVector.Generated();
        Assert.Empty(vectors.AsParallel().Where(vector => !JsonNode.DeepEquals(vector.Expected, vector.Specified())).Select(vector => vector.Name));
    }

    [Theory]
    [InlineData("question.state=", "answered", "filled", "notApplicable", "unanswered", "hidden", "excluded", "neutral", "dropped")]
    [InlineData("group.state=", "scored", "notApplicable", "hidden", "noScore")]
    [InlineData("failure.cause=", "option", "fatal", "critical")]
    [InlineData("outcome=", "passed", "failed", "none")]
    [InlineData("total=", "some", "none")]
    [InlineData("method.combination=", "questionWeights", "weightedPoints", "totalPoints", "deductions", "sum", "grade")]
    [InlineData("method.within=", "points")]
    [InlineData("method.value=", "ofRange", "ofFixedScale", "ofLargestMagnitude", "asPoints")]
    [InlineData("method.notApplicable=", "leavesForm", "fullMarks", "zero", "groupMean", "groupPossibleMean", "formMean")]
    [InlineData("method.", "unanswered=asZero", "failure=outcomeOnly", "bonus=toMean", "critical=raw", "criticalBelow", "dropLowest", "keepHighest", "keepLowest", "keepMiddle", "keepMostFrequent")]
    [InlineData("method.", "leastAnswers", "leastAnswersEffect=warning", "capAtFull", "floorAtZero")]
    [InlineData("rules.", "effect=raise", "effect=lower", "effect=setTo", "effect=minimum", "group", "when")]
    [InlineData("visibleWhen.", "all", "any", "not", "answered", "number", "notApplicable", "unanswered")]
    [InlineData("answered.match=", "any", "all", "exactly")]
    [InlineData("items.", "cap", "step", "fatal", "critical", "bonus", "excluded", "failureScope=form", "failureScope=group", "weight", "tags")]
    [InlineData("options.", "unselected", "bonus", "fails=form", "fails=group", "fails")]
    [InlineData("ranges.", "bonus", "fails=form")]
    public void Everything_occurs_in_the_generated_vectors(string kind, params string[] features)
    {
        Assert.Equal([], features.Select(feature => kind + feature).Except(Features.Value));
    }

    // First whatever has something new in it, then whatever has it beside another combination; short forms first.
    private static IEnumerable<string> Choose()
    {
        var candidates = CaseGenerator.Many(1, Candidates).Where(generated => generated.Form.Length <= LongestForm)
            .OrderBy(generated => generated.Form.Length / 800).ThenBy(generated => generated.Seed)
            .Select(generated => (Case: generated, Card: ReferenceScorer.Score(Parse(generated.Form), Parse(generated.Answers))))
            .Select(scored => (scored.Case, scored.Card, Features: VectorFeatures.Of(scored.Case.Form, scored.Card)))
            .ToList();
        var seen = new HashSet<string>();
        var chosen = candidates.Where(candidate => Adds(candidate.Features.Where(feature => !feature.Contains(' ')), seen)).ToList();
        chosen.AddRange(candidates.Except(chosen).Where(candidate => Adds(candidate.Features, seen)).Take(Vectors - chosen.Count));
        return chosen.OrderBy(candidate => candidate.Case.Seed).Select(candidate => Line(candidate.Case, candidate.Card));
    }

    private static bool Adds(IEnumerable<string> features, HashSet<string> seen)
    {
        int before = seen.Count;
        seen.UnionWith(features);
        return seen.Count > before;
    }

    private static string Line(GeneratedCase generated, JsonObject card)
    {
        var line = new JsonObject
        {
            ["seed"] = generated.Seed,
            ["form"] = JsonNode.Parse(generated.Form),
            ["answers"] = JsonNode.Parse(generated.Answers),
            ["expected"] = card,
        };
        return line.ToJsonString(Readable);
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
