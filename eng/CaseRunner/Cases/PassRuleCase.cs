using System.Text.Json;
using QualityKit.CaseRunner.Items;
using QualityKit.CaseRunner.Json;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Cases;

/// <summary>Whether weighted scores pass: a mark for the total, a minimum for each.</summary>
internal static class PassRuleCase
{
    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        JsonElement input = published.Input;
        input.OnlyHas("input", "weights", "runs", "questionValue", "min", "max", "scale", "passMark", "minimumPerCriterion");
        published.Expected.OnlyHas("expected result", "runs");
        ScoringMethod method = setting.Method(GivenValue.MethodOf(input));
        var runs = input.RequiredMember("runs").ToList();
        var expected = published.Expected.RequiredMember("runs").ToList();

        var comparison = new Comparison();
        comparison.Same("runs", $"{expected.Length}", $"{runs.Length}");
        foreach (((JsonElement scores, JsonElement result), int position) in runs.Zip(expected).Select((run, position) => (run, position)))
        {
            Scorecard card = Form(input, scores, method).Score();
            result.OnlyHas("expected run", "total", "pass", "passed");
            if (result.Member("total") is { } total)
            {
                comparison.Number($"run {position + 1} total", total, GivenValue.Printed(card.Total));
            }

            if ((result.Member("pass") ?? result.Member("passed")) is { } pass)
            {
                comparison.Flag($"run {position + 1} pass", pass, card.Outcome == Outcome.None ? null : card.Outcome == Outcome.Passed);
            }
        }

        return comparison;
    }

    private static ItemForm Form(JsonElement input, JsonElement scores, ScoringMethod method)
    {
        decimal[] ends = GivenValue.EndsOf(input);
        return ItemForm.Of(
            method,
            Item.Weighted(input.RequiredMember("weights").ToList(), scores.ToList()).Select(item => item with { OtherPoints = [.. ends] })) with
        {
            Pass = new PassRule { Mark = Mark(input, "passMark", method.Unit), QuestionMinimum = Mark(input, "minimumPerCriterion", method.Unit) },
        };
    }

    private static Score? Mark(JsonElement input, string name, ScoreUnit unit) =>
        input.OptionalDecimal(name) is not { } mark ? null
        : unit == ScoreUnit.Share ? Score.Percent(mark)
        : new Score(mark, unit);
}
