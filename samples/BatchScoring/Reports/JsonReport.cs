using System.Text.Json;
using BatchScoring.Tallies;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace BatchScoring.Reports;

/// <summary>Everything as JSON: each chat as it comes, then what they come to. Scores are exact fractions beside what people read.</summary>
internal sealed class JsonReport : IDisposable
{
    private const int FlushAfterBytes = 32 * 1024;
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n" };

    private readonly Utf8JsonWriter _writer;

    public JsonReport(Stream output, EvaluationForm form)
    {
        _writer = new(output, Readable);
        _writer.WriteStartObject();
        _writer.WriteString("form", form.Id.Value);
        _writer.WriteStartArray("chats");
    }

    public void Add(ChatResult result)
    {
        _writer.WriteStartObject();
        _writer.WriteNumber("line", result.Line);
        switch (result)
        {
            case ScoredChat scored:
                WriteChat(scored.Chat, "scored");
                WriteCard(scored.Card);
                break;
            case SkippedChat skipped:
                WriteChat(skipped.Chat, CsvReport.StateOf(skipped.Reason));
                break;
            case DamagedLine damaged:
                WriteDamage(damaged);
                break;
        }

        _writer.WriteEndObject();
        if (_writer.BytesPending > FlushAfterBytes)
        {
            _writer.Flush();
        }
    }

    /// <summary>Writes what the chats come to and ends the document.</summary>
    public void End(BatchTally tally)
    {
        _writer.WriteEndArray();
        _writer.WriteStartObject("overall");
        _writer.WriteNumber("scored", tally.Scored);
        _writer.WriteNumber("skipped", tally.Skipped);
        _writer.WriteNumber("damagedLines", tally.Damaged);
        WriteTally(tally.Overall);
        _writer.WriteEndObject();
        WriteObjects("bands", tally.Bands, band => WriteCount(band.Band, band.Chats));
        WriteObjects("agents", tally.Agents, agent => WriteAgent(agent.Agent, agent.Tally));
        WriteObjects("questions", tally.Questions, WriteQuestion);
        _writer.WriteEndObject();
        _writer.Flush();
    }

    public void Dispose() => _writer.Dispose();

    private void WriteChat(Chats.Chat chat, string state)
    {
        _writer.WriteNumber("dialogue", chat.DialogueId);
        _writer.WriteString("agent", chat.Agent);
        _writer.WriteString("state", state);
    }

    private void WriteDamage(DamagedLine damaged)
    {
        _writer.WriteString("state", "damaged");
        _writer.WriteString("damage", damaged.Damage.What);
        if (damaged.Damage.Column is { } column)
        {
            _writer.WriteNumber("column", column);
        }
    }

    private void WriteCard(Scorecard card)
    {
        WriteScore("total", card.Total);
        WriteScore("rawTotal", card.RawTotal);
        _writer.WriteString("possible", card.Possible.ToString());
        _writer.WriteString("outcome", card.Outcome.ToString().ToLowerInvariant());
        _writer.WriteString("band", card.Band?.Name.Text);
        _writer.WriteStartArray("failures");
        foreach (Failure failure in card.Failures)
        {
            _writer.WriteStringValue(failure.Question);
        }

        _writer.WriteEndArray();
        _writer.WriteStartObject("questions");
        foreach (QuestionScore question in card.Questions)
        {
            if (Achievement.Of(question, card.Form.Method) is { } achieved)
            {
                _writer.WriteString(question.Key, achieved.Value.ToString());
            }
        }

        _writer.WriteEndObject();
    }

    private void WriteTally(Tally tally)
    {
        WriteScore("mean", tally.Average.Mean);
        WriteScore("ratioOfSums", tally.Average.RatioOfSums);
        _writer.WriteNumber("passed", tally.Passed);
        _writer.WriteNumber("judged", tally.Judged);
        _writer.WriteNumber("withFailure", tally.WithFailure);
    }

    private void WriteAgent(string agent, Tally tally)
    {
        _writer.WriteString("agent", agent);
        _writer.WriteNumber("chats", tally.Chats);
        WriteTally(tally);
    }

    private void WriteCount(string band, long chats)
    {
        _writer.WriteString("band", band);
        _writer.WriteNumber("chats", chats);
    }

    private void WriteQuestion(QuestionTally question)
    {
        _writer.WriteString("question", question.Question.Key);
        _writer.WriteNumber("counted", question.Value.Count);
        _writer.WriteString("meanValue", question.Value.Value?.ToString());
        _writer.WriteString("lost", question.Lost.ToString());
        _writer.WriteNumber("failures", question.Failures);
    }

    private void WriteObjects<T>(string name, IEnumerable<T> items, Action<T> writeMembers)
    {
        _writer.WriteStartArray(name);
        foreach (T item in items)
        {
            _writer.WriteStartObject();
            writeMembers(item);
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
    }

    private void WriteScore(string name, Score? score)
    {
        if (score is not { } value)
        {
            _writer.WriteNull(name);
            return;
        }

        _writer.WriteStartObject(name);
        _writer.WriteString("unit", value.Unit.ToString().ToLowerInvariant());
        _writer.WriteString("value", value.Value.ToString());
        _writer.WriteString("shown", value.ToString());
        _writer.WriteEndObject();
    }
}
