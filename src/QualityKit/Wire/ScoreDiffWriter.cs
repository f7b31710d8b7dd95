using QualityKit.Canonical;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>Writes <c>qualitykit.scoreDiff/1</c>; what does not exist is left out.</summary>
internal sealed class ScoreDiffWriter(CanonicalWriter writer, ScoreDiff diff, MessageCatalogue catalogue)
{
    private readonly DiffWords _words = new(diff, catalogue);

    public void Write()
    {
        writer.BeginObject();
        writer.Member("format", "qualitykit.scoreDiff/1");
        writer.Member("language", catalogue.Language);
        Write("before", diff.Before);
        Write("after", diff.After);
        Write("change", diff.Change);
        writer.BeginArray("steps");
        foreach (ScoreDiffStep step in diff.Steps)
        {
            Write(step);
        }

        writer.EndArray();
        writer.BeginArray("remarks");
        foreach (ScoreDiffLine remark in diff.Remarks)
        {
            Write(remark);
        }

        writer.EndArray();
        writer.EndObject();
    }

    private void Write(string name, Scorecard card)
    {
        writer.BeginObject(name);
        writer.Member("form", card.Form.Id.Value);
        writer.Member("unit", EnumRules.Name(card.Form.Method.Unit));
        Write("total", card.Total);
        writer.EndObject();
    }

    private void Write(ScoreDiffStep step)
    {
        writer.BeginObject();
        writer.Member("kind", EnumRules.Name(step.Kind));
        writer.Member("split", EnumRules.Name(step.Split));
        Write("before", step.Before);
        Write("after", step.After);
        Write("change", step.Change);
        writer.BeginArray("lines");
        foreach (ScoreDiffLine line in step.Lines)
        {
            Write(line);
        }

        writer.EndArray();
        writer.EndObject();
    }

    private void Write(ScoreDiffLine line)
    {
        writer.BeginObject();
        writer.Member("code", line.Code);
        writer.Member("subject", line.Subject);
        Write("amount", line.Amount);
        writer.Member("text", _words.Sentence(line));
        writer.BeginObject("arguments");
        foreach (MessageArgument argument in line.Arguments)
        {
            Write(argument.Name, argument.Value);
        }

        writer.EndObject();
        writer.EndObject();
    }

    private void Write(string name, Score? score)
    {
        if (score is { } value)
        {
            writer.Member(name, value.Value.ToString());
        }
    }

    private void Write(string name, object value)
    {
        switch (value)
        {
            case Answer answer:
                writer.BeginObject(name);
                FormWriter.Answer(writer, answer);
                writer.EndObject();
                break;
            case LocalizedText text:
                writer.Member(name, text.ToString(catalogue.Language));
                break;
            case Score score:
                Write(name, (Score?)score);
                break;
            case Outcome outcome:
                writer.Member(name, EnumRules.Name(outcome));
                break;
            default:
                writer.Member(name, value.ToString()!);
                break;
        }
    }
}
