using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>Failures of groups beside those of the form, and what can fail at all (rules S15, S16).</summary>
public sealed class GroupFailureTests
{
    public static TheoryData<string> Combinations => ["groups", "weights", "points"];

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Where_failures_leave_the_number_alone_a_failed_group_keeps_its_score(string combination)
    {
        Scorecard card = Scorer.Score(Form(combination, FailureEffect.OutcomeOnly, "a"), Sheets.Of("a=no b=yes c=yes"));

        Assert.Equal(["score.failure.kept"], Failures(card));
        Assert.Equal((Fraction.Of(1, 2), true), (card.Group("g").Score!.Value.Value, card.Group("g").HasFailed));
        Assert.Equal(card.RawTotal, card.Total);
        Assert.Equal(card.Total, card.Explanation().Root.Amount);
    }

    // In groups the form falls from what is left, 1/2; in the others the group takes a third of it and the form the rest.
    [Theory]
    [MemberData(nameof(Combinations))]
    public void A_group_falls_also_where_the_form_does(string combination)
    {
        Scorecard card = Scorer.Score(Form(combination, FailureEffect.Zero, "a", "c"), Sheets.Of("a=no b=yes c=no d=yes"));

        Assert.Equal(["score.failure", "score.failure"], Failures(card));
        Assert.Equal((0, 0), (card.Group("g").Score!.Value.Value.Sign, card.Total!.Value.Value.Sign));
    }

    // Of three questions of one weight two are right; the group of the first two scores a half and falls.
    [Theory]
    [InlineData(BonusRule.ToMean)]
    [InlineData(BonusRule.ToEarned)]
    public void What_a_group_loses_is_told_as_what_the_total_loses(BonusRule bonus)
    {
        EvaluationForm form = Form("weights", FailureEffect.Zero, "a");
        EvaluationForm other = (form.Edit() with { Method = form.Method with { Bonus = bonus } }).Publish().Value;

        Scorecard card = Scorer.Score(other, Sheets.Of("a=no b=yes c=yes"));

        ExplanationNode line = All(card.Explanation().Root).Single(line => line.Code == "score.failure");
        Assert.Equal((Fraction.Of(1, 3), Fraction.Of(-1, 3)), (card.Total!.Value.Value, line.Amount!.Value.Value));
    }

    [Fact]
    public void A_choice_of_which_every_option_fails_always_fails()
    {
        EvaluationForm form = EvaluationForm.Draft("F").Group("G", 1, Ask.YesNo("a", "A").FailsOn(FailureScope.Form, "yes", "no"), Ask.YesNo("b", "B")).Publish().Value;

        Assert.True(Scorer.Score(form, Sheets.Of("a=yes b=yes")).HasFormFailed);
    }

    [Fact]
    public void A_number_of_which_every_range_fails_always_fails()
    {
        NumberQuestion number = Ask.Number("n", "N", (0, 4, 1), (5, 9, 0));
        EvaluationForm form = EvaluationForm.Draft("F")
            .Group("G", 1, number with { Ranges = [number.Ranges[0] with { Fails = FailureScope.Form }, number.Ranges[1] with { Fails = FailureScope.Form }] }, Ask.YesNo("b", "B")).Publish().Value;

        Assert.True(Scorer.Score(form, Sheets.Of("n=#3 b=yes")).HasFormFailed);
    }

    [Theory]
    [InlineData("best", false)]
    [InlineData("worse", true)]
    public void A_fatal_grade_fails_above_the_best_grade(string answer, bool fails)
    {
        EvaluationForm form = EvaluationForm.Draft("F")
            .ScoredBy(ScoringMethod.Default with { Combination = Combination.Grade, Failure = FailureEffect.OutcomeOnly })
            .Group("G", 1, Ask.Choice("a", "A", ("best", 1), ("worse", 2)) with { IsFatal = true }).Publish().Value;

        Assert.Equal(fails, Scorer.Score(form, Sheets.Of($"a={answer}")).HasFormFailed);
    }

    // The first two questions, a half and a whole right, in one group; the other in another.
    private static EvaluationForm Form(string combination, FailureEffect effect, params string[] failing)
    {
        ChoiceQuestion Question(string key) => !failing.Contains(key) ? Ask.YesNo(key, key)
            : Ask.YesNo(key, key).FailsOn(key == "a" ? FailureScope.OwnGroup : FailureScope.Form, "no");
        FormItem[] others = failing.Contains("c") ? [Question("c"), Question("d")] : [Question("c")];
        ScoringMethod method = ScoringMethod.Default with
        {
            Failure = effect,
            Combination = combination switch { "groups" => Combination.GroupWeights(), "weights" => Combination.QuestionWeights, _ => Combination.TotalPoints },
        };
        return EvaluationForm.Draft("F").Group("G", 1, Question("a"), Question("b")).Group("H", 1, others).ScoredBy(method).Publish().Value;
    }

    private static IEnumerable<string> Failures(Scorecard card) =>
        All(card.Explanation().Root).Select(line => line.Code).Where(code => code.StartsWith("score.failure", StringComparison.Ordinal));

    private static IEnumerable<ExplanationNode> All(ExplanationNode node) => node.Children.SelectMany(All).Prepend(node);
}
