using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>Which steps a change is told in.</summary>
public sealed class ScoreDiffStepTests
{
    private static readonly FormDraft Draft = EvaluationForm.Draft("Call").Group("All", weight: 1, Ask.YesNo("a", "A?") with { AllowsNotApplicable = true }, Ask.Text("t", "T?") with { IsRequired = false });

    private static readonly EvaluationForm Form = Draft.Publish().Value;

    // Under the earlier form nothing of the later answers counts, so there is no score between the two.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Steps_without_a_score_between_them_are_one(bool hasOtherMethod)
    {
        FormDraft other = Form.Edit() with { Groups = [.. Form.Groups, Ask.Group("More", 1, Ask.YesNo("b", "B?"), Ask.YesNo("c", "C?"))] };
        ScoringMethod method = hasOtherMethod ? ScoringMethod.Default with { Combination = Combination.QuestionWeights } : ScoringMethod.Default;
        Scorecard before = Scorer.Score(Form, AnswerSheet.Empty.Answer("a", "yes"));
        Scorecard after = Scorer.Score((other with { Method = method }).Publish().Value, AnswerSheet.Empty.NotApplicable("a").Answer("b", "yes").Answer("c", "no"));

        ScoreDiff diff = ScoreDiff.Between(before, after);

        Assert.Equal(hasOtherMethod ? [ScoreDiffStepKind.Together, ScoreDiffStepKind.Method] : [ScoreDiffStepKind.Together], diff.Steps.Select(step => step.Kind));
        Assert.Equal((Score.Percent(100), Score.Percent(50)), (diff.Steps[0].Before, diff.Steps[0].After));
        Assert.Contains(ScoreDiffCause.QuestionAdded, diff.Steps[0].Lines.Select(line => line.Cause));
        Assert.Equal(Fraction.Of(-1, 2), diff.Steps[0].Lines.Aggregate(Fraction.Zero, (sum, line) => sum + line.Amount!.Value.Value));
    }

    [Fact]
    public void Other_words_of_the_form_are_no_step_beside_other_answers()
    {
        EvaluationForm renamed = (Form.Edit() with { Name = "Calls" }).Publish().Value;

        ScoreDiff diff = ScoreDiff.Between(Scorer.Score(Form, AnswerSheet.Empty.Answer("a", "yes")), Scorer.Score(renamed, AnswerSheet.Empty.Answer("a", "no")));

        Assert.Equal([ScoreDiffStepKind.Answers], diff.Steps.Select(step => step.Kind));
    }

    [Fact]
    public void A_text_is_told_as_given_and_never_by_its_words()
    {
        ScoreDiff diff = ScoreDiff.Between(
            Scorer.Score(Form, AnswerSheet.Empty.Answer("a", "yes")),
            Scorer.Score(Form, AnswerSheet.Of([.. AnswerSheet.Empty.Answer("a", "yes").Entries, new AnswerEntry { Question = "t", Answer = new TextAnswer { Value = "secret" } }])));

        ScoreDiffLine line = Assert.Single(diff.Lines);
        Assert.Equal((ScoreDiffCause.Answered, "t"), (line.Cause, line.Subject));
        Assert.Equal("given", line.Arguments.Single(argument => argument.Name == "after").Value);
    }

    [Fact]
    public void A_line_is_about_the_form_unless_it_names_something() => Assert.Equal("", new ScoreDiffLine { Cause = ScoreDiffCause.Rules }.Subject);

    // With one answer alone there is no score, so the changes cannot be made one after another; they are told line by line.
    [Fact]
    public void Another_answer_worth_the_same_is_told_with_nothing()
    {
        EvaluationForm form = EvaluationForm.Draft("Call")
            .Group(
                "All",
                1,
                Ask.YesNo("a", "A?") with { AllowsNotApplicable = true },
                Ask.YesNo("b", "B?") with { AllowsNotApplicable = true },
                Ask.Choice("c", "C?", ("good", 2), ("fine", 2), ("bad", 0)))
            .ScoredBy(ScoringMethod.Default with { LeastAnswers = new LeastAnswers { Count = 2 } })
            .Publish().Value;

        ScoreDiff diff = ScoreDiff.Between(
            Scorer.Score(form, AnswerSheet.Empty.Answer("a", "yes").NotApplicable("b").Answer("c", "good")),
            Scorer.Score(form, AnswerSheet.Empty.NotApplicable("a").Answer("b", "no").Answer("c", "fine")));

        ScoreDiffLine line = Assert.Single(diff.Lines, line => line.Subject == "c");
        Assert.Equal((ScoreDiffCause.AnswerChanged, Score.Percent(0)), (line.Cause, line.Amount));
        Assert.Equal(ScoreDiffSplit.LineByLine, diff.Steps.Single().Split);
    }
}
