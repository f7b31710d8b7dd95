using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.CaseRunner.Vendors;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Cases;

/// <summary>A scored form of any vendor: exact scores, applied weights, failures, points and outcome.</summary>
internal static class ScoreCase
{
    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("form", "formId", "policy", "answers", "expected");
        JsonElement answers = published.Required("answers");
        ScoringMethod method = setting.Method(VendorPolicy.Read(published.Member("policy")));
        Scorecard card = Score(published.Form(), method, answers);

        var comparison = new Comparison();
        var scores = new VendorScores(card, comparison);
        foreach (JsonProperty member in published.Expected.EnumerateObject())
        {
            if (member.Name.Contains("clamp", StringComparison.OrdinalIgnoreCase))
            {
                Scorecard capped = Score(published.Form(), method with { CapAtFull = true }, answers);
                VendorScores.Compare(member.Name, member.Value, capped.Total?.Value, comparison);
            }
            else
            {
                scores.Compare(member.Name, member.Value);
            }
        }

        return comparison;
    }

    private static Scorecard Score(JsonElement form, ScoringMethod method, JsonElement answers)
    {
        EvaluationForm read = VendorForm.Read(form, method, answers);
        return Scorer.Score(read, VendorAnswers.Read(answers, read));
    }
}
