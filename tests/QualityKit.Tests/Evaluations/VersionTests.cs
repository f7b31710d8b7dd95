using QualityKit.Canonical;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.Methods;
using QualityKit.People;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Tests.Evaluations;

public sealed class VersionTests
{
    private static readonly AnswerSheet Written = Lives.Bad
        .Write("summary", "Mrs Jensen called twice.")
        .Comment("greeting", "Started without a word.")
        .CommentOverall("Try again.");

    [Fact]
    public void Submitting_keeps_the_score_with_the_form_and_the_rules_that_made_it()
    {
        EvaluationChange change = Lives.Begin().Try("eva", Lives.Submit(Lives.Good), 1).Value;

        EvaluationVersion version = Assert.Single(change.Evaluation.Versions);
        Assert.Equal((1, Lives.Eva, Lives.At(1), false), (version.Number, version.ScoredBy, version.SubmittedAt, version.IsByMachine));
        Assert.Equal(
            new RecordedScore { Form = Lives.Open.Id, Rules = RecordedScore.CurrentRules, Total = Score.Percent(100), RawTotal = Score.Percent(100), Outcome = Outcome.None, Band = null },
            version.Score);
        Assert.Equal(Score.Percent(100), change.Scorecard!.Total);
        Assert.Null(change.Difference);
        Assert.Equal(["evaluation.started", "evaluation.submitted"], change.Facts.Select(fact => fact.Code));
        Assert.Equal(change.Facts.ToArray(), change.Events.ToArray());
        Assert.Equal(Lives.At(1), change.Evaluation.StartedAt);
    }

    [Fact]
    public void A_band_is_kept_by_name()
    {
        EvaluationForm form = (Lives.Form().Edit() with { Bands = [new() { Name = "Good", Minimum = Score.Percent(50) }, new() { Name = "Poor", Minimum = Score.Percent(0) }] }).Publish().Value;

        Assert.Equal("Good", Lives.Begin(form, Lives.New, Lives.At(0)).Do("eva", Lives.Submit(Lives.Good), 1, form).Current!.Score!.Band);
    }

    [Fact]
    public void No_text_stays_in_the_evaluation_and_every_text_comes_back()
    {
        EvaluationChange change = Lives.Begin().Try("eva", Lives.Submit(Written), 1).Value;

        RecordedAnswers answers = change.Evaluation.Current!.Answers;
        Assert.Equal(["/answers/greeting/comment", "/answers/summary/text", "/comment"], answers.Texts.Select(text => text.Pointer).Order(StringComparer.Ordinal));
        Assert.Equal("…", answers.Sheet.OverallComment);
        Assert.Equal("…", answers.Sheet.EntryFor("greeting")!.Comment);
        Assert.Equal(new TextAnswer { Value = "…" }, answers.Sheet.EntryFor("summary")!.Answer);
        AnswerSheet restored = answers.Restore(change.Contents);
        Assert.Equal(Written.Entries.ToArray(), restored.Entries.ToArray());
        Assert.Equal("Try again.", restored.OverallComment);
        Assert.Equal(HeldContents.Of(change.Evaluation), change.Contents.Select(content => content.Reference));
    }

    [Fact]
    public void What_was_erased_stays_a_mark_and_the_score_stays()
    {
        EvaluationChange change = Lives.Begin().Try("eva", Lives.Submit(Written), 1).Value;

        AnswerSheet restored = change.Evaluation.Current!.Answers.Restore(change.Contents.Where(content => content.Text == "Try again."));

        Assert.Equal("Try again.", restored.OverallComment);
        Assert.Equal("…", restored.EntryFor("greeting")!.Comment);
        Assert.Equal(change.Scorecard!.Total, Scorer.Score(Lives.Open, restored).Total);
    }

    [Fact]
    public void A_text_that_is_not_what_its_digest_says_is_not_shown()
    {
        EvaluationChange change = Lives.Begin().Try("eva", Lives.Submit(Written), 1).Value;

        var thrown = Assert.Throws<ArgumentException>("contents", () => change.Evaluation.Current!.Answers.Restore([change.Contents[0] with { Text = "Forged." }]));

        Assert.Contains(change.Contents[0].Id.Value, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Marks_of_groups_and_blank_comments_stay_as_they_are()
    {
        EvaluationForm form = EvaluationForm.Draft("Call").Group("Opening", 1, Ask.YesNo("greeting", "Greeted?"))
            .Group(Ask.Group("Closing", 1, Ask.YesNo("thanks", "Thanked?")) with { AllowsNotApplicable = true }).Publish().Value;
        AnswerSheet sheet = Lives.Good.NotApplicableGroup("closing").Comment("greeting", " ");

        EvaluationChange change = Lives.Begin(form, Lives.New, Lives.At(0)).Try("eva", Lives.Submit(sheet), 1, form).Value;

        Assert.Equal(["closing"], change.Evaluation.Current!.Answers.Sheet.NotApplicableGroups.ToArray());
        Assert.Equal(" ", change.Evaluation.Current!.Answers.Sheet.EntryFor("greeting")!.Comment);
        Assert.Empty(change.Contents);
    }

    [Fact]
    public void A_text_without_a_salt_is_a_mistake()
    {
        Evaluation evaluation = Lives.Begin();

        Assert.Throws<ArgumentException>("salt", () => evaluation.Try("eva", Lives.Submit(Written) with { Salt = default }, 1));
        Assert.Throws<ArgumentException>("salt", () => evaluation.Try("eva", Lives.Submit(Written) with { Salt = new(new string('a', 31)) }, 1));
        Assert.True(evaluation.Try("eva", Lives.Submit(Lives.Good) with { Salt = default }, 1).IsValid);
    }

    [Fact]
    public void Scoring_again_makes_a_version_and_explains_the_difference()
    {
        var command = new RescoreEvaluation { Id = new("again"), Answers = EvaluationAnswers.Of(Lives.Good), Reason = "I had not listened to the start.", Salt = Lives.Salt };

        EvaluationChange change = Lives.Released().Try("rita", command, 5).Value;

        Assert.Equal(2, change.Evaluation.Current!.Number);
        Assert.Equal(Score.Percent(100), change.Difference!.Change);
        Assert.Equal((Score.Percent(0), Score.Percent(100)), (change.Difference.Before.Total, change.Difference.After.Total));
        Assert.Equal(EvaluationStatus.Superseded, change.Evaluation.StatusOf(1, Lives.At(5)));
        Assert.Equal(EvaluationStatus.Finished, change.Evaluation.StatusOf(2, Lives.At(5)));
        Assert.Equal(change.Contents.Single().Reference, change.Evaluation.Current.Reason);
        Assert.Equal(1, change.Evaluation.SeenBySubject(Lives.At(5))!.Number);
        Assert.Equal(Lives.At(2), change.Evaluation.FirstRelease(Lives.At(5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => change.Evaluation.StatusOf(0, Lives.At(5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => change.Evaluation.StatusOf(3, Lives.At(5)));
    }

    [Fact]
    public void The_same_command_twice_makes_the_same_ids()
    {
        EvaluationChange first = Lives.Begin().Try("eva", Lives.Submit(Written), 1).Value;
        EvaluationChange second = Lives.Begin().Try("eva", Lives.Submit(Written), 1).Value;
        EvaluationChange other = Lives.Begin().Try("eva", Lives.Submit(Written) with { Id = new("other") }, 1).Value;

        Assert.Equal(first.Contents.ToArray(), second.Contents.ToArray());
        Assert.Empty(first.Contents.Select(content => content.Id).Intersect(other.Contents.Select(content => content.Id)));
        Assert.Equal(3, first.Contents.Select(content => content.Id).Distinct().Count());
    }

    [Fact]
    public void Incomplete_answers_change_nothing_and_say_what_is_missing()
    {
        Validated<EvaluationChange> result = Lives.Begin().Try("eva", Lives.Submit(AnswerSheet.Empty), 1);

        Assert.Equal(IssueCodes.AnswerRequired, Assert.Single(result.Errors).Code);
        Assert.False(result.IsValid);
    }

    [Fact]
    public void A_draft_says_what_would_block_submitting()
    {
        var answers = new EvaluationAnswers
        {
            Sheet = AnswerSheet.Empty.CommentOverall("Secret."),
            Moments = [new() { Question = "nobody", Moment = new MediaMoment.Paragraph { Index = -1 } }],
        };

        EvaluationChange change = Lives.Begin().Try("eva", new SaveDraft { Id = new("d"), Answers = answers }, 1).Value;

        Assert.Equal([IssueCodes.AnswerRequired, IssueCodes.AnswerToUnknownQuestion, IssueCodes.MomentMalformed], change.Blocking.Select(issue => issue.Code));
        Assert.Equal((Lives.Eva, Lives.At(1), Lives.Open.Id, change.Evaluation.Id), (change.Draft!.Owner, change.Draft.SavedAt, change.Draft.Form, change.Draft.Evaluation));
        Assert.Equal(["evaluation.started"], change.Facts.Select(fact => fact.Code));
        Assert.DoesNotContain("Secret", change.Draft.ToString(), StringComparison.Ordinal);
        Assert.Empty(change.Evaluation.Do("eva", new SaveDraft { Id = new("e"), Answers = answers }, 2).Versions);
    }

    [Fact]
    public void Saving_again_is_not_audited_and_leaves_a_finished_evaluation_alone()
    {
        Evaluation submitted = Lives.Submitted();

        EvaluationChange change = submitted.Try("rita", new SaveDraft { Id = new("d"), Answers = EvaluationAnswers.Of(Lives.Good) }, 5).Value;

        Assert.Same(submitted, change.Evaluation);
        Assert.Empty(change.Facts);
        Assert.Empty(change.Events);
        Assert.Empty(change.Blocking);
        Assert.Equal(new PersonId("rita"), change.Draft!.Owner);
    }

    [Fact]
    public void Moments_and_follow_ups_go_with_the_answers()
    {
        var answers = new EvaluationAnswers
        {
            Sheet = Lives.Good,
            Moments = [new() { Question = "greeting", Moment = new MediaMoment.Range { From = TimeSpan.FromSeconds(3), Until = TimeSpan.FromSeconds(5) } }],
            FollowUp = FollowUp.Praise,
            AsksAcknowledgement = true,
        };

        EvaluationVersion version = Lives.Begin().Do("eva", new SubmitEvaluation { Id = new("s"), Answers = answers, Salt = Lives.Salt }, 1).Current!;

        Assert.Equal(answers.Moments, version.Answers.Moments);
        Assert.Equal(FollowUp.Praise, version.FollowUp);
        Assert.True(version.AsksAcknowledgement);
    }

    [Fact]
    public void Nothing_prints_what_people_wrote()
    {
        EvaluationChange change = Lives.Begin().Try("eva", Lives.Submit(Written), 1).Value;

        Assert.All(
            new object[] { change, change.Evaluation, change.Evaluation.Current!, change.Contents[0], Lives.Submit(Written), change.Contents[0].Salt, change.Facts[0] },
            one => Assert.DoesNotContain("again", one.ToString(), StringComparison.Ordinal));
        Assert.Equal("Submit (submit)", Lives.Submit(Written).ToString());
        Assert.Equal("salt", Lives.Salt.ToString());
        Assert.Equal("no salt", default(ContentSalt).ToString());
    }
}
