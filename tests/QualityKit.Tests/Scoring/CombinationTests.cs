using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>Corners of the combinations that only numbers worked by hand show.</summary>
public sealed class CombinationTests
{
    // 100 - 10 - 0 - 0 + bonus; once the group failed: 100 - 10 - 5 - 3 + what the bonus question lost.
    [Theory]
    [InlineData("yes", 94, 82)]
    [InlineData("no", 88, 80)]
    public void A_failed_group_of_deductions_loses_every_point_it_can_lose(string bonus, int raw, int total)
    {
        Scorecard card = Card(
            new() { Combination = Combination.Deductions(100) },
            $"a=bad b=yes c=yes d={bonus}",
            Ask.Group(
                "G",
                1,
                Ask.Choice("a", "A?", ("ok", 0), ("bad", -10)).FailsOn(FailureScope.OwnGroup, "bad"),
                Ask.YesNo("b", "B?", 5),
                Ask.Group("H", 1, Ask.YesNo("c", "C?", 3), Ask.Choice("d", "D?", ("yes", 4), ("no", -2)) with { IsBonus = true })));

        Assert.Equal(Score.Percent(raw), card.RawTotal);
        Assert.Equal(Score.Percent(total), card.Total);
    }

    [Fact]
    public void In_a_sum_a_group_scores_what_is_in_it_and_nothing_where_nothing_counts()
    {
        Scorecard card = Card(
            new() { Combination = Combination.Sum },
            "a=NA b=yes",
            Ask.Group("Empty", 1, Ask.YesNo("a", "A?") with { AllowsNotApplicable = true }),
            Ask.Group("Outer", 1, Ask.Group("Inner", 1, Ask.YesNo("b", "B?", 7))));

        Assert.Null(card.Group("empty").Score);
        Assert.Equal(Score.Points(7), card.Group("outer").Score);
    }

    [Fact]
    public void Bonus_points_fall_with_the_group_that_fails()
    {
        Scorecard card = Card(
            new() { Combination = Combination.TotalPoints },
            "a=no b=yes c=yes d=yes",
            Ask.Group(
                "G",
                1,
                Ask.YesNo("a", "A?").FailsOn(FailureScope.OwnGroup, "no"),
                Ask.YesNo("b", "B?"),
                Ask.YesNo("c", "C?", 3) with { IsBonus = true }),
            Ask.Group("H", 1, Ask.YesNo("d", "D?", 2)));

        Assert.Equal(Score.Percent(0), card.Group("g").Score);
        Assert.Equal(Score.Percent(50), card.Total);
        Assert.Equal(Score.Percent(150), card.RawTotal);
    }

    // a earns 0 of 1, m 1 of 2: the mean of 0 and 1/2 stands in for b, and (0 + 1/2 + 1/4) / 3 is 1/4.
    [Fact]
    public void What_is_selected_counts_in_the_mean_that_stands_in_for_others()
    {
        Scorecard card = Card(
            new() { NotApplicable = NotApplicableRule.FormMean },
            "a=no m=x b=NA",
            Ask.Group("G", 1, Ask.YesNo("a", "A?"), Ask.MultiSelect("m", "M?", ("x", 1), ("y", 1)), Ask.YesNo("b", "B?") with { AllowsNotApplicable = true }));

        Assert.Equal(Score.Percent(25), card.Total);
    }

    // G: 1 of 2 weights are there, all earned; S earns nothing: (1/2 x 1 + 1 x 0) / (1/2 + 1).
    [Fact]
    public void A_hidden_inner_group_has_no_weight_that_could_be_there()
    {
        FormDraft draft = Form(
            new() { NotApplicable = NotApplicableRule.LeavesForm },
            Ask.Group("S", 1, Ask.YesNo("s", "S?")),
            Ask.Group(
                "G",
                1,
                Ask.YesNo("a", "A?"),
                Ask.YesNo("b", "B?") with { AllowsNotApplicable = true },
                Ask.Group("H", 5, Ask.YesNo("c", "C?")) with { VisibleWhen = When.Answered("s", "yes") }));

        Assert.Equal(Score.Share(Fraction.Of(1, 3)), InFull(draft, "s=no a=yes b=NA"));
    }

    // P: one of two inner groups is N/A, so half of its weight is there: (1/2 x 1 + 1 x 0) / (1/2 + 1).
    [Fact]
    public void The_weight_of_an_inner_group_that_is_not_applicable_leaves_the_form()
    {
        FormDraft draft = Form(
            new() { NotApplicable = NotApplicableRule.LeavesForm },
            Ask.Group("S", 1, Ask.YesNo("s", "S?")),
            Ask.Group("P", 1, Ask.Group("H", 1, Ask.YesNo("a", "A?") with { AllowsNotApplicable = true }), Ask.Group("K", 1, Ask.YesNo("b", "B?"))));

        Assert.Equal(Score.Share(Fraction.Of(1, 3)), InFull(draft, "s=no a=NA b=yes"));
    }

    // Without weights: G (4 + 2) / 2 = 3, H 1, both 2; with them: G (2 x 4 + 2) / 3 = 10/3, H 1, (3 x 10/3 + 1) / 4.
    [Theory]
    [InlineData(CriticalBasis.Raw, "2")]
    [InlineData(CriticalBasis.Weighted, "11/4")]
    public void The_raw_critical_score_in_points_ignores_every_weight(CriticalBasis basis, string critical)
    {
        Scorecard card = Card(
            new() { Value = QuestionValue.AsPoints, Critical = basis },
            "a=p4 b=p2 c=p1",
            Ask.Group("G", 3, Points("a") with { Weight = 2 }, Points("b")),
            Ask.Group("H", 1, Points("c")));

        Assert.Equal(critical, card.Critical!.Value.Value.ToString());
    }

    // G has bonus points alone once its question is N/A: it adds 1 x 1 to H's 1 x 1 out of 1.
    [Fact]
    public void A_pool_of_which_only_the_bonus_counts_adds_on_top()
    {
        Scorecard card = Card(
            new() { Combination = Combination.GroupWeights(GroupBasis.Points) },
            "a=NA b=yes c=yes",
            Ask.Group("G", 1, Ask.YesNo("a", "A?") with { AllowsNotApplicable = true }, Ask.YesNo("b", "B?", 2) with { IsBonus = true }),
            Ask.Group("H", 1, Ask.YesNo("c", "C?")));

        Assert.Equal(Score.Percent(200), card.Total);
    }

    [Fact]
    public void Of_two_bands_that_hold_a_score_the_nearer_one_wins()
    {
        Band low = Band.UpTo("low", 80);
        Band middle = Band.From("middle", 60);
        var exact = new Band { Name = "exact", Minimum = Score.Percent(60), Top = Score.Percent(70) };

        Assert.Equal("middle", NameOf(65, low, middle));
        Assert.Equal("middle", NameOf(65, middle, low));
        Assert.Equal("middle", NameOf(65, middle, exact));
        Assert.Equal("exact", NameOf(65, exact, middle));
        Assert.Equal("low", NameOf(65, low, Band.UpTo("also", 80)));
        Assert.Equal("less", NameOf(65, low, Band.UpTo("less", 70)));
    }

    private static string? NameOf(decimal percent, params Band[] bands) => Verdict.BandOf(Score.Percent(percent), [.. bands])?.Name.Text;

    private static ChoiceQuestion Points(string key) => Ask.Choice(key, "Q?", ("p4", 4), ("p2", 2), ("p1", 1)) with { IsCritical = true };

    private static FormDraft Form(ScoringMethod method, params Group[] groups) =>
        EvaluationForm.Draft("F").ScoredBy(method) with { Groups = [.. groups] };

    private static Scorecard Card(ScoringMethod method, string answers, params Group[] groups) =>
        Scorer.Score(Form(method, groups).Publish().Value, Sheets.Of(answers));

    private static Score? InFull(FormDraft draft, string answers)
    {
        CheckedAnswers given = Sheets.Of(answers).Check(draft.Publish().Value).Value;
        var full = new Calculation(given.Plan, given.FlatCodes, isPreview: false);
        Assert.Equal(full.Total, Scorer.Score(given).Total?.Value);
        return full.Total is { } total ? Score.Share(total) : null;
    }
}
