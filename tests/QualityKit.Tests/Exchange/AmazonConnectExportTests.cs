using QualityKit.Exchange;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Tests.Exchange;

/// <summary>What a form scores here it scores in Amazon Connect, as far as reading back what was written tells; where not, the report says so.</summary>
public sealed class AmazonConnectExportTests
{
    private static readonly ScoringMethod Questions = VendorMethods.AmazonConnectQuestions;
    private static readonly ScoringMethod Sections = VendorMethods.AmazonConnectSections;

    public static TheoryData<string> Neutral => ["questionWeights", "groupWeights"];

    [Theory]
    [MemberData(nameof(Neutral))]
    public void A_question_in_which_nothing_is_possible_does_not_count_there_either(string combination)
    {
        ScoringMethod method = (combination == "groupWeights" ? Sections : Questions) with { Value = QuestionValue.OfMaximum };
        EvaluationForm form = EvaluationForm.Draft("Call").ScoredBy(method)
            .Group(
                "Whole",
                100,
                Ask.Choice("what", "What?", ("sale", 0), ("return", 0)) with { Weight = combination == "groupWeights" ? 1 : 50 },
                Ask.YesNo("kind", "Kind?", 10) with { Weight = combination == "groupWeights" ? 1 : 100 })
            .Publish().Value;
        FormExport export = AmazonConnectForm.Export(form);
        AnswerSheet answers = AnswerSheet.Empty.Answer("what", "sale").Answer("kind", "yes");

        Assert.Equal(Scorer.Score(form, answers).Total, Scorer.Score(There(export), answers).Total);
        Assert.Equal(["/groups/0/items/0"], Pointers(export, IssueCodes.NeutralQuestionExcluded));
        Assert.DoesNotContain(export.Losses, loss => loss.Code == IssueCodes.WeightsNotHundred);
    }

    private static EvaluationForm There(FormExport export) => AmazonConnectForm.Import(export.Text).Value.Draft.Publish().Value;

    private static string[] Pointers(FormExport export, string code) =>
        [.. export.Losses.Where(loss => loss.Code == code).Select(loss => loss.Pointer)];
}
