using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>Where a law of the table in docs/scoring.md does not hold, and why.</summary>
public sealed class LawCounterExamples
{
    private static ScoringMethod Default => ScoringMethod.Default;

    private static ScoringMethod Mean => Default with { Combination = Combination.QuestionWeights };

    private static ScoringMethod Grades => Default with { Combination = Combination.Grade, Failure = FailureEffect.OutcomeOnly };

    [Fact]
    public void Deductions_may_take_more_than_they_start_from() =>
        Assert.Equal("-4", Total(Default with { Combination = Combination.Deductions(1) }, "a=-5", Group(1, Ask.Choice("a", "A", ("0", 0), ("-5", -5)))));

    [Fact]
    public void A_bonus_goes_beyond_full() => Assert.Equal("2", Total(Mean, "a=yes b=yes", Group(1, Ask.YesNo("a", "A"), Ask.YesNo("b", "B") with { IsBonus = true })));

    [Fact]
    public void A_rule_raises_beyond_full() => Assert.Equal("11/10", Total(Default, "a=yes", [Raise(10)], Group(1, Ask.YesNo("a", "A"))));

    // W is 1 of a and 1 of b; with every weight twice as much it is 4 of a and 8 of b, which has one more group around it.
    [Fact]
    public void Scaling_all_weights_makes_deeper_questions_weigh_more()
    {
        string Scaled(decimal factor) => Total(
            Default with { Combination = Combination.WeightedPoints },
            "a=yes b=no",
            Group(factor, Yes("a", factor), Ask.Group("Inner", factor, Yes("b", factor))));
        Assert.Equal(("1/2", "1/3"), (Scaled(1), Scaled(2)));
    }

    [Fact]
    public void Scaling_weights_scales_what_is_deducted()
    {
        string Scaled(decimal factor) => Total(
            Default with { Combination = Combination.Deductions(100) }, "a=-5", Group(1, Ask.Choice("a", "A", ("0", 0), ("-5", -5)) with { Weight = factor }));
        Assert.Equal(("19/20", "9/10"), (Scaled(1), Scaled(2)));
    }

    [Fact]
    public void Scaling_weights_scales_a_sum()
    {
        string Scaled(decimal factor) => Total(Default with { Combination = Combination.Sum }, "a=yes", Group(1, Yes("a", factor)));
        Assert.Equal(("1", "2"), (Scaled(1), Scaled(2)));
    }

    [Fact]
    public void Scaling_weights_scales_extra_credit()
    {
        string Scaled(decimal factor) => Total(Mean with { Bonus = BonusRule.ToMean }, "a=no b=yes", Group(1, Yes("a", factor), Yes("b", factor) with { IsBonus = true }));
        Assert.Equal(("1", "2"), (Scaled(1), Scaled(2)));
    }

    // a weighs 1 beside an inner group of 1, then 3.
    [Fact]
    public void Questions_that_weigh_more_outweigh_a_group_beside_them()
    {
        string Scaled(ScoringMethod method, decimal factor) => Total(method, "a=yes b=no", Group(1, Yes("a", factor), Ask.Group("Inner", 1, Yes("b", factor))));
        foreach (ScoringMethod method in new[] { Default, Default with { Combination = Combination.GroupWeights(GroupBasis.Points) }, Grades })
        {
            Assert.Equal(("1/2", "3/4"), (Scaled(method, 1), Scaled(method, 3)));
        }
    }

    // (1 + 1 + 1) / 2, then (1 + 1) / 1.
    [Fact]
    public void A_bonus_weighs_more_beside_fewer_questions()
    {
        ScoringMethod method = Mean with { NotApplicable = NotApplicableRule.LeavesForm };
        Group group = Group(1, Marked("a"), Ask.YesNo("b", "B"), Ask.YesNo("c", "C") with { IsBonus = true });
        Assert.Equal(("3/2", "2"), (Total(method, "a=yes b=yes c=yes", group), Total(method, "a=NA b=yes c=yes", group)));
    }

    [Fact]
    public void A_rule_rewards_a_mark()
    {
        ScoreRule rule = Raise(10) with { When = When.NotApplicable("a") };
        Group group = Group(1, Marked("a"), Ask.YesNo("b", "B"));
        Assert.Equal(("1", "11/10"), (Total(Default, "a=yes b=yes", [rule], group), Total(Default, "a=NA b=yes", [rule], group)));
    }

    // b has -5 points of at most 0; nothing is lost where nothing was asked, and what was lost is no value of b.
    [Fact]
    public void Deductions_start_from_full() => Assert.Equal(
        "19/20",
        Total(Default with { Combination = Combination.Deductions(100) }, "a=NA b=-5", Group(1, Marked("a"), Ask.Choice("b", "B", ("0", 0), ("-5", -5)))));

    [Fact]
    public void A_sum_is_above_the_best_of_its_parts() =>
        Assert.Equal("2", Total(Default with { Combination = Combination.Sum }, "a=NA b=yes c=yes", Group(1, Marked("a"), Ask.YesNo("b", "B"), Ask.YesNo("c", "C"))));

    [Fact]
    public void A_bonus_goes_above_the_best_of_the_others() =>
        Assert.Equal("3/2", Total(Mean, "a=NA b=yes c=yes", Group(1, Marked("a"), Ask.YesNo("b", "B"), Ask.YesNo("c", "C") with { IsBonus = true })));

    [Fact]
    public void A_rule_goes_above_the_best_of_the_others() => Assert.Equal("1/10", Total(Default, "a=NA b=no", [Raise(10)], Group(1, Marked("a"), Ask.YesNo("b", "B"))));

    [Fact]
    public void Full_marks_for_a_mark_go_above_the_best_of_the_others() =>
        Assert.Equal("1/2", Total(Default with { NotApplicable = NotApplicableRule.FullMarks }, "a=NA b=no", Group(1, Marked("a"), Ask.YesNo("b", "B"))));

    [Fact]
    public void A_grade_keeps_its_number_when_it_fails() => Assert.Equal("6", Total(Grades, "a=6", Group(1, Ask.Choice("a", "A", ("1", 1), ("6", 6)) with { IsFatal = true })));

    [Fact]
    public void Outcome_only_keeps_the_number() => Assert.Equal(
        "1/2", Total(Default with { Failure = FailureEffect.OutcomeOnly }, "a=no b=yes", Group(1, Ask.YesNo("a", "A") with { IsFatal = true }, Ask.YesNo("b", "B"))));

    [Fact]
    public void Question_weights_and_total_points_ignore_the_weight_of_a_group()
    {
        foreach (ScoringMethod method in new[] { Mean, Default with { Combination = Combination.TotalPoints } })
        {
            Assert.Equal("1/2", Total(method, "a=yes b=no", Group(1, Ask.YesNo("a", "A")), Group(0, Ask.YesNo("b", "B")) with { Key = "weightless" }));
        }
    }

    // c is as low as b and comes first by its key, so c is dropped instead of b.
    [Fact]
    public void A_drop_over_the_form_sees_weightless_questions()
    {
        ScoringMethod method = Default with { Combination = Combination.WeightedPoints, Selection = Selection.DropLowest(1) };
        Group own = Group(1, Ask.YesNo("a", "A"), Ask.YesNo("b", "B"));
        Group weightless = Group(0, Ask.YesNo("aa", "C")) with { Key = "weightless" };
        Assert.Equal(("1", "1/2"), (Total(method, "a=yes b=no", own), Total(method, "a=yes b=no aa=no", own, weightless)));
    }

    // c is as low as b and comes first by its key, so c is kept instead of a.
    [Fact]
    public void What_is_kept_of_the_form_may_be_weightless()
    {
        ScoringMethod method = Default with { Combination = Combination.WeightedPoints, Selection = Selection.KeepLowest(2) };
        Group own = Group(1, Ask.YesNo("a", "A"), Ask.YesNo("b", "B"));
        Group weightless = Group(0, Ask.YesNo("aa", "C")) with { Key = "weightless" };
        Assert.Equal(("1/2", "0"), (Total(method, "a=yes b=no", own), Total(method, "a=yes b=no aa=no", own, weightless)));
    }

    // Dropped, a takes nothing from the presence of its group; marked, it takes half of it.
    [Fact]
    public void A_mark_makes_a_group_lighter_that_keeps_its_lowest()
    {
        ScoringMethod method = Default with { NotApplicable = NotApplicableRule.LeavesForm, Selection = Selection.KeepLowest(1) };
        Group[] groups = [Group(1, Marked("a"), Ask.YesNo("b", "B")), Group(1, Ask.YesNo("c", "C")) with { Key = "other" }];
        Assert.Equal(("1/2", "2/3"), (Total(method, "a=yes b=no c=yes", groups), Total(method, "a=NA b=no c=yes", groups)));
    }

    // a counts with the mean of b, then of b and c.
    [Fact]
    public void The_mean_of_the_form_sees_weightless_answers()
    {
        ScoringMethod method = Default with { NotApplicable = NotApplicableRule.FormMean };
        Group own = Group(1, Marked("a"), Ask.YesNo("b", "B"));
        Group weightless = Group(0, Ask.YesNo("c", "C")) with { Key = "weightless" };
        Assert.Equal(("1", "3/4"), (Total(method, "a=NA b=yes", own), Total(method, "a=NA b=yes c=no", own, weightless)));
    }

    private static ChoiceQuestion Yes(string key, decimal weight) => Ask.YesNo(key, key) with { Weight = weight };

    private static ChoiceQuestion Marked(string key) => Ask.YesNo(key, key) with { AllowsNotApplicable = true };

    private static Group Group(decimal weight, params FormItem[] items) => Ask.Group("Group", weight, items);

    private static ScoreRule Raise(decimal percent) => new() { Effect = ScoreRuleEffect.Raise, Amount = Score.Percent(percent) };

    private static string Total(ScoringMethod method, string answers, params Group[] groups) => Total(method, answers, [], groups);

    private static string Total(ScoringMethod method, string answers, ScoreRule[] rules, params Group[] groups)
    {
        FormDraft draft = EvaluationForm.Draft("Form").ScoredBy(method) with { Groups = [.. groups], Rules = [.. rules] };
        return Scorer.Score(draft.Publish().Value, Sheets.Of(answers)).Total!.Value.Value.ToString();
    }
}
