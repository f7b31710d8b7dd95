using QualityKit.Evaluations;

namespace QualityKit.Persistence;

/// <content>What people and machines said beside the answers.</content>
internal static partial class EvaluationFormat
{
    private static void WriteDispute(StoredObject json, Dispute dispute)
    {
        json.Number("number", dispute.Number);
        json.Number("version", dispute.Version);
        json.Text("raisedBy", dispute.RaisedBy.Value);
        json.Instant("raised", dispute.RaisedAt);
        json.Object("reason", dispute.Reason, StoredParts.WriteContent);
        json.Array("questions", dispute.Questions, (member, question) =>
        {
            member.Text("question", question.Question);
            member.Json("proposed", StoredParts.Answer(question.Question, question.Proposed));
            member.Object("proposedText", question.ProposedText, StoredParts.WriteContent);
        });
        json.Text("reviewer", dispute.Reviewer?.Value);
        json.Object("resolution", dispute.Resolution, (member, resolution) =>
        {
            member.Text("by", resolution.By.Value);
            member.Instant("at", resolution.At);
            member.Number("version", resolution.Version);
            member.Object("reason", resolution.Reason, StoredParts.WriteContent);
        });
    }

    private static Dispute ReadDispute(StoredReader json) => new()
    {
        Number = (int)json.Number("number"),
        Version = (int)json.Number("version"),
        RaisedBy = new(json.Text("raisedBy")),
        RaisedAt = json.Instant("raised"),
        Reason = json.Object("reason", StoredParts.ReadContent),
        Questions = json.Array("questions", member => new QuestionDispute
        {
            Question = member.Text("question"),
            Proposed = StoredParts.Answer(member, "proposed"),
            ProposedText = member.ObjectOrNull("proposedText", StoredParts.ReadContent),
        }),
        Reviewer = PersonOrNull(json, "reviewer"),
        Resolution = json.ObjectOrNull("resolution", member => new DisputeResolution
        {
            By = new(member.Text("by")),
            At = member.Instant("at"),
            Version = (int?)member.NumberOrNull("version"),
            Reason = member.ObjectOrNull("reason", StoredParts.ReadContent),
        }),
    };

    private static void WriteComment(StoredObject json, EvaluationComment comment)
    {
        json.Object("content", comment.Content, StoredParts.WriteContent);
        json.Text("author", comment.Author.Value);
        json.Instant("at", comment.At);
        json.Choice("audience", comment.Audience);
        json.Number("version", comment.Version);
        json.Text("question", comment.Question);
        json.Array("moments", comment.Moments, StoredParts.WriteMoment);
    }

    private static EvaluationComment ReadComment(StoredReader json) => new()
    {
        Content = json.Object("content", StoredParts.ReadContent),
        Author = new(json.Text("author")),
        At = json.Instant("at"),
        Audience = json.Choice<CommentAudience>("audience"),
        Version = (int)json.Number("version"),
        Question = json.TextOrNull("question"),
        Moments = json.Array("moments", StoredParts.ReadMoment),
    };

    private static void WriteSuggestion(StoredObject json, MachineAnswer suggestion)
    {
        json.Text("question", suggestion.Question);
        json.Text("machine", suggestion.Machine);
        json.Instant("at", suggestion.At);
        json.Json("answer", StoredParts.Answer(suggestion.Question, suggestion.Answer));
        json.Object("text", suggestion.Text, StoredParts.WriteContent);
        json.Number("confidence", suggestion.Confidence);
        json.Text("failure", suggestion.Failure);
        json.Array("evidence", suggestion.Evidence, (member, evidence) =>
        {
            member.Object("quote", evidence.Quote, StoredParts.WriteContent);
            member.Object("moment", evidence.Moment, StoredParts.WriteMoment);
        });
    }

    private static MachineAnswer ReadSuggestion(StoredReader json) => new()
    {
        Question = json.Text("question"),
        Machine = json.Text("machine"),
        At = json.Instant("at"),
        Answer = StoredParts.Answer(json, "answer"),
        Text = json.ObjectOrNull("text", StoredParts.ReadContent),
        Confidence = json.NumberOrNull("confidence"),
        Failure = json.TextOrNull("failure"),
        Evidence = json.Array("evidence", member => new MachineEvidence
        {
            Quote = member.ObjectOrNull("quote", StoredParts.ReadContent),
            Moment = member.ObjectOrNull("moment", StoredParts.ReadMoment),
        }),
    };

    private static void WriteRecorded(StoredObject json, RecordedElsewhere recorded)
    {
        json.Text("system", recorded.System);
        json.Text("source", recorded.SourceId);
        StoredParts.Score(json, "total", recorded.Total);
        json.Text("state", recorded.State);
        StoredParts.Score(json, "difference", recorded.Difference);
        json.Array("misfits", recorded.Misfits, StoredParts.WriteIssue);
    }

    private static RecordedElsewhere ReadRecorded(StoredReader json) => new()
    {
        System = json.Text("system"),
        SourceId = json.Text("source"),
        Total = StoredParts.Score(json, "total"),
        State = json.TextOrNull("state"),
        Difference = StoredParts.Score(json, "difference"),
        Misfits = json.Array("misfits", StoredParts.ReadIssue),
    };
}
