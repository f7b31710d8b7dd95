using QualityKit.Calibration;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Tests.Calibration;

public sealed class CalibrationFormTests
{
    [Fact]
    public void A_question_has_its_part_of_every_group_around_it()
    {
        CalibrationForm form = CalibrationForm.From(Nested(ScoringMethod.Default));

        // 3 of 4 groups' weight; in it 1 of 3 and 2 of 3; in the inner one 1 of 5 and 4 of 5.
        Assert.Equal(
            [("greeting", "opening", Fraction.Of(1, 4)), ("solved", "resolution", Fraction.Of(1, 4)), ("polite", "tone", Fraction.Of(1, 10)), ("calm", "tone", Fraction.Of(2, 5))],
            form.Questions.Select(question => (question.Key, question.Group, question.Weight)));
        Assert.Equal(["opening", "resolution", "tone"], form.Groups.ToArray());
    }

    [Fact]
    public void Without_group_weights_a_question_weighs_what_it_weighs()
    {
        CalibrationForm form = CalibrationForm.From(Nested(ScoringMethod.Default with { Combination = Combination.QuestionWeights }));
        Assert.Equal(
            [("greeting", "opening", 7), ("solved", "resolution", 1), ("polite", "tone", 1), ("calm", "tone", (Fraction)4)],
            form.Questions.Select(question => (question.Key, question.Group, question.Weight)));
    }

    [Fact]
    public void A_group_of_which_nothing_weighs_has_no_part()
    {
        CalibrationForm form = CalibrationForm.From(EvaluationForm.Draft("Call")
            .Group("Opening", weight: 1, Ask.YesNo("greeting", "Greeted?"))
            .Group("Notes", weight: 1, Ask.Text("notes", "What happened?"), Ask.YesNo("small", "Small talk?") with { IsExcluded = true })
            .Publish().Value);
        Assert.Equal([("greeting", Fraction.Of(1, 2))], form.Questions.Select(question => (question.Key, question.Weight)));
    }

    [Fact]
    public void Points_are_no_percent_and_a_value_that_the_method_fills_in_is_no_answer()
    {
        EvaluationForm form = EvaluationForm.Draft("Call")
            .ScoredBy(ScoringMethod.Default with { Combination = Combination.Sum, NotApplicable = NotApplicableRule.FullMarks })
            .Group(
                "Call",
                weight: 1,
                Ask.Range("tone", "Tone", 0, 5),
                Ask.Range("offer", "Offer", 0, 4) with { AllowsNotApplicable = true },
                Ask.Choice("rude", "Rude?", ("no", 0), ("yes", -3)),
                Ask.Choice("late", "Late?", ("no", 0), ("yes", -2)))
            .Publish().Value;
        Scorecard card = Scorer.Score(form, AnswerSheet.Empty.Answer("tone", "4").NotApplicable("offer").Answer("rude", "no").Answer("late", "yes"));
        Assert.Equal(QuestionState.Filled, card.Question("offer").State);
        Assert.Equal(4, card.Question("offer").Points);

        // 4 + 4 - 2 points; 4 of 5; nothing for N/A; questions that can only cost points have all or nothing.
        CalibrationSheet sheet = CalibrationForm.From(form).Sheet("ann", card);
        Assert.Equal(6, sheet.Total);
        Assert.Equal([("call", (Fraction?)6)], sheet.Groups.Select(group => (group.Key, group.Value)));
        Assert.Equal([80, null, 100, (Fraction?)0], sheet.Questions.ToArray());
    }

    [Fact]
    public void A_question_may_weigh_nothing()
    {
        CalibrationForm form = CalibrationForm.Of(new CalibrationQuestion { Key = "q", Group = "g", Weight = 0 });
        Assert.Equal(100, form.Sheet("ann", 1).Questions[0]);
        Assert.Null(form.Sheet("ann", 1).Total);
    }

    [Fact]
    public void What_is_no_form_is_refused_in_words()
    {
        var question = new CalibrationQuestion { Key = "q", Group = "g" };
        const string Keys = "a session compares at least one question, each of another key (Parameter 'questions')";
        const string Numbers = "the question `q` has a weight below 0, or a maximum that is not above 0 (Parameter 'questions')";
        Assert.Equal(Keys, Refused(() => CalibrationForm.Of()));
        Assert.Equal(Keys, Refused(() => CalibrationForm.Of(question, question with { Group = "h" })));
        Assert.Equal(Numbers, Refused(() => CalibrationForm.Of(question with { Weight = -1 })));
        Assert.Equal(Numbers, Refused(() => CalibrationForm.Of(question with { Maximum = 0 })));
        Assert.Equal(Numbers, Refused(() => CalibrationForm.Of(question with { Maximum = -1 })));
    }

    [Fact]
    public void What_is_no_sheet_is_refused_in_words()
    {
        CalibrationForm form = CalibrationForm.Of(new CalibrationQuestion { Key = "q", Group = "g" });
        EvaluationForm other = EvaluationForm.Draft("Call").Group("Call", weight: 1, Ask.YesNo("greeting", "Greeted?")).Publish().Value;
        Scorecard card = Scorer.Score(other, AnswerSheet.Empty.Answer("greeting", "yes"));
        Assert.Throws<ArgumentNullException>("evaluator", () => form.Sheet(null!, 1));
        Assert.Throws<ArgumentNullException>("evaluator", () => CalibrationForm.From(other).Sheet(null!, card));
        Assert.Equal("there are 2 points for 1 questions (Parameter 'points')", Refused(() => form.Sheet("ann", 1, 0)));
        Assert.Equal("the question `q` is not on the scorecard (Parameter 'card')", Refused(() => form.Sheet("ann", card)));
    }

    private static string Refused(Action act) => Assert.Throws<ArgumentException>(act).Message;

    private static EvaluationForm Nested(ScoringMethod method) => EvaluationForm.Draft("Call")
        .ScoredBy(method)
        .Group("Opening", weight: 1, Ask.YesNo("greeting", "Greeted?") with { Weight = 7 })
        .Group(
            "Resolution",
            weight: 3,
            Ask.YesNo("solved", "Solved?"),
            Ask.Group("Tone", weight: 2, Ask.YesNo("polite", "Polite?"), Ask.YesNo("calm", "Calm?") with { Weight = 4 }))
        .Publish().Value;
}
