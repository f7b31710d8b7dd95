using System.Text.Json;
using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Reference;
using QualityKit.Scoring;
using QualityKit.Wire;

namespace QualityKit.Tests.Scoring;

/// <summary>Corners that generated cases seldom reach, held against the executable specification.</summary>
public sealed class ReferenceAgreementTests
{
    [Theory]
    [InlineData("raw critical points of weighted questions", "a=some b=none c=all")]
    [InlineData("raw critical points of weighted questions", "a=all b=all c=none")]
    [InlineData("deductions that inner groups lose", "a=no b=yes c=bad")]
    [InlineData("deductions that inner groups lose", "a=no b=no c=good")]
    [InlineData("a pool with a bonus question", "a=yes b=no c=yes")]
    [InlineData("a pool with a bonus question", "a=NA b=NA c=yes")]
    [InlineData("a question without a value", "b=yes")]
    [InlineData("a question without a value", "a=zero b=no")]
    [InlineData("filled questions beside those left out", "a=NA b=yes c=NA")]
    public void The_library_says_what_the_specification_says(string name, string answers)
    {
        string form = FormJson.WriteText(Draft(name));
        string sheet = AnswerSheetJson.WriteText(Sheets.Of(answers));
        JsonObject expected = ReferenceScorer.Score(JsonDocument.Parse(form).RootElement, JsonDocument.Parse(sheet).RootElement);

        Assert.Null(LibraryScore.Difference(expected, form, sheet));
    }

    private static FormDraft Draft(string name) => name switch
    {
        "raw critical points of weighted questions" => EvaluationForm.Draft("F")
            .ScoredBy(ScoringMethod.Default with { Combination = Combination.QuestionWeights, Value = QuestionValue.AsPoints, Critical = CriticalBasis.Raw })
            .Group("G", 1, Points("a") with { IsCritical = true, Weight = 3 }, Points("b") with { IsCritical = true }, Points("c") with { Weight = 2 }),
        "deductions that inner groups lose" => EvaluationForm.Draft("F")
            .ScoredBy(ScoringMethod.Default with { Combination = Combination.Deductions(100) })
            .Group("G", 1, Ask.YesNo("a", "A", 10).FailsOn(FailureScope.OwnGroup, "no"), Ask.YesNo("b", "B", 5), Ask.Group("H", 1, Ask.Choice("c", "C", ("good", 20), ("bad", -10)))),
        "a pool with a bonus question" => EvaluationForm.Draft("F")
            .ScoredBy(ScoringMethod.Default with { Combination = Combination.GroupWeights(GroupBasis.Points) })
            .Group("G", 1, Ask.YesNo("a", "A", 2) with { AllowsNotApplicable = true }, Ask.YesNo("c", "C", 3) with { IsBonus = true })
            .Group("H", 2, Ask.YesNo("b", "B") with { AllowsNotApplicable = true }),
        "a question without a value" => EvaluationForm.Draft("F")
            .Group("G", 1, Ask.Choice("a", "A", ("zero", 0), ("less", -5)) with { IsRequired = false }, Ask.YesNo("b", "B")),
        _ => EvaluationForm.Draft("F")
            .ScoredBy(ScoringMethod.Default with { Combination = Combination.QuestionWeights, NotApplicable = NotApplicableRule.GroupPossibleMean })
            .Group("G", 1, Ask.YesNo("a", "A", 4) with { AllowsNotApplicable = true }, Ask.YesNo("b", "B"), Ask.Range("c", "C", 1, 5) with { AllowsNotApplicable = true }),
    };

    private static ChoiceQuestion Points(string key) => Ask.Choice(key, key, ("all", 4), ("some", 3), ("none", 0));
}
