using QualityKit.Evaluations;
using QualityKit.Scoring;

namespace QualityKit.Persistence;

/// <content>What was submitted, with its score.</content>
internal static partial class EvaluationFormat
{
    private static void WriteVersion(StoredObject json, EvaluationVersion version)
    {
        json.Number("number", version.Number);
        json.Text("scoredBy", version.ScoredBy.Value);
        json.Flag("byMachine", version.IsByMachine);
        json.Instant("submitted", version.SubmittedAt);
        json.Object("answers", version.Answers, WriteAnswers);
        json.Object("score", version.Score, WriteScore);
        json.Object("reason", version.Reason, StoredParts.WriteContent);
        json.Flag("asksAcknowledgement", version.AsksAcknowledgement);
        json.Choice("followUp", version.FollowUp);
        json.Array("decisions", version.Decisions, (member, decision) =>
        {
            member.Text("question", decision.Question);
            member.Choice("kind", decision.Kind);
        });
        json.Object("confirmation", version.Confirmation, (member, confirmation) =>
        {
            member.Text("by", confirmation.By.Value);
            member.Instant("at", confirmation.At);
        });
        json.Instant("release", version.ReleaseAt);
        json.Flag("withheld", version.IsWithheld);
        json.Texts("reports", version.Reports);
        json.Flag("releaseAnnounced", version.IsReleaseAnnounced);
        json.Object("acknowledgement", version.Acknowledgement, WriteAcknowledgement);
    }

    private static EvaluationVersion ReadVersion(StoredReader json) => new()
    {
        Number = (int)json.Number("number"),
        ScoredBy = new(json.Text("scoredBy")),
        IsByMachine = json.Flag("byMachine"),
        SubmittedAt = json.Instant("submitted"),
        Answers = json.Object("answers", ReadAnswers),
        Score = json.ObjectOrNull("score", ReadScore),
        Reason = json.ObjectOrNull("reason", StoredParts.ReadContent),
        AsksAcknowledgement = json.Flag("asksAcknowledgement"),
        FollowUp = json.Choice<FollowUp>("followUp"),
        Decisions = json.Array("decisions", member => new MachineDecision { Question = member.Text("question"), Kind = member.Choice<MachineDecisionKind>("kind") }),
        Confirmation = json.ObjectOrNull("confirmation", member => new Confirmation { By = new(member.Text("by")), At = member.Instant("at") }),
        ReleaseAt = json.InstantOrNull("release"),
        IsWithheld = json.Flag("withheld"),
        Reports = json.Texts("reports"),
        IsReleaseAnnounced = json.Flag("releaseAnnounced"),
        Acknowledgement = json.ObjectOrNull("acknowledgement", ReadAcknowledgement),
    };

    private static void WriteAnswers(StoredObject json, RecordedAnswers answers)
    {
        json.Json("sheet", StoredParts.Sheet(answers.Sheet));
        json.Array("texts", answers.Texts, (member, text) =>
        {
            member.Text("pointer", text.Pointer);
            member.Object("content", text.Content, StoredParts.WriteContent);
        });
        json.Array("moments", answers.Moments, StoredParts.WriteAnswerMoment);
    }

    private static RecordedAnswers ReadAnswers(StoredReader json) => new()
    {
        Sheet = StoredParts.Sheet(json, "sheet"),
        Texts = json.Array("texts", member => new AnswerText { Pointer = member.Text("pointer"), Content = member.Object("content", StoredParts.ReadContent) }),
        Moments = json.Array("moments", StoredParts.ReadAnswerMoment),
    };

    private static void WriteScore(StoredObject json, RecordedScore score)
    {
        json.Text("form", score.Form.Value);
        json.Number("rules", score.Rules);
        StoredParts.Score(json, "total", score.Total);
        StoredParts.Score(json, "rawTotal", score.RawTotal);
        json.Choice("outcome", score.Outcome);
        json.Text("band", score.Band);
    }

    private static RecordedScore ReadScore(StoredReader json) => new()
    {
        Form = new(json.Text("form")),
        Rules = (int)json.Number("rules"),
        Total = StoredParts.Score(json, "total"),
        RawTotal = StoredParts.Score(json, "rawTotal"),
        Outcome = json.Choice<Outcome>("outcome"),
        Band = json.TextOrNull("band"),
    };

    private static void WriteAcknowledgement(StoredObject json, Acknowledgement acknowledgement)
    {
        json.Text("by", acknowledgement.By.Value);
        json.Instant("at", acknowledgement.At);
        json.Flag("closed", acknowledgement.IsClosed);
        json.Object("comment", acknowledgement.Comment, StoredParts.WriteContent);
    }

    private static Acknowledgement ReadAcknowledgement(StoredReader json) => new()
    {
        By = new(json.Text("by")),
        At = json.Instant("at"),
        IsClosed = json.Flag("closed"),
        Comment = json.ObjectOrNull("comment", StoredParts.ReadContent),
    };
}
