using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Tests.Scoring;

/// <summary>How differences of scores read where something is missing, renamed or told of the form as a whole.</summary>
public sealed class ScoreDiffWordsTests
{
    private static readonly EvaluationForm Form = EvaluationForm.Draft("Call").PassesAt(50).Band("Low", 0).Band("High", 50)
        .Group("All", weight: 1,
            Ask.Choice("a", "A?", ("good", 4), ("fair", 2), ("bad", 0)) with { AllowsNotApplicable = true },
            Ask.YesNo("b", "B?") with { AllowsNotApplicable = true, IsRequired = false, VisibleWhen = When.Answered("a", "bad") })
        .Publish().Value;

    [Theory]
    [InlineData("a=good", "a=NA", "NoTotal Outcome Band")]
    [InlineData("a=NA", "a=good", "NoTotal Outcome Band")]
    [InlineData("a=good", "a=bad b=no", "Outcome Band")]
    public void Remarks_are_about_the_form(string before, string after, string causes)
    {
        ScoreDiff diff = Between(Form, before, Form, after);

        Assert.Equal(causes.Split(' '), diff.Remarks.Select(remark => remark.Cause.ToString()));
        Assert.All(diff.Remarks, remark => Assert.Equal("", remark.Subject));
        Assert.All(diff.Remarks, remark => Assert.Subset(new HashSet<string> { "before", "after" }, remark.Arguments.Select(argument => argument.Name).ToHashSet()));
    }

    [Fact]
    public void Another_unit_is_about_the_form()
    {
        EvaluationForm points = EvaluationForm.Draft("Call").ScoredBy(new() { Combination = Combination.Sum }).Group("All", weight: 1, Ask.Choice("a", "A?", ("good", 4), ("fair", 2), ("bad", 0))).Publish().Value;
        EvaluationForm shares = EvaluationForm.Draft("Call").Group("All", weight: 1, Ask.Choice("a", "A?", ("good", 4), ("fair", 2), ("bad", 0))).Publish().Value;

        ScoreDiffLine remark = Assert.Single(Between(points, "a=good", shares, "a=good").Remarks);

        Assert.Equal((ScoreDiffCause.OtherUnit, ""), (remark.Cause, remark.Subject));
    }

    [Fact]
    public void A_score_that_was_not_there_is_said_in_words()
    {
        Assert.Contains(
            "there is no change to add up: the score was no score and is 100 %", Between(Form, "a=NA", Form, "a=good").ToText(), StringComparison.Ordinal);
        Assert.Contains("ingen score", Between(Form, "a=good", Form, "a=NA").ToText(MessageCatalogue.Danish).Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Outcomes_are_in_the_language_of_the_words() =>
        Assert.Contains("udfald: bestået bliver til dumpet", Between(Form, "a=good", Form, "a=bad b=no").ToText(MessageCatalogue.Danish), StringComparison.Ordinal);

    [Theory]
    [InlineData("a=bad b=NA", "B?: visible now, N/A")]
    [InlineData("a=bad b=yes", "B?: visible now, `Yes`")]
    public void What_is_shown_says_what_was_answered(string after, string line) =>
        Assert.Contains(line, Between(Form, "a=good", Form, after).ToText(), StringComparison.Ordinal);

    [Fact]
    public void An_answer_that_is_not_there_is_said_in_words() =>
        Assert.Contains("B?: no longer N/A, now no answer", Between(Form, "a=bad b=NA", Form, "a=bad").ToText(), StringComparison.Ordinal);

    [Fact]
    public void Each_answer_reads_as_in_the_form_of_its_time()
    {
        Group all = Form.Groups[0];
        var choice = (ChoiceQuestion)all.Items[0];
        EvaluationForm later = (Form.Edit() with
        {
            Groups = [all with { Items = [choice with { Options = [choice.Options[0], choice.Options[1] with { Text = "So-so" }, choice.Options[2]] }, all.Items[1]] }],
        }).Publish().Value;

        Assert.Contains("A?: `Fair` becomes `Good`", Between(Form, "a=fair", later, "a=good").ToText(), StringComparison.Ordinal);
        Assert.Contains("A?: `Good` becomes `So-so`", Between(Form, "a=good", later, "a=fair").ToText(), StringComparison.Ordinal);
    }

    // The later form has options that the earlier one has not, and its method drops the questions they are chosen in.
    [Fact]
    public void An_option_that_only_the_later_form_has_reads_as_its_key_where_the_earlier_is_spoken_of()
    {
        EvaluationForm earlier = EvaluationForm.Draft("Call")
            .Group("All", weight: 1, Ask.YesNo("a", "A?"), Ask.Choice("c", "C?", ("good", 4), ("bad", 0)), Ask.MultiSelect("m", "M?", ("x", 1), ("y", 1))).Publish().Value;
        EvaluationForm later = EvaluationForm.Draft("Call")
            .Group("All", weight: 1, Ask.YesNo("a", "A?"), Ask.Choice("c", "C?", ("good", 4), ("bad", 0), ("awful", 0)), Ask.MultiSelect("m", "M?", ("x", 1), ("y", 1), ("z", 0)))
            .ScoredBy(ScoringMethod.Default with { Selection = Selection.DropLowest(2) }).Publish().Value;

        ScoreDiff diff = Between(earlier, "a=yes c=good m=x", later, "a=yes c=awful m=z");

        Assert.Equal(["c", "m"], diff.Steps.Single(step => step.Kind == ScoreDiffStepKind.Method).Lines.Where(line => line.Cause == ScoreDiffCause.CountsNoLonger).Select(line => line.Subject));
        Assert.Contains("C?: ", diff.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_score_starts_from_is_told_of_the_form_and_both_ways()
    {
        FormDraft draft = EvaluationForm.Draft("Call").Group("All", weight: 1, Ask.YesNo("a", "A?", 4), Ask.YesNo("b", "B?", 4));
        EvaluationForm plain = draft.Publish().Value;
        EvaluationForm deducted = draft.ScoredBy(new() { Combination = Combination.Deductions(8) }).Publish().Value;

        ScoreDiffLine there = Between(plain, "a=yes b=no", deducted, "a=yes b=no").Lines.Single(line => line.Cause == ScoreDiffCause.Start);
        ScoreDiffLine back = Between(deducted, "a=yes b=no", plain, "a=yes b=no").Lines.Single(line => line.Cause == ScoreDiffCause.Start);

        Assert.Equal(("", Fraction.One), (there.Subject, there.Amount!.Value.Value));
        Assert.Equal(("", Fraction.Of(-1)), (back.Subject, back.Amount!.Value.Value));
    }

    [Theory]
    [InlineData(20, 50, "+30", "added 10 % before and 25 % now")]
    [InlineData(50, 20, "-30", "added 25 % before and 10 % now")]
    public void Score_rules_of_a_group_are_told_by_its_title(int before, int after, string change, string words)
    {
        EvaluationForm Ruled(int percent) => (EvaluationForm.Draft("Call") with
        {
            Rules = [new() { Effect = ScoreRuleEffect.Raise, Amount = Score.Percent(percent), GroupKey = "first" }],
        }).Group("First", weight: 1, Ask.YesNo("a", "A?")).Group("Second", weight: 1, Ask.YesNo("b", "B?")).Publish().Value;

        ScoreDiff diff = Between(Ruled(before), "a=no b=yes", Ruled(after), "a=no b=yes");

        ScoreDiffLine line = Assert.Single(diff.Lines);
        Assert.Equal((ScoreDiffCause.Rules, "first"), (line.Cause, line.Subject));
        Assert.Equal(diff.Change, line.Amount);
        Assert.Equal(Fraction.Of(int.Parse(change, System.Globalization.CultureInfo.InvariantCulture), 200), line.Amount!.Value.Value);
        Assert.Contains($"score rules for First {words}", diff.ToText(), StringComparison.Ordinal);
    }

    private static ScoreDiff Between(EvaluationForm earlier, string before, EvaluationForm later, string after) =>
        ScoreDiff.Between(Scorer.Score(earlier, Sheets.Of(before)), Scorer.Score(later, Sheets.Of(after)));
}
