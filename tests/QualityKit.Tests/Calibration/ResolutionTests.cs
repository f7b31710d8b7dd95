using QualityKit.Calibration;
using QualityKit.Forms;
using QualityKit.Scoring;
using QualityKit.Tests.Evaluations;
using QualityKit.Validation;

namespace QualityKit.Tests.Calibration;

public sealed class ResolutionTests
{
    private static readonly AnswerSheet Best = Meetings.Answers("yes", "yes", "yes");

    [Fact]
    public void What_was_agreed_on_is_the_sheet_of_the_expert_it_is_laid_over()
    {
        ClosedSession closed = Meetings.Closed(Meetings.New with { Items = [Meetings.Item("call-1")] }, Lives.At(5), (Best, Best, Best)) with { Resolved = [Agreed("greeting", "no")] };

        CalibrationSheet benchmark = SessionReport.Of(closed, null, usesResolved: true).Report.Rounds[0].Round.Expert!;

        Assert.Equal(("expert", 80), (benchmark.Evaluator, benchmark.Total));
    }

    [Fact]
    public void Without_an_expert_it_is_nobodys()
    {
        ClosedSession closed = Meetings.Closed(Meetings.New with { Expert = null, Items = [Meetings.Item("call-1")] }, Lives.At(5), (null, Best, Best)) with
        {
            Resolved = [Agreed("greeting", "yes"), Agreed("solved", "no"), Agreed("identity", "yes")],
        };

        CalibrationSheet benchmark = SessionReport.Of(closed, null, usesResolved: true).Report.Rounds[0].Round.Expert!;

        Assert.Equal(("", 60), (benchmark.Evaluator, benchmark.Total));
    }

    [Theory]
    [InlineData("summary", "the question `summary` is not one that is compared")]
    [InlineData("gone", "the question `gone` is not one that is compared")]
    [InlineData(null, "the question `` is not one that is compared")]
    public void A_question_that_is_not_compared_is_named(string? question, string expected)
    {
        Issue issue = Assert.Single(Resolution.Check(Meetings.Form, Given(question!, "yes")));

        Assert.Equal(("/question", IssueCodes.NotCompared, expected), (issue.Pointer, issue.Code, issue.Message));
    }

    [Fact]
    public void Only_the_question_that_was_agreed_on_is_looked_at()
    {
        // Another question whose key begins with this one's has no answer, and this one no comment.
        EvaluationForm form = EvaluationForm.Draft("Call")
            .Group("All", weight: 1, Ask.YesNo("solved", "Solved?") with { Comment = CommentRule.Always }, Ask.YesNo("solved.2", "Twice?"))
            .Publish().Value;

        Assert.Empty(Resolution.Check(form, Given("solved", "yes")));
        Assert.Equal(["/answers/solved QK2002"], Resolution.Check(form, Given("solved", "maybe")).Select(issue => $"{issue.Pointer} {issue.Code}"));
    }

    [Fact]
    public void An_answer_of_no_option_is_no_answer_and_every_issue_is_said_at_once()
    {
        ResolveAnswer given = Given("solved") with { Reason = "" };

        Assert.Equal(
            [("/reason", IssueCodes.EmptyText), ("/answers/solved", IssueCodes.NoOption)],
            Resolution.Check(Meetings.Form, given).Select(issue => (issue.Pointer, issue.Code)));
    }

    private static ResolveAnswer Given(string question, params string[] options) =>
        new() { Id = new("r"), Interaction = new("call-1"), Question = question, Answer = new SelectedOptions { Options = [.. options] }, Reason = "Why." };

    private static ResolvedAnswer Agreed(string question, string option) => new()
    {
        Interaction = new("call-1"),
        Question = question,
        Answer = new SelectedOptions { Options = [option] },
        Reason = new() { Id = new($"why {question}"), Digest = "d" },
        By = new("paul"),
        At = Lives.At(6),
    };
}
