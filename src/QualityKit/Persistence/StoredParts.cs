using System.Globalization;
using System.Numerics;
using QualityKit.Canonical;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Persistence;

/// <summary>What several stored documents have in them.</summary>
internal static class StoredParts
{
    public static void WriteContent(StoredObject json, ContentRef content)
    {
        json.Text("id", content.Id.Value);
        json.Text("digest", content.Digest);
    }

    public static ContentRef ReadContent(StoredReader json) => new() { Id = new(json.Text("id")), Digest = json.Text("digest") };

    /// <summary>A sheet in its exchange format, which has a version of its own.</summary>
    /// <exception cref="ValidationFailedException">The sheet, which may be wrong, holds what the format cannot say: it could not be read again.</exception>
    public static byte[] Sheet(AnswerSheet sheet)
    {
        byte[] document = AnswerSheetJson.Write(sheet);
        _ = AnswerSheetJson.Read(document).Value;
        return document;
    }

    public static AnswerSheet Sheet(StoredReader json, string name) => AnswerSheetJson.Read(json.Json(name)).Value;

    /// <summary>One answer, as a sheet that has no other.</summary>
    public static byte[] Answer(string question, Answer? answer) => answer is null ? [] : Sheet(AnswerSheet.Empty.Answer(question, answer));

    public static Answer? Answer(StoredReader json, string name) => json.Has(name) ? Sheet(json, name).Entries[0].Answer : null;

    /// <summary>An exact score: <c>4/5</c> and its unit.</summary>
    public static void Score(StoredObject json, string name, Score? score) => json.Object(name, score is { } given ? Tuple.Create(given) : null, (member, one) =>
    {
        Fraction value = one.Item1.Value;
        member.Text("value", string.Create(CultureInfo.InvariantCulture, $"{value.Numerator}/{value.Denominator}"));
        member.Choice("unit", one.Item1.Unit);
    });

    public static Score? Score(StoredReader json, string name)
    {
        if (!json.Has(name))
        {
            return null;
        }

        (string value, ScoreUnit unit) = json.Object(name, member => (member.Text("value"), member.Choice<ScoreUnit>("unit")));
        string[] parts = value.Split('/');
        return new Score(Fraction.Of(BigInteger.Parse(parts[0], CultureInfo.InvariantCulture), BigInteger.Parse(parts[1], CultureInfo.InvariantCulture)), unit);
    }

    public static void WriteMoment(StoredObject json, MediaMoment moment)
    {
        switch (moment)
        {
            case MediaMoment.Range range:
                json.Number("from", range.From.Ticks);
                json.Number("until", range.Until.Ticks);
                break;
            case MediaMoment.Utterance utterance:
                json.Text("utterance", utterance.Id);
                break;
            case MediaMoment.Paragraph paragraph:
                json.Number("paragraph", paragraph.Index);
                break;
        }
    }

    public static MediaMoment ReadMoment(StoredReader json) =>
        json.TextOrNull("utterance") is { } utterance ? new MediaMoment.Utterance { Id = utterance }
        : json.NumberOrNull("paragraph") is { } paragraph ? new MediaMoment.Paragraph { Index = (int)paragraph }
        : new MediaMoment.Range { From = TimeSpan.FromTicks((long)json.Number("from")), Until = TimeSpan.FromTicks((long)json.Number("until")) };

    public static void WriteAnswerMoment(StoredObject json, AnswerMoment moment)
    {
        json.Text("question", moment.Question);
        json.Object("moment", moment.Moment, WriteMoment);
    }

    public static AnswerMoment ReadAnswerMoment(StoredReader json) => new() { Question = json.Text("question"), Moment = json.Object("moment", ReadMoment) };

    public static void WriteIssue(StoredObject json, Issue issue)
    {
        json.Text("code", issue.Code);
        json.Choice("severity", issue.Severity);
        json.Text("pointer", issue.Pointer);
        json.Array("arguments", issue.Arguments, (member, argument) =>
        {
            member.Text("name", argument.Name);
            member.Number("number", argument.Value as decimal? ?? argument.Value as int?);
            member.Text("text", argument.Value is decimal or int ? null : string.Create(CultureInfo.InvariantCulture, $"{argument.Value}"));
        });
    }

    public static Issue ReadIssue(StoredReader json) => new()
    {
        Code = json.Text("code"),
        Severity = json.Choice<Severity>("severity"),
        Pointer = json.Text("pointer"),
        Arguments = json.Array("arguments", member => new MessageArgument
        {
            Name = member.Text("name"),
            Value = member.NumberOrNull("number") is not { } number ? member.Text("text")
                : number is >= int.MinValue and <= int.MaxValue && decimal.IsInteger(number) ? (object)(int)number
                : number,
        }),
    };
}
