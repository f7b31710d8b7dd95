using QualityKit.Forms;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Tests.Forms;

/// <summary>Choices written in code.</summary>
public sealed class ChoiceQuestionTests
{
    [Fact]
    public void Options_that_fail_are_named_in_one_word()
    {
        ChoiceQuestion question = Ask.YesNo("lied", "Lied?").FailsOn("yes");

        Assert.Equal([FailureScope.Form, null], question.Options.Select(option => option.Fails));
        Assert.Equal(FailureScope.OwnGroup, Ask.YesNo("late", "Late?").FailsOn(FailureScope.OwnGroup, "no").Options[1].Fails);
    }

    [Fact]
    public void An_option_that_does_not_exist_cannot_fail()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Ask.YesNo("lied", "Lied?").FailsOn("perhaps"));

        Assert.Contains("the question `lied` has no option `perhaps`", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_takes_a_number()
    {
        EvaluationForm form = EvaluationForm.Draft("F").Group("G", 1, Ask.Range("tone", "Tone?", 1, 5)).Publish().Value;

        Assert.Equal(Scorer.Score(form, AnswerSheet.Empty.Answer("tone", "4")).Total, Scorer.Score(form, AnswerSheet.Empty.Answer("tone", 4.0m)).Total);
        Assert.Equal([IssueCodes.UnknownAnswerOption], AnswerSheet.Empty.Answer("tone", 6).Check(form).Issues.Select(issue => issue.Code));
        Assert.Equal([IssueCodes.UnknownAnswerOption], AnswerSheet.Empty.Answer("tone", 4.5m).Check(form).Issues.Select(issue => issue.Code));
    }
}
