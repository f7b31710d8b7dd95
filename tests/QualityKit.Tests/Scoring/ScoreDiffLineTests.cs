using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>What the lines of another form or method say of each question.</summary>
public sealed class ScoreDiffLineTests
{
    private static readonly FormDraft Draft = EvaluationForm.Draft("Call").Group("All", weight: 1,
        Ask.YesNo("a", "A?"),
        Ask.YesNo("b", "B?") with { AllowsNotApplicable = true },
        Ask.Choice("c", "C?", ("good", 4), ("fair", 2), ("bad", 0)));

    private static readonly FormItem OtherC = Ask.Choice("c", "C?", ("good", 4), ("fair", 3), ("bad", 0), ("great", 4));

    [Fact]
    public void Other_words_of_a_question_are_not_told_beside_a_change_of_the_score()
    {
        FormDraft later = Edited(Draft, items => [(ScoredQuestion)items[0] with { Weight = 2 }, (ScoredQuestion)items[1] with { Text = "Other words?" }, items[2]]);

        Assert.Equal(["a", "c"], Between(Draft, "a=yes b=NA c=fair", later, "a=yes b=NA c=fair").Lines.Select(line => line.Subject));
    }

    [Fact]
    public void A_weight_that_changed_says_both_and_the_value_it_weighs()
    {
        ScoreDiffLine line = Between(Draft, "a=yes b=no c=fair", Edited(Draft, items => [(ScoredQuestion)items[0] with { Weight = 2 }, items[1], items[2]]), "a=yes b=no c=fair").Lines.First();

        Assert.Equal((ScoreDiffCause.WeightChanged, "a"), (line.Cause, line.Subject));
        Assert.Equal([("before", Score.Share(Fraction.Of(1, 3))), ("after", Score.Share(Fraction.Of(1, 2))), ("times", Score.Percent(100))], Values(line));
    }

    [Fact]
    public void A_value_that_changed_says_both_and_its_weight()
    {
        ScoreDiffLine line = Assert.Single(Between(Draft, "a=yes b=no c=fair", Edited(Draft, items => [items[0], items[1], OtherC]), "a=yes b=no c=fair").Lines);

        Assert.Equal((ScoreDiffCause.ValueChanged, "c"), (line.Cause, line.Subject));
        Assert.Equal([("before", Score.Percent(50)), ("after", Score.Percent(75)), ("times", Score.Share(Fraction.Of(1, 3)))], Values(line));
    }

    [Fact]
    public void An_answer_that_only_the_later_form_takes_says_what_both_are_worth()
    {
        ScoreDiffLine line = Assert.Single(Between(Draft, "a=yes b=no c=fair", Edited(Draft, items => [items[0], items[1], OtherC]), "a=yes b=no c=great").Lines);

        Assert.Equal((ScoreDiffCause.AnswerChanged, "c"), (line.Cause, line.Subject));
        Assert.Equal(
            [
                ("before", new SelectedOptions { Options = ["fair"] }),
                ("after", new SelectedOptions { Options = ["great"] }),
                ("valueBefore", Score.Percent(50)),
                ("valueAfter", Score.Percent(100)),
                ("times", Score.Share(Fraction.Of(1, 3))),
            ],
            Values(line));
    }

    [Fact]
    public void Values_that_are_points_are_said_as_points() =>
        Assert.Equal(
            [("before", Fraction.Of(2)), ("after", Fraction.Of(3)), ("times", Score.Share(Fraction.Of(1, 3)))],
            Values(ValueOfC(new() { Value = QuestionValue.AsPoints })));

    [Fact]
    public void Points_lost_are_said_as_points() =>
        Assert.Equal([("before", Fraction.Of(-2)), ("after", Fraction.Of(-1))], Values(ValueOfC(new() { Combination = Combination.Deductions(10) })).Take(2));

    // (10 - 5) / 10 becomes (20 - 5) / 20: what is subtracted weighs half of what it weighed.
    [Fact]
    public void Where_nothing_is_possible_the_points_are_weighed()
    {
        (FormDraft earlier, FormDraft later) = (Total(10), Total(20));

        ScoreDiffLine line = Between(earlier, "a=yes c=rude", later, "a=yes c=rude").Lines.Single(line => line.Subject == "c");

        Assert.Equal((ScoreDiffCause.WeightChanged, "c", Score.Percent(25)), (line.Cause, line.Subject, line.Amount));
        Assert.Equal([("before", Score.Percent(10)), ("after", Score.Percent(5)), ("times", Fraction.Of(-5))], Values(line));
        Assert.DoesNotContain(Between(earlier, "a=yes c=fine", later, "a=yes c=fine").Lines, line => line.Subject == "c");

        static FormDraft Total(decimal points) => EvaluationForm.Draft("Call")
            .Group("All", weight: 1, Ask.YesNo("a", "A?", points), Ask.Choice("c", "C?", ("fine", 0), ("rude", -5)))
            .ScoredBy(new() { Combination = Combination.TotalPoints });
    }

    [Fact]
    public void What_a_sum_weighs_a_value_by_is_a_factor_and_no_share() =>
        Assert.Equal(("times", Fraction.One), Values(ValueOfC(new() { Combination = Combination.Sum }))[^1]);

    [Fact]
    public void With_another_unit_weights_of_the_form_are_told_without_amounts()
    {
        FormDraft later = Edited(Draft, items => [(ScoredQuestion)items[0] with { Weight = 2 }, items[1], items[2], Ask.YesNo("d", "D?")])
            .ScoredBy(new() { Combination = Combination.Sum });

        ScoreDiffStep step = Between(Draft, "a=yes b=no c=fair", later, "a=yes b=no c=fair d=yes").Steps.Single(step => step.Kind == ScoreDiffStepKind.Form);

        Assert.Equal(ScoreDiffSplit.None, step.Split);
        Assert.Equal(
            [("a", ScoreDiffCause.WeightChanged), ("b", ScoreDiffCause.WeightChanged), ("c", ScoreDiffCause.WeightChanged), ("d", ScoreDiffCause.QuestionAdded)],
            step.Lines.Select(line => (line.Subject, line.Cause)));
        Assert.All(step.Lines, line => Assert.Null(line.Amount));
    }

    // No share can be had of points that are all below 0, so form and method change together.
    [Fact]
    public void With_another_unit_an_answer_worth_the_same_is_told()
    {
        FormItem choice = Ask.Choice("c", "C?", ("good", 1), ("great", 1), ("bad", 0));
        FormDraft earlier = Edited(Draft, items => [items[0], choice]);
        FormDraft later = Edited(Draft, items => [Ask.Choice("a", "A?", ("yes", -1), ("no", -2)), choice]).ScoredBy(new() { Combination = Combination.Sum });

        ScoreDiff diff = Between(earlier, "a=yes c=good", later, "a=yes c=great");

        Assert.Contains(diff.Lines, line => line is { Subject: "c", Cause: ScoreDiffCause.AnswerChanged, Amount: null });
    }

    private static ScoreDiffLine ValueOfC(ScoringMethod method) =>
        Between(Draft.ScoredBy(method), "a=yes b=no c=fair", Edited(Draft, items => [items[0], items[1], OtherC]).ScoredBy(method), "a=yes b=no c=fair")
            .Lines.Single(line => line.Cause == ScoreDiffCause.ValueChanged);

    private static (string Name, object? Value)[] Values(ScoreDiffLine line) =>
        [.. line.Arguments.Where(argument => argument.Name != "name").Select(argument => (argument.Name, argument.Value))];

    private static FormDraft Edited(FormDraft draft, Func<FormItem[], FormItem[]> change) =>
        draft with { Groups = [draft.Groups[0] with { Items = [.. change([.. draft.Groups[0].Items])] }] };

    private static ScoreDiff Between(FormDraft earlier, string before, FormDraft later, string after) =>
        ScoreDiff.Between(Scorer.Score(earlier.Publish().Value, Sheets.Of(before)), Scorer.Score(later.Publish().Value, Sheets.Of(after)));
}
