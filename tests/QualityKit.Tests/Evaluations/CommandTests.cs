using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.People;
using QualityKit.Validation;

namespace QualityKit.Tests.Evaluations;

public sealed class CommandTests
{
    [Fact]
    public void An_assignment_carries_its_instants()
    {
        var deadlines = new Deadlines { RemindAt = Lives.At(2), DueAt = Lives.At(3), EscalateAt = Lives.At(4), ExpiresAt = Lives.At(5) };

        EvaluationChange change = Lives.Begin().Try("lead", new AssignEvaluation { Id = new("a"), To = Lives.Rita, Deadlines = deadlines }, 1).Value;

        Assert.Equal(new Assignment { Evaluator = Lives.Rita, By = new("lead"), At = Lives.At(1), Deadlines = deadlines }.Deadlines, change.Evaluation.Assignment.Deadlines);
        Assert.Equal((Lives.Rita, new PersonId("lead"), Lives.At(1)), (change.Evaluation.Assignment.Evaluator!.Value, change.Evaluation.Assignment.By, change.Evaluation.Assignment.At));
        Assert.Equal("assigned to rita, due 2026-01-05T11:00:00.0000000+00:00, expires 2026-01-05T13:00:00.0000000+00:00", Assert.Single(change.Facts).ToText());
    }

    [Fact]
    public void Nobody_is_assigned_to_themselves_and_nothing_expires_at_once()
    {
        Validated<EvaluationChange> result = Lives.Begin().Try("lead", new AssignEvaluation { Id = new("a"), To = Lives.Anna, Deadlines = new() { ExpiresAt = Lives.At(1) } }, 1);

        Assert.Equal([(IssueCodes.EvaluatorIsSubject, "/to"), (IssueCodes.InstantPassed, "/deadlines/expiresAt")], result.Errors.Select(issue => (issue.Code, issue.Pointer)));
    }

    [Fact]
    public void Whoever_starts_what_is_nobodys_evaluates_it()
    {
        Evaluation open = Lives.Begin(Lives.Open, Lives.New with { Evaluator = null }, Lives.At(0));
        Assert.True(open.TargetFor(null, AttributeSet.Empty).IsUnclaimed);

        Evaluation started = open.Do("rita", new StartEvaluation { Id = new("s") }, 1);

        Assert.Equal((Lives.Rita, Lives.At(1)), (started.Assignment.Evaluator!.Value, started.StartedAt!.Value));
        Assert.False(started.TargetFor(null, AttributeSet.Empty).IsUnclaimed);
        Assert.Equal(Lives.At(1), started.Do("rita", Lives.Submit(Lives.Good), 2).StartedAt);
    }

    [Fact]
    public void A_release_says_when_and_what_goes_with_it()
    {
        EvaluationChange now = Lives.Submitted().Try("eva", Lives.Release() with { Reports = ["r1"] }, 2).Value;
        EvaluationChange later = Lives.Submitted().Try("eva", Lives.Release(ReleaseTime.At(Lives.At(9))), 2).Value;
        EvaluationChange never = later.Evaluation.Try("eva", Lives.Release(ReleaseTime.Never), 3).Value;

        Assert.Equal((Lives.At(2), true, false), (now.Evaluation.Current!.ReleaseAt, now.Evaluation.Current.IsReleaseAnnounced, now.Evaluation.Current.IsWithheld));
        Assert.Equal(["r1"], now.Evaluation.Current.Reports.ToArray());
        Assert.Equal((Lives.At(9), false, false), (later.Evaluation.Current!.ReleaseAt, later.Evaluation.Current.IsReleaseAnnounced, later.Evaluation.Current.IsWithheld));
        Assert.Equal(((DateTimeOffset?)null, false, true), (never.Evaluation.Current!.ReleaseAt, never.Evaluation.Current.IsReleaseAnnounced, never.Evaluation.Current.IsWithheld));
        Assert.Equal([FactCodes.Released, FactCodes.ReleasePlanned, FactCodes.Withheld], new[] { now, later, never }.Select(change => Assert.Single(change.Events).Code));
        Assert.Equal("version 1 is released at 2026-01-05T17:00:00.0000000+00:00", later.Facts[0].ToString());
        Assert.Equal((IssueCodes.InstantPassed, "/when"), Lives.Submitted().Try("eva", Lives.Release(ReleaseTime.At(Lives.At(2))), 2).Errors.Select(issue => (issue.Code, issue.Pointer)).Single());
    }

    [Fact]
    public void A_comment_has_an_author_a_time_a_place_and_moments()
    {
        var command = new CommentOnEvaluation
        {
            Id = new("c"),
            Text = "Listen to this.",
            Question = "greeting",
            Moments = [new MediaMoment.Utterance { Id = "u7" }],
            Audience = CommentAudience.Evaluators,
            Salt = Lives.Salt,
        };

        EvaluationChange change = Lives.Submitted().Try("rita", command, 2).Value;

        EvaluationComment comment = Assert.Single(change.Evaluation.Comments);
        Assert.Equal((Lives.Rita, Lives.At(2), CommentAudience.Evaluators, 1, "greeting"), (comment.Author, comment.At, comment.Audience, comment.Version, comment.Question));
        Assert.Equal(command.Moments, comment.Moments);
        Assert.Equal("Listen to this.", Assert.Single(change.Contents).Text);
        Assert.Equal(comment.Content, Assert.Single(HeldContents.Of(change.Evaluation)));
        Assert.Equal(EvaluationAction.CommentPrivately, command.Action);
        Assert.Equal($"comment {comment.Content.Digest} for Evaluators", Assert.Single(change.Facts).ToText());
    }

    [Fact]
    public void The_subject_comments_on_the_version_that_they_see()
    {
        Evaluation rescored = Lives.Released().Do("rita", new RescoreEvaluation { Id = new("r"), Answers = EvaluationAnswers.Of(Lives.Good), Reason = "x", Salt = Lives.Salt }, 3);
        var command = new CommentOnEvaluation { Id = new("c"), Text = "Thanks.", Salt = Lives.Salt };

        Assert.Equal(1, rescored.Do("anna", command, 4).Comments.Single().Version);
        Assert.Equal(2, rescored.Do("eva", command, 4).Comments.Single().Version);
        Assert.Equal(0, Lives.Begin().Do("eva", new StartEvaluation { Id = new("s") }, 1).Do("eva", command, 4).Comments.Single().Version);
    }

    [Fact]
    public void Everything_wrong_with_a_comment_comes_back_at_once()
    {
        var command = new CommentOnEvaluation { Id = new("c"), Text = new string('x', 10_001), Question = "nobody", Moments = [new MediaMoment.Paragraph { Index = 0 }, new MediaMoment.Utterance { Id = " " }], Salt = Lives.Salt };

        Assert.Equal(["/question", "/moments/1", "/text"], Lives.Submitted().Try("eva", command, 2).Errors.Select(issue => issue.Pointer));
        Assert.Equal(["/text"], Lives.Submitted().Try("eva", command with { Question = null, Moments = [], Text = null! }, 2).Errors.Select(issue => issue.Pointer));
        Assert.True(Lives.Submitted().Try("eva", command with { Question = null, Moments = [], Text = new string('x', 10_000) }, 2).IsValid);
    }

    [Fact]
    public void An_acknowledgement_may_say_something()
    {
        EvaluationChange silent = Lives.Released().Try("anna", new AcknowledgeEvaluation { Id = new("k"), Salt = Lives.Salt }, 3).Value;
        EvaluationChange said = Lives.Released().Try("anna", new AcknowledgeEvaluation { Id = new("k"), Comment = "Fair.", Salt = Lives.Salt }, 3).Value;

        Assert.Equal(new Acknowledgement { By = Lives.Anna, At = Lives.At(3) }, silent.Evaluation.Current!.Acknowledgement);
        Assert.Empty(silent.Contents);
        Assert.Equal(said.Contents.Single().Reference, said.Evaluation.Current!.Acknowledgement!.Comment);
        Assert.Equal(said.Contents.Select(content => content.Reference), HeldContents.Of(said.Evaluation));
        Assert.Equal(IssueCodes.FormTextTooLong, Lives.Released().Try("anna", new AcknowledgeEvaluation { Id = new("k"), Comment = new string('x', 10_001), Salt = Lives.Salt }, 3).Errors.Single().Code);
    }

    [Fact]
    public void A_leaver_is_closed_with_a_reason()
    {
        Evaluation released = Lives.Released();

        EvaluationChange change = EvaluationWorkflow.Apply(
            released,
            new CloseAcknowledgement { Id = new("k"), Reason = "Left in May.", Salt = Lives.Salt },
            Lives.Open,
            Lives.Access(released, "lead", today: new() { Employment = Employment.Left }),
            Lives.At(9)).Value;

        Acknowledgement closed = change.Evaluation.Current!.Acknowledgement!;
        Assert.Equal((new PersonId("lead"), Lives.At(9), true), (closed.By, closed.At, closed.IsClosed));
        Assert.Equal(change.Contents.Single().Reference, closed.Comment);
        Assert.Equal(FactCodes.Closed, change.Facts.Single().Code);
    }

    [Fact]
    public void Deleting_leaves_a_tombstone_and_erases_every_text()
    {
        Evaluation full = Lives.Begin()
            .Do("bot", MachineTests.Suggest(new AnswerSuggestion { Question = "summary", Machine = "m", Answer = new TextAnswer { Value = "Called." }, Evidence = [new() { Quote = "Hello." }] }), 0)
            .Do("eva", Lives.Submit(Lives.Bad.CommentOverall("No.")), 1)
            .Do("eva", Lives.Release(), 2)
            .Do("anna", Lives.Dispute(new DisputedQuestion { Question = "summary", Proposed = new TextAnswer { Value = "Not so." } }), 3)
            .Do("rita", new DeclineDispute { Id = new("n"), Reason = "No.", Salt = Lives.Salt }, 4)
            .Do("eva", new CommentOnEvaluation { Id = new("c"), Text = "Hm.", Salt = Lives.Salt }, 5);

        EvaluationChange change = full.Try("lead", new DeleteEvaluation { Id = new("d"), Reason = "request-7" }, 6).Value;

        Assert.Equal(new Tombstone { By = new("lead"), At = Lives.At(6), Reason = "request-7" }, change.Evaluation.Tombstone);
        Assert.Equal(7, change.Erased.Length);
        Assert.Equal(HeldContents.Of(full).Select(content => content.Id), change.Erased);
        Assert.Empty(HeldContents.Of(change.Evaluation));
        Assert.Empty(change.Evaluation.Versions);
        Assert.Empty(change.Evaluation.Disputes);
        Assert.Empty(change.Evaluation.Comments);
        Assert.Empty(change.Evaluation.Suggestions);
        Assert.False(change.Evaluation.CountsForSubject(Lives.At(6)));
        Assert.Equal("deleted with 1 versions, reason request-7", change.Facts.Single().ToText());
        Assert.Equal("/reason", full.Try("lead", new DeleteEvaluation { Id = new("d"), Reason = "" }, 6).Errors.Single().Pointer);
        Assert.Equal("/reason", full.Try("lead", new DeleteEvaluation { Id = new("d"), Reason = new string('x', 201) }, 6).Errors.Single().Pointer);
    }

    [Fact]
    public void An_announcement_is_told_and_not_audited()
    {
        Evaluation evaluation = Lives.Begin(Lives.Open, Lives.New with { Deadlines = new() { RemindAt = Lives.At(1), DueAt = Lives.At(2), EscalateAt = Lives.At(3), ExpiresAt = Lives.At(4) } }, Lives.At(0));

        EvaluationChange first = evaluation.Try("bot", new AnnounceEvaluation { Id = new("1") }, 3).Value;
        EvaluationChange last = first.Evaluation.Try("bot", new AnnounceEvaluation { Id = new("2") }, 4).Value;

        Assert.Equal([FactCodes.Reminder, FactCodes.Overdue, FactCodes.Escalated], first.Events.Select(one => one.Code));
        Assert.Equal([FactCodes.Expired], last.Events.Select(one => one.Code));
        Assert.Empty(first.Facts);
        Assert.Equal([AnnouncementKind.Reminder, AnnouncementKind.Overdue, AnnouncementKind.Escalation, AnnouncementKind.Expired], last.Evaluation.Assignment.Announced.ToArray());
    }

    [Fact]
    public void A_planned_release_is_announced_when_it_comes()
    {
        Evaluation planned = Lives.Submitted().Do("eva", Lives.Release(ReleaseTime.At(Lives.At(5))), 2);

        EvaluationChange change = planned.Try("bot", new AnnounceEvaluation { Id = new("1") }, 5).Value;

        Assert.Equal([FactCodes.Released], change.Events.Select(one => one.Code));
        Assert.True(change.Evaluation.Current!.IsReleaseAnnounced);
        Assert.Empty(change.Evaluation.Assignment.Announced);
    }
}
