using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.CaseRunner.Vendors;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Cases;

/// <summary>Which questions of a form are enabled by the answers to others, and what the form scores then.</summary>
internal static class EnablementCase
{
    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("policy", "input", "expected");
        published.Input.OnlyHas("input", "questions", "runs", "policy");
        published.Expected.OnlyHas("expected result", "runs");
        JsonElement? policy = published.Member("policy") ?? published.Input.Member("policy");
        ScoringMethod method = setting.Method(policy is null ? VendorMethods.AmazonConnectQuestions : VendorPolicy.Read(policy));
        ImmutableArray<JsonElement> runs = published.Input.RequiredMember("runs").ToList();
        ImmutableArray<JsonElement> expected = published.Expected.RequiredMember("runs").ToList();

        var comparison = new Comparison();
        comparison.Same("runs", $"{expected.Length}", $"{runs.Length}");
        for (int run = 0; run < Math.Min(runs.Length, expected.Length); run++)
        {
            runs[run].OnlyHas("run", "answers");
            Compare($"run {run + 1}", expected[run], Score(published.Input, method, runs[run].RequiredMember("answers")), comparison);
        }

        return comparison;
    }

    private static Scorecard Score(JsonElement input, ScoringMethod method, JsonElement answers)
    {
        FormDraft draft = EvaluationForm.Draft("Case") with
        {
            Method = method,
            Groups = [new Group { Key = "questions", Title = "Questions", Items = [.. input.RequiredMember("questions").ToList().Select(question => new VendorQuestion(question, [], answers).Read())] }],
        };
        EvaluationForm form = draft.Publish().Value;
        return Scorer.Score(form, VendorAnswers.Read(answers, form));
    }

    private static void Compare(string what, JsonElement expected, Scorecard card, Comparison comparison)
    {
        expected.OnlyHas("expected run", "enabled", "formPercent");
        if (expected.Value("enabled") is { } enabled)
        {
            comparison.Names(
                $"{what} enabled",
                enabled.ToList().Select(question => FormKey.Of(question.ToText())),
                card.Questions.Where(question => question.State != QuestionState.Hidden).Select(question => question.Key));
        }

        if (expected.Member("formPercent") is { } percent)
        {
            comparison.Percent($"{what} formPercent", percent, card.Total?.Value);
        }
    }
}
