using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Validation;

namespace QualityKit.Tests.Evaluations;

public sealed class DisputeTests
{
    [Fact]
    public void A_dispute_names_questions_and_the_answers_that_should_stand()
    {
        EvaluationChange change = Lives.Released().Try("anna", Lives.Dispute(
            new() { Question = "greeting", Proposed = new SelectedOptions { Options = ["yes"] } },
            new() { Question = "summary", Proposed = new TextAnswer { Value = "He called once." } }), 3).Value;

        Dispute dispute = change.Evaluation.OpenDispute!;
        Assert.Equal((1, 1, Lives.Anna, Lives.At(3), Lives.Rita, true), (dispute.Number, dispute.Version, dispute.RaisedBy, dispute.RaisedAt, dispute.Reviewer!.Value, dispute.IsOpen));
        Assert.Equal(new QuestionDispute { Question = "greeting", Proposed = new SelectedOptions { Options = ["yes"] } }, dispute.Questions[0]);
        Assert.Equal(new TextAnswer { Value = "…" }, dispute.Questions[1].Proposed);
        Assert.Equal(["I did greet.", "He called once."], change.Contents.Select(content => content.Text));
        Assert.Equal(change.Contents.Select(content => content.Reference), [dispute.Reason, dispute.Questions[1].ProposedText!]);
        Assert.Equal(change.Contents.Select(content => content.Reference), HeldContents.Of(change.Evaluation));
    }

    [Fact]
    public void While_a_dispute_is_open_the_score_counts_and_is_marked()
    {
        Evaluation disputed = Lives.Disputed();

        Assert.True(disputed.CountsForSubject(Lives.At(3)));
        Assert.Equal(EvaluationStatus.Disputed, disputed.StatusAt(Lives.At(3)));
        Assert.Equal(1, disputed.SeenBySubject(Lives.At(3))!.Number);
    }

    [Fact]
    public void Everything_wrong_with_a_dispute_comes_back_at_once()
    {
        Validated<EvaluationChange> result = Lives.Released().Try("anna", Lives.Dispute(
            new() { Question = "greeting", Proposed = new SelectedOptions { Options = ["maybe"] } },
            new() { Question = "greeting" },
            new() { Question = "nobody", Proposed = new NumberAnswer { Value = 1 } }) with
        { Reason = " " }, 3);

        Assert.Equal(
            [
                (IssueCodes.EmptyText, "/reason"), (IssueCodes.UnknownAnswerOption, "/answers/greeting"),
                (IssueCodes.QuestionTwice, "/questions/1/question"), (IssueCodes.AnswerToUnknownQuestion, "/questions/2/question"),
            ],
            result.Errors.Select(issue => (issue.Code, issue.Pointer)));
    }

    [Fact]
    public void Declining_leaves_the_version_and_says_why()
    {
        EvaluationChange change = Lives.Disputed().Try("rita", new DeclineDispute { Id = new("n"), Reason = "One hears no greeting.", Salt = Lives.Salt }, 4).Value;

        DisputeResolution resolution = Assert.Single(change.Evaluation.Disputes).Resolution!;
        Assert.Equal((Lives.Rita, Lives.At(4), false, (int?)null), (resolution.By, resolution.At, resolution.IsAccepted, resolution.Version));
        Assert.Equal(change.Contents.Single().Reference, resolution.Reason);
        Assert.Equal(EvaluationStatus.Released, change.Evaluation.StatusAt(Lives.At(4)));
        Assert.Null(change.Scorecard);
        Assert.Null(change.Evaluation.OpenDispute);
        Assert.Equal("dispute 1 declined, reason " + resolution.Reason!.Digest, Assert.Single(change.Facts).ToText());
    }

    [Fact]
    public void Accepting_scores_anew_and_explains_the_difference()
    {
        EvaluationChange change = Lives.Disputed().Try("rita", new AcceptDispute { Id = new("y"), Answers = EvaluationAnswers.Of(Lives.Good), Salt = Lives.Salt }, 4).Value;

        DisputeResolution resolution = Assert.Single(change.Evaluation.Disputes).Resolution!;
        Assert.Equal((true, (int?)2), (resolution.IsAccepted, resolution.Version));
        Assert.Null(resolution.Reason);
        Assert.Null(change.Evaluation.Current!.Reason);
        Assert.Equal(Lives.Rita, change.Evaluation.Current.ScoredBy);
        Assert.NotNull(change.Difference);
        Assert.Equal(2, Assert.Single(change.Facts).Version);
    }

    [Fact]
    public void An_accepted_dispute_keeps_its_reason_on_both_sides_once()
    {
        Evaluation accepted = Lives.Disputed().Do("rita", new AcceptDispute { Id = new("y"), Answers = EvaluationAnswers.Of(Lives.Good), Reason = "You did.", Salt = Lives.Salt }, 4);

        Assert.NotNull(accepted.Current!.Reason);
        Assert.Equal(accepted.Current.Reason, accepted.Disputes[0].Resolution!.Reason);
        Assert.Equal(2, HeldContents.Of(accepted).Count());
    }

    [Fact]
    public void Another_reviewer_can_be_named_but_none_that_is_a_party()
    {
        var assign = new AssignEvaluation { Id = new("r"), To = new PersonId("rolf") };

        EvaluationChange change = Lives.Disputed().Try("lead", assign, 4).Value;

        Assert.Equal(new PersonId("rolf"), change.Evaluation.OpenDispute!.Reviewer);
        Assert.Equal(FactCodes.Rerouted, Assert.Single(change.Facts).Code);
        Assert.Equal(Lives.Eva, change.Evaluation.Assignment.Evaluator);
        Assert.All(["anna", "eva"], party => Assert.Equal(
            (IssueCodes.ReviewerRefused, "/to"),
            Lives.Disputed().Try("lead", assign with { To = new PersonId(party) }, 4).Errors.Select(issue => (issue.Code, issue.Pointer)).Single()));
        Assert.Equal(
            IssueCodes.ReviewerRefused,
            Lives.Submitted().Do("lead", Lives.Dispute(), 3).Try("boss", assign with { To = new PersonId("lead") }, 4).Errors.Single().Code);
        Assert.Null(Lives.Disputed().Do("lead", assign with { To = null }, 4).OpenDispute!.Reviewer);
    }

    [Fact]
    public void The_window_counts_whole_days_and_includes_its_end()
    {
        Evaluation released = Lives.Released();

        Assert.True(Can(released, Lives.At(2).AddDays(30)));
        Assert.False(Can(released, Lives.At(2).AddDays(30).AddTicks(1)));

        static bool Can(Evaluation evaluation, DateTimeOffset now) =>
            EvaluationWorkflow.Allowed(evaluation, Lives.Open, Lives.Access(evaluation, "anna"), now).Contains(EvaluationAction.Dispute);
    }

    [Fact]
    public void A_review_is_disputed_by_the_evaluator_that_it_is_about()
    {
        Evaluation review = Lives.Begin(Lives.Open, Lives.New with { Kind = EvaluationKind.Review, Subject = Subject.Of(Lives.Eva), Evaluator = new PersonId("lead"), Reviewed = new EvaluationId("e") }, Lives.At(0))
            .Do("lead", Lives.Submit(Lives.Good), 1).Do("lead", Lives.Release(), 2);

        Assert.Equal(EvaluationStatus.Disputed, review.Do("eva", Lives.Dispute(), 3).StatusAt(Lives.At(3)));
    }
}
