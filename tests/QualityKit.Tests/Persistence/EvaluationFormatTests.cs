using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Evaluations;
using QualityKit.Persistence;
using QualityKit.Reference.LifeCycle;
using QualityKit.Scoring;
using QualityKit.Storage.Documents;
using QualityKit.Tests.Evaluations;
using QualityKit.Tests.Scoring;
using Xunit.Abstractions;

namespace QualityKit.Tests.Persistence;

public sealed class EvaluationFormatTests(ITestOutputHelper output)
{
    [Fact]
    public void Whatever_a_life_leads_to_is_read_as_it_was_written()
    {
        output.WriteLine($"QUALITYKIT_SEED={GeneratedCases.Seed}");
        foreach (int number in Enumerable.Range(0, GeneratedCases.Count(150)))
        {
            foreach ((Evaluation evaluation, _) in LifeCycleRun.Evaluations(JsonDocument.Parse(LifeCycleGenerator.Case(GeneratedCases.Seed + number)).RootElement))
            {
                AssertSame(evaluation);
            }
        }
    }

    [Fact]
    public void What_has_something_in_every_place_is_read_as_it_was_written() => Assert.All(WholeLife.All, life => AssertSame(life.Evaluation));

    [Fact]
    public void Between_them_they_have_something_in_every_place()
    {
        HashSet<string> filled = [.. WholeLife.All.SelectMany(life => Graph.Filled(life.Evaluation))];
        IEnumerable<string> all = new object[]
        {
            WholeLife.All.First().Evaluation, WholeLife.All.First().Evaluation.Versions[0], WholeLife.All.First().Evaluation.Versions[0].Answers, WholeLife.All.First().Evaluation.Versions[0].Score!,
            WholeLife.All.First().Evaluation.Disputes[0], WholeLife.All.First().Evaluation.Disputes[0].Questions[0], WholeLife.All.First().Evaluation.Disputes[0].Resolution!, WholeLife.All.First().Evaluation.Comments[0],
            WholeLife.All.ElementAt(1).Evaluation.Suggestions[0], WholeLife.All.ElementAt(1).Evaluation.Suggestions[0].Evidence[0], WholeLife.All.ElementAt(2).Evaluation.Recorded!, WholeLife.All.First().Evaluation.Assignment,
            WholeLife.All.First().Evaluation.Assignment.Deadlines, WholeLife.All.First().Evaluation.Unit!, WholeLife.All.ElementAt(3).Evaluation.Tombstone!,
        }.SelectMany(Graph.Names);

        Assert.Empty(all.Except(filled));
    }

    [Fact]
    public void No_text_that_somebody_wrote_is_in_an_evaluation()
    {
        string stored = string.Join('\n', WholeLife.All.Select(life => Encoding.UTF8.GetString(EvaluationFormat.Write(life.Evaluation))));

        Assert.All(["Angry", "Short", "Hm.", "Happy", "Right", "Thanks", "Hello", "All fine", "I did greet"], text => Assert.DoesNotContain(text, stored, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_newer_version_added_is_kept_when_an_older_one_writes()
    {
        foreach ((Evaluation evaluation, _) in WholeLife.All)
        {
            JsonNode newer = JsonNode.Parse(EvaluationFormat.Write(evaluation))!;
            Decorate(newer);
            byte[] before = Encoding.UTF8.GetBytes(newer.ToJsonString());

            byte[] after = EvaluationFormat.Write(EvaluationFormat.Read(Lives.Tenant, Document(before)), before);

            Assert.True(JsonNode.DeepEquals(newer, JsonNode.Parse(after)), Encoding.UTF8.GetString(after));
        }
    }

    [Fact]
    public void What_is_taken_away_does_not_come_back_and_a_suggestion_keeps_what_was_its_own()
    {
        Evaluation evaluation = WholeLife.All.ElementAt(1).Evaluation;
        JsonNode newer = JsonNode.Parse(EvaluationFormat.Write(evaluation))!;
        newer["suggestions"]![1]!["later"] = "of the summary";
        byte[] before = Encoding.UTF8.GetBytes(newer.ToJsonString());

        Evaluation changed = evaluation with { Suggestions = [evaluation.Suggestions[1]], StartedAt = null };
        JsonNode after = JsonNode.Parse(EvaluationFormat.Write(changed, before))!;

        Assert.Null(after["started"]);
        Assert.Equal("of the summary", after["suggestions"]![0]!["later"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"format":"qualitykit.evaluation/2"}""")]
    [InlineData("""{"format":"qualitykit.evaluation/1"}""")]
    [InlineData("""{"format":"qualitykit.evaluation/1","id":7}""")]
    public void What_is_damaged_or_newer_is_named_by_its_document(string body)
    {
        InvalidDataException problem = Assert.Throws<InvalidDataException>(() => EvaluationFormat.Read(Lives.Tenant, Document(Encoding.UTF8.GetBytes(body))));

        Assert.StartsWith("`evaluations/e`", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_format_does_not_change_by_itself()
    {
        string stored = Encoding.UTF8.GetString(EvaluationFormat.Write(Lives.Submitted()));

        Assert.Equal(
            """{"format":"qualitykit.evaluation/1","id":"b5c7d3cc4916c3bed33026c06652707d","kind":"Quality","origin":"ByHand","subject":{"person":"anna"},"interaction":"call","part":{"kind":"whole"},"form":"FORM","created":"2026-01-05T08:00:00.0000000+00:00","assignment":{"evaluator":"eva","by":"planner","at":"2026-01-05T08:00:00.0000000+00:00"},"started":"2026-01-05T09:00:00.0000000+00:00","versions":[{"number":1,"scoredBy":"eva","submitted":"2026-01-05T09:00:00.0000000+00:00","answers":{"sheet":{"format":"qualitykit.answers/1","answers":{"greeting":{"options":["no"]}}}},"score":{"form":"FORM","rules":1,"total":{"value":"0/1","unit":"Share"},"rawTotal":{"value":"0/1","unit":"Share"},"outcome":"None"},"followUp":"None"}]}""",
            stored.Replace(Lives.Open.Id.Value, "FORM", StringComparison.Ordinal));
    }

    private static void Decorate(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (JsonNode? element in array)
            {
                Decorate(element);
            }
        }
        else if (node is JsonObject members)
        {
            foreach ((string name, JsonNode? member) in members.ToList())
            {
                // Answers are a document of a format of their own, which is read strictly.
                if (name is not ("sheet" or "answer" or "proposed"))
                {
                    Decorate(member);
                }
            }

            members["zNewer"] = new JsonObject { ["value"] = new JsonArray(1, 2.50m, "three", null) };
        }
    }

    private static void AssertSame(Evaluation evaluation)
    {
        byte[] body = EvaluationFormat.Write(evaluation);
        Evaluation read = EvaluationFormat.Read(evaluation.Tenant, Document(body));

        Assert.Equal(Graph.Of(evaluation), Graph.Of(read));
        Assert.Equal(evaluation.Versions.Select(version => Wire.AnswerSheetText(version.Answers.Sheet)), read.Versions.Select(version => Wire.AnswerSheetText(version.Answers.Sheet)));
        Assert.Equal(body, EvaluationFormat.Write(read, body));
    }

    private static Document Document(byte[] body) => new() { Key = new("evaluations", "e"), Version = new("1"), Body = body };

    private static class Wire
    {
        public static string AnswerSheetText(AnswerSheet sheet) => QualityKit.Wire.AnswerSheetJson.WriteText(sheet);
    }
}
