using QualityKit.Canonical;
using QualityKit.Evaluations;
using QualityKit.Interactions;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Tests.Evaluations;

/// <summary>What the audit keeps of a command: sentences of ids, codes and digests.</summary>
public sealed class FactTests
{
    [Fact]
    public void Ids_and_digests_are_what_they_always_were()
    {
        EvaluationChange change = Lives.Begin().Try("eva", Lives.Submit(Lives.Good.CommentOverall("Try again.")), 1).Value;

        Assert.Equal("b5c7d3cc4916c3bed33026c06652707d", change.Evaluation.Id.Value);
        ContentRef content = Assert.Single(change.Contents).Reference;
        Assert.Equal("a876e11fbe69c6318b4b8a6818e7e0ce", content.Id.Value);
        Assert.Equal("04b1576a114790a5a6e01f7f72e3cfd0cc98232bc989eda93034a417c6bdd6b2", content.Digest);
    }

    [Fact]
    public void Each_command_leaves_one_sentence()
    {
        EvaluationChange rescored = Lives.Released().Try("rita", Rescore, 3).Value;
        EvaluationChange disputed = Lives.Released().Try("anna", Lives.Dispute(), 3).Value;
        EvaluationChange accepted = disputed.Evaluation.Try("rita", new AcceptDispute { Id = new("y"), Answers = EvaluationAnswers.Of(Lives.Good), Reason = "You did.", Salt = Lives.Salt }, 4).Value;
        EvaluationChange acknowledged = Lives.Released().Try("anna", new AcknowledgeEvaluation { Id = new("k"), Salt = Lives.Salt }, 3).Value;

        Assert.Equal($"version 1 submitted, form {Lives.Open.Id}, scoring rules 1", Last(Lives.Begin().Try("eva", Lives.Submit(Lives.Good), 1).Value));
        Assert.Equal($"scored again: version 2, form {Lives.Open.Id}, scoring rules 1, reason {Digest(rescored)}", Last(rescored));
        Assert.Equal($"dispute 1 of version 1 to rita, reason {Digest(disputed)}", Last(disputed));
        Assert.Equal($"dispute 1 accepted: version 2, form {Lives.Open.Id}, scoring rules 1, reason {Digest(accepted)}", Last(accepted));
        Assert.Equal("version 1 acknowledged, comment -", Last(acknowledged));
        Assert.Equal("dispute 1 to -", Last(disputed.Evaluation.Try("lead", new AssignEvaluation { Id = new("r") }, 4).Value));
        Assert.Equal("version 1 is not released", Last(Lives.Submitted().Try("eva", Lives.Release(ReleaseTime.Never), 2).Value));
        Assert.Equal([("at", "2026-01-05T10:00:00.0000000+00:00")], Lives.Submitted().Try("eva", Lives.Release(), 2).Value.Facts[0].Details.Select(detail => (detail.Name, detail.Value)));
    }

    [Fact]
    public void A_closed_acknowledgement_gives_the_digest_of_its_reason()
    {
        Evaluation released = Lives.Released();

        EvaluationChange closed = EvaluationWorkflow.Apply(
            released, new CloseAcknowledgement { Id = new("k"), Reason = "Left.", Salt = Lives.Salt }, Lives.Open, Lives.Access(released, "lead", today: new() { Employment = QualityKit.People.Employment.Left }), Lives.At(9)).Value;

        Assert.Equal($"version 1 closed for somebody who left, reason {Digest(closed)}", Last(closed));
    }

    [Fact]
    public void Every_fact_reads_in_every_language() => Assert.All(
        typeof(FactCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!),
        code => Assert.All(new[] { MessageCatalogue.English, MessageCatalogue.Danish, MessageCatalogue.German }, words => Assert.NotNull(words.Template(code))));

    [Fact]
    public void A_fact_reads_in_the_language_that_is_asked_for() =>
        Assert.Equal("påbegyndt", Lives.Begin().Try("eva", new StartEvaluation { Id = new("s") }, 1).Value.Facts.Single().ToText(MessageCatalogue.Danish));

    [Fact]
    public void A_mistake_of_the_caller_says_what_it_is()
    {
        Evaluation evaluation = Lives.Begin();

        Assert.StartsWith("a text is kept apart under a salt of at least 32 characters", Message(() => evaluation.Try("eva", Lives.Submit(Lives.Good.CommentOverall("x")) with { Salt = default }, 1)), StringComparison.Ordinal);
        Assert.StartsWith($"the evaluation was made with the form version `{Lives.Open.Id}`, and this is `{Lives.Form().Id}`", Message(() => evaluation.AwaitsAcknowledgement(Lives.Form(), Lives.At(1))), StringComparison.Ordinal);
        Assert.StartsWith("access was asked for another target than the evaluation", Message(() => EvaluationWorkflow.Allowed(evaluation, Lives.Open, Lives.AccessTo(new() { Tenant = new("other") }, "eva", false, []), Lives.At(1))), StringComparison.Ordinal);
        Assert.StartsWith("the evaluation belongs to another session, or to none", Message(() => EvaluationSight.Of(evaluation, new() { Id = new("s"), Name = "July", Form = Lives.Open.Id, Lead = new("l"), Evaluators = [], Items = [], PlannedAt = default }, Lives.Access(evaluation, "eva"), Lives.At(1))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_prints_whose_it_is()
    {
        EvaluationDraft draft = Lives.Begin().Try("eva", new SaveDraft { Id = new("d"), Answers = EvaluationAnswers.Of(AnswerSheet.Empty) }, 1).Value.Draft!;

        Assert.Equal($"draft of eva for {draft.Evaluation}", draft.ToString());
    }

    [Fact]
    public void What_brought_an_evaluation_about_is_kept()
    {
        Assert.Equal(new EvaluationOrigin { Kind = EvaluationOriginKind.ByHand }, Lives.Begin().Origin);
        Assert.Equal(InteractionPart.All, Lives.Begin().Part);
    }

    private static RescoreEvaluation Rescore { get; } = new() { Id = new("again"), Answers = EvaluationAnswers.Of(Lives.Good), Reason = "Listened again.", Salt = Lives.Salt };

    private static string Last(EvaluationChange change) => change.Facts[^1].ToText();

    private static string Digest(EvaluationChange change) => change.Contents[0].Reference.Digest;

    private static string Message(Action attempt) => Assert.ThrowsAny<ArgumentException>(attempt).Message;
}
