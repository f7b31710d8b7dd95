using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Wire;

namespace QualityKit.Tests.Scoring;

/// <summary>What a scorecard tells.</summary>
public sealed class ScorecardTests
{
    [Fact]
    public void The_quick_start_scores_60_percent()
    {
        Scorecard card = SupportCall.Score("greeting=yes solved=partly identity=NA");
        Assert.Equal((Score.Percent(60), Score.Percent(60), "60 %, None"), (card.Total, card.RawTotal, card.ToString()));
        Assert.Equal((Score.Percent(100), Score.Percent(50)), (card.Group("opening").Score, card.Group("resolution").Score));
        Assert.Equal((Fraction.Of(4, 5), Score.Percent(40)), (card.Group("resolution").AppliedWeight, card.Group("resolution").Contribution));
        Assert.Equal((QuestionState.NotApplicable, null, Fraction.One), (card.Question("identity").State, card.Question("identity").Value, card.Question("identity").Highest));
        Assert.Equal((Fraction.Of(5), Fraction.Of(1, 2), Fraction.Of(4, 5), Score.Percent(40)), Numbers(card.Question("solved")));
        Assert.Empty(card.Failures);
        Assert.False(card.IsBelowLeastAnswers);
        Assert.Same(SupportCall.Form, card.Form);
        Assert.Equal("Was the issue solved?", card.Question("solved").Question.Text.Text);
        Assert.Equal("Resolution", card.Group("resolution").Group.Title.Text);
    }

    [Fact]
    public void A_missed_fatal_question_fails_everything()
    {
        Scorecard card = SupportCall.Score("greeting=yes solved=yes identity=no");
        Assert.Equal((Score.Percent(0), Score.Percent(60), Outcome.Failed, "0 %, Failed"), (card.Total, card.RawTotal, card.Outcome, card.ToString()));
        Failure failure = Assert.Single(card.Failures);
        Assert.Equal(("identity", null, FailureCause.Fatal, null), (failure.Question, failure.Option, failure.Cause, failure.Group));
        Assert.False(card.Group("resolution").HasFailed);
    }

    [Fact]
    public void Only_the_form_of_the_card_has_groups_and_questions()
    {
        Scorecard card = SupportCall.Score("greeting=yes solved=partly identity=NA");
        ArgumentException group = Assert.Throws<ArgumentException>("key", () => card.Group("greeting"));
        ArgumentException question = Assert.Throws<ArgumentException>("key", () => card.Question("opening"));
        Assert.StartsWith("the form has no group `greeting`", group.Message, StringComparison.Ordinal);
        Assert.StartsWith("the form has no question `opening`", question.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_come_outer_before_inner_and_questions_as_they_are_written()
    {
        EvaluationForm form = EvaluationForm.Draft("F")
            .Group("A", 1, Ask.YesNo("a1", "A1"), Ask.Group("B", 1, Ask.YesNo("b1", "B1"), Ask.Information("b2", "B2")), Ask.YesNo("a2", "A2"))
            .Group("C", 1, Ask.YesNo("c1", "C1")).Publish().Value;
        Scorecard card = Scorer.Score(form, Sheets.Of("a1=yes a2=no b1=yes c1=yes"));
        Assert.Equal(["a", "b", "c"], card.Groups.Select(group => group.Key));
        Assert.Equal(["a1", "b1", "b2", "a2", "c1"], card.Questions.Select(question => question.Key));
        Assert.Equal((QuestionState.Excluded, null, null), (card.Question("b2").State, card.Question("b2").Highest, card.Question("b2").Contribution));
    }

    [Theory]
    [InlineData(59.996, "59.996 %, Failed")]
    [InlineData(59.9999999, "59.9999999 %, Failed")]
    [InlineData(59.994, "59.99 %, Failed")]
    [InlineData(60, "60 %, Passed")]
    [InlineData(60.004, "60.004 %, Passed")]
    public void A_shown_total_never_seems_to_cross_the_mark(double percent, string shown) =>
        Assert.Equal(shown, OutOf100((decimal)percent, draft => draft.PassesAt(60)).ToString());

    [Theory]
    [InlineData(89.996, "89.996 %")]
    [InlineData(30.004, "30.004 %")]
    [InlineData(50.004, "50 %")]
    public void A_shown_total_never_seems_to_cross_into_a_band(double percent, string shown) => Assert.Equal(
        shown, OutOf100((decimal)percent, draft => draft.Band("Excellent", 90) with { Bands = [Band.From("Excellent", 90), Band.UpTo("Poor", 30)] }).DisplayTotal());

    [Fact]
    public void Without_a_mark_a_total_is_rounded_as_the_method_says()
    {
        Assert.Equal("60 %", OutOf100(59.996m, draft => draft).DisplayTotal());
        Assert.Equal("59.996 %", OutOf100(59.996m, draft => draft.ScoredBy(ScoringMethod.Default with { Rounding = new() { Digits = 3 } })).DisplayTotal());
        Assert.Equal("59 %", OutOf100(59.996m, draft => draft.ScoredBy(ScoringMethod.Default with { Rounding = new() { Digits = 0, Midpoint = MidpointRounding.ToZero } })).DisplayTotal());
    }

    [Fact]
    public void No_score_says_so()
    {
        EvaluationForm form = EvaluationForm.Draft("F").PassesAt(50).Group("G", 1, Ask.YesNo("a", "A") with { AllowsNotApplicable = true }).Publish().Value;
        Scorecard card = Scorer.Score(form, Sheets.Of("a=NA"));
        Assert.Equal("no score, None", card.ToString());
        Assert.Null(card.Band);
        Assert.Equal((GroupState.NoScore, null, null), (card.Group("g").State, card.Group("g").AppliedWeight, card.Group("g").Contribution));
    }

    [Fact]
    public void No_text_of_a_person_is_printed()
    {
        EvaluationForm form = EvaluationForm.Draft("F").Group("G", 1, Ask.YesNo("a", "A"), Ask.Text("t", "T"), Ask.Text("u", "U")).Publish().Value;
        AnswerSheet answers = Sheets.Of("a=yes t=~secret").Comment("a", "secret").CommentOverall("secret");
        Scorecard card = Scorer.Score(form, answers);
        string[] printed = [card.ToString(), card.Explain(), .. card.Questions.Select(question => question.ToString()!), .. card.Explanation().Root.Children.Select(line => line.ToString()), card.Answers.ToString()!];
        Assert.DoesNotContain(printed, text => text.Contains("secret", StringComparison.Ordinal));
        Assert.DoesNotContain("secret", System.Text.Encoding.UTF8.GetString(ScorecardJson.Write(card.Explanation())), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_inputs_give_equal_bytes_and_other_answers_other_ones()
    {
        byte[] first = ScorecardJson.Write(SupportCall.Score("greeting=yes solved=partly identity=NA"));
        Assert.Equal(first, ScorecardJson.Write(SupportCall.Score("identity=NA solved=partly greeting=yes")));
        Assert.NotEqual(first, ScorecardJson.Write(SupportCall.Score("greeting=yes solved=yes identity=NA")));
    }

    [Fact]
    public void The_written_card_names_the_form_version()
    {
        using var document = System.Text.Json.JsonDocument.Parse(ScorecardJson.Write(SupportCall.Score("greeting=yes solved=partly identity=NA")));
        Assert.Equal("qualitykit.scorecard/1", document.RootElement.GetProperty("format").GetString());
        Assert.Equal(SupportCall.Form.Id.Value, document.RootElement.GetProperty("form").GetString());
    }

    [Fact]
    public void Reading_a_card_twice_gives_the_same_lines()
    {
        Scorecard card = SupportCall.Score("greeting=yes solved=partly identity=NA");
        Assert.Equal(card.Questions.AsEnumerable(), card.Questions.AsEnumerable());
        Assert.Same(card.Groups[0], card.Group("opening"));
    }

    [Theory]
    [InlineData(0, "Poor")]
    [InlineData(59, "Poor")]
    [InlineData(59.5, "Fair")]
    [InlineData(89, "Fair")]
    [InlineData(89.01, "Good")]
    [InlineData(100, "Good")]
    public void A_score_between_two_tops_falls_into_the_higher_band(double percent, string band) =>
        Assert.Equal(band, OutOf100((decimal)percent, draft => draft with { Bands = [Band.UpTo("Good", 100), Band.UpTo("Poor", 59), Band.UpTo("Fair", 89)] }).Band!.Name.Text);

    [Theory]
    [InlineData(59.5, null)]
    [InlineData(60, "Fair")]
    [InlineData(89.99, "Fair")]
    [InlineData(90, "Excellent")]
    public void A_score_belongs_to_the_highest_minimum_that_it_reaches(double percent, string? band) =>
        Assert.Equal(band, OutOf100((decimal)percent, draft => draft.Band("Excellent", 90).Band("Fair", 60)).Band?.Name.Text);

    [Theory]
    [InlineData(30, "Poor")]
    [InlineData(30.01, null)]
    [InlineData(60, "Good")]
    [InlineData(70, "Good")]
    [InlineData(70.01, null)]
    [InlineData(90, "Excellent")]
    public void The_middle_may_be_unnamed(double percent, string? band)
    {
        var good = new Band { Name = "Good", Minimum = Score.Percent(60), Top = Score.Percent(70) };
        Assert.Equal(band, OutOf100((decimal)percent, draft => draft with { Bands = [Band.UpTo("Poor", 30), good, Band.From("Excellent", 90)] }).Band?.Name.Text);
    }

    [Theory]
    [InlineData("a=yes b=yes", "Whole")]
    [InlineData("a=yes b=no", null)]
    public void A_group_has_bands_of_its_own(string answers, string? band)
    {
        Group group = Ask.Group("G", 1, Ask.YesNo("a", "A"), Ask.YesNo("b", "B")) with { Bands = [Band.From("Whole", 100)] };
        EvaluationForm form = EvaluationForm.Draft("F").Band("Any", 0).Group(group).Group("H", 1, Ask.YesNo("c", "C")).Publish().Value;
        Scorecard card = Scorer.Score(form, Sheets.Of(answers + " c=yes"));
        Assert.Equal((band, null, "Any"), (card.Group("g").Band?.Name.Text, card.Group("h").Band, card.Band!.Name.Text));
    }

    [Theory]
    [InlineData("a=4 b=4", Outcome.Passed)]
    [InlineData("a=5 b=3", Outcome.Failed)]
    [InlineData("a=5 b=NA", Outcome.Passed)]
    [InlineData("a=2 b=4", Outcome.Failed)]
    public void Every_question_must_reach_the_least(string answers, Outcome outcome)
    {
        var pass = new PassRule { Mark = Score.Percent(70), QuestionMinimum = Score.Percent(80) };
        EvaluationForm form = (EvaluationForm.Draft("F") with { Pass = pass }).Group("G", 1, Scale("a"), Scale("b")).Publish().Value;
        Assert.Equal(outcome, Scorer.Score(form, Sheets.Of(answers)).Outcome);
    }

    [Theory]
    [InlineData("a=5 b=5 bonus=0", Outcome.Passed)]
    [InlineData("a=5 b=3 bonus=5", Outcome.Failed)]
    public void A_bonus_question_need_not_reach_the_least(string answers, Outcome outcome)
    {
        var pass = new PassRule { QuestionMinimum = Score.Percent(80) };
        EvaluationForm form = (EvaluationForm.Draft("F") with { Pass = pass }).Group("G", 1, Scale("a"), Scale("b"), Scale("bonus") with { IsBonus = true }).Publish().Value;
        Assert.Equal(outcome, Scorer.Score(form, Sheets.Of(answers)).Outcome);
    }

    [Theory]
    [InlineData("a=3 b=3", Outcome.Passed)]
    [InlineData("a=5 b=2", Outcome.Failed)]
    public void In_points_the_least_is_a_number_of_points(string answers, Outcome outcome)
    {
        var pass = new PassRule { Mark = Score.Points(6), QuestionMinimum = Score.Points(3) };
        ScoringMethod method = ScoringMethod.Default with { Combination = Combination.Sum };
        EvaluationForm form = (EvaluationForm.Draft("F").ScoredBy(method) with { Pass = pass }).Group("G", 1, Scale("a"), Scale("b")).Publish().Value;
        Assert.Equal(outcome, Scorer.Score(form, Sheets.Of(answers)).Outcome);
    }

    [Theory]
    [InlineData("a=2 b=3", Outcome.Passed)]
    [InlineData("a=1 b=4", Outcome.Failed)]
    [InlineData("a=3 b=3", Outcome.Failed)]
    public void A_grade_must_not_be_above_the_most(string answers, Outcome outcome)
    {
        var pass = new PassRule { Mark = Score.Grade(2.5m), QuestionMinimum = Score.Grade(3) };
        ScoringMethod method = ScoringMethod.Default with { Combination = Combination.Grade, Failure = FailureEffect.OutcomeOnly };
        EvaluationForm form = (EvaluationForm.Draft("F").ScoredBy(method) with { Pass = pass }).Group("G", 1, Scale("a"), Scale("b")).Publish().Value;
        Assert.Equal(outcome, Scorer.Score(form, Sheets.Of(answers)).Outcome);
    }

    private static ChoiceQuestion Scale(string key) => Ask.Range(key, key, 0, 5) with { AllowsNotApplicable = true };

    private static Scorecard OutOf100(decimal points, Func<FormDraft, FormDraft> change)
    {
        FormDraft draft = EvaluationForm.Draft("F").Group("G", 1, Ask.Choice("a", "A", ("some", points), ("all", 100), ("none", 0)));
        return Scorer.Score(change(draft).Publish().Value, Sheets.Of("a=some"));
    }

    private static (Fraction?, Fraction?, Fraction?, Score?) Numbers(QuestionScore question) =>
        (question.Points, question.Value, question.AppliedWeight, question.Contribution);
}
