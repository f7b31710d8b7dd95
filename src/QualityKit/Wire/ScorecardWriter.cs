using System.Text.Json;
using QualityKit.Methods;
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
        Write("total", card.Total);
        Write("rawTotal", card.RawTotal);
        Write("critical", card.Critical);
        Write("nonCritical", card.NonCritical);
        writer.WriteString("outcome", Camel(card.Outcome.ToString()));
        writer.WriteString("band", card.Band?.Name.Text);
        writer.WriteBoolean("provisional", card.IsProvisional);
        writer.WriteBoolean("belowLeastAnswers", card.IsBelowLeastAnswers);
        writer.WriteString("possible", card.Possible.ToString());
        WriteAll("groups", card.Groups, Write);
        WriteAll("questions", card.Questions, Write);
        WriteAll("tags", card.Tags, Write);
        WriteAll("failures", card.Failures, Write);
        writer.WriteEndObject();
    }

    private void Write(GroupScore group)
    {
        writer.WriteString("key", group.Key);
        writer.WriteString("state", Camel(group.State.ToString()));
        writer.WriteBoolean("failed", group.HasFailed);
        Write("score", group.Score);
        writer.WriteString("band", group.Band?.Name.Text);
        writer.WriteString("appliedWeight", group.AppliedWeight?.ToString());
        writer.WriteString("contribution", group.Contribution?.Value.ToString());
    }

    private void Write(QuestionScore question)
    {
        writer.WriteString("key", question.Key);
        writer.WriteString("state", Camel(question.State.ToString()));
        writer.WriteString("points", question.Points?.ToString());
        writer.WriteString("highest", question.Highest?.ToString());
        writer.WriteString("value", question.Value?.ToString());
        writer.WriteString("appliedWeight", question.AppliedWeight?.ToString());
        writer.WriteString("contribution", question.Contribution?.Value.ToString());
    }

    private void Write(TagScore tag)
    {
        writer.WriteString("tag", tag.Tag);
        Write("score", tag.Score);
    }

    private void Write(Failure failure)
    {
        writer.WriteString("question", failure.Question);
        if (failure.Option is not null)
        {
            writer.WriteString("option", failure.Option);
        }

        writer.WriteString("cause", Camel(failure.Cause.ToString()));
        if (failure.Group is not null)
        {
            writer.WriteString("group", failure.Group);
        }
    }

    private void Write(string name, Score? score)
    {
        if (score is not { } value)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("unit", Camel(value.Unit.ToString()));
        writer.WriteString("value", value.Value.ToString());
        writer.WriteEndObject();
    }

    private void WriteAll<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
