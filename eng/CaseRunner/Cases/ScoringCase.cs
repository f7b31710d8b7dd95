using System.Text.Json;
using QualityKit.CaseRunner.Genesys;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Cases;

/// <summary>A scored Genesys form: total, critical and group scores.</summary>
internal static class ScoringCase
{
    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("form", "answers", "expected", "groupScores");
        JsonElement form = published.Form();
        ScoringMethod method = setting.Method(GenesysForm.MethodOf(form));
        Scorecard card = Score(form, method, published.Required("answers"));
        Scorecard rawCritical = Score(form, method with { Critical = CriticalBasis.Raw }, published.Required("answers"));

        var comparison = new Comparison();
        var scores = new GenesysScores(card, rawCritical, comparison);
        scores.CompareForm(published.Expected);
        if (published.Member("groupScores") is { } groups)
        {
            scores.CompareGroups(groups);
        }

        NoteOtherReading(published.Expected, comparison);
        return comparison;
    }

    private static Scorecard Score(JsonElement form, ScoringMethod method, JsonElement answers)
    {
        EvaluationForm read = GenesysForm.Read(form, method);
        return Scorer.Score(read, GenesysAnswers.Read(answers, read));
    }

    // Sources that print two critical scores leave open which is meant; the documented one is weighted.
    private static void NoteOtherReading(JsonElement expected, Comparison comparison)
    {
        if (expected.Value("criticalPercentRaw") is { } raw && expected.Value("criticalPercentWeighted") is { } weighted && raw.ToDecimal() != weighted.ToDecimal())
        {
            comparison.OtherReadings.Add($"ScoringMethod.Critical = Raw gives {Fraction.From(raw.ToDecimal())}");
        }
    }
}
