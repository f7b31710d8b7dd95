using System.Text.Json;
using QualityKit.Forms;
using QualityKit.Scoring;

namespace QualityKit.Wire;

/// <summary>Writes <c>qualitykit.scorecard/1</c>.</summary>
internal sealed class ScorecardWriter(Utf8JsonWriter writer)
{
    public void Write(Scorecard card)
    {
        writer.WriteStartObject();
        writer.WriteString("format", "qualitykit.scorecard/1");
        writer.WriteString("form", card.Form.Id.Value);
        writer.WriteScore("total", card.Total);
        writer.WriteScore("rawTotal", card.RawTotal);
        writer.WriteScore("critical", card.Critical);
        writer.WriteScore("nonCritical", card.NonCritical);
        writer.WriteString("outcome", EnumRules.Name(card.Outcome));
        writer.WriteString("band", card.Band?.Name.Text);
        writer.WriteBoolean("provisional", card.IsProvisional);
        writer.WriteBoolean("belowLeastAnswers", card.IsBelowLeastAnswers);
        writer.WriteString("possible", card.Possible.ToString());
        writer.WriteObjects("groups", card.Groups, Write);
        writer.WriteObjects("questions", card.Questions, Write);
        writer.WriteObjects("tags", card.Tags, Write);
        writer.WriteObjects("failures", card.Failures, Write);
        writer.WriteEndObject();
    }

    private void Write(GroupScore group)
    {
        writer.WriteString("key", group.Key);
        writer.WriteString("state", EnumRules.Name(group.State));
        writer.WriteBoolean("failed", group.HasFailed);
        writer.WriteScore("score", group.Score);
        writer.WriteString("band", group.Band?.Name.Text);
        writer.WriteString("appliedWeight", group.AppliedWeight?.ToString());
        writer.WriteString("contribution", group.Contribution?.Value.ToString());
    }

    private void Write(QuestionScore question)
    {
        writer.WriteString("key", question.Key);
        writer.WriteString("state", EnumRules.Name(question.State));
        writer.WriteString("points", question.Points?.ToString());
        writer.WriteString("highest", question.Highest?.ToString());
        writer.WriteString("value", question.Value?.ToString());
        writer.WriteString("appliedWeight", question.AppliedWeight?.ToString());
        writer.WriteString("contribution", question.Contribution?.Value.ToString());
    }

    private void Write(TagScore tag)
    {
        writer.WriteString("tag", tag.Tag);
        writer.WriteScore("score", tag.Score);
    }

    private void Write(Failure failure)
    {
        writer.WriteString("question", failure.Question);
        if (failure.Option is not null)
        {
            writer.WriteString("option", failure.Option);
        }

        writer.WriteString("cause", EnumRules.Name(failure.Cause));
        if (failure.Group is not null)
        {
            writer.WriteString("group", failure.Group);
        }
    }
}
