using QualityKit.Canonical;
using QualityKit.Forms;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Wire;

/// <summary>Answer sheets as JSON in the format <c>qualitykit.answers/1</c> (docs/form-format.md).</summary>
/// <remarks>Reading never throws, whatever the bytes: everything that is wrong comes back at once, each issue with its code
/// and JSON pointer. No issue repeats an answer text or a comment, which may be personal.</remarks>
public static class AnswerSheetJson
{
    private static readonly DocumentFormat<AnswerSheetParts> Format = new(AnswerSheetTable.Format, AnswerSheetTable.Table, (_, _) => { });

    /// <summary>The JSON Schema (draft 2020-12) of the format, made from the tables that reading follows.</summary>
    public static string Schema => Format.Schema;

    /// <summary>The bytes of a sheet, its entries in their order.</summary>
    public static byte[] Write(AnswerSheet answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return Written(answers, isIndented: false).ToArray();
    }

    /// <summary>A sheet as text.</summary>
    /// <param name="answers">The sheet.</param>
    /// <param name="indented">Whether it is laid out for people.</param>
    public static string WriteText(AnswerSheet answers, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return Written(answers, indented).ToString();
    }

    /// <summary>Reads a sheet, strictly; whether it fits a form is not looked at.</summary>
    /// <param name="utf8">The document; a byte order mark before it is passed over.</param>
    public static Validated<AnswerSheet> Read(ReadOnlySpan<byte> utf8)
    {
        var issues = new ReadIssues();
        return Sheet(Format.Read(utf8, issues), issues);
    }

    /// <summary>Reads a sheet, strictly; whether it fits a form is not looked at.</summary>
    public static Validated<AnswerSheet> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var issues = new ReadIssues();
        return Sheet(Format.Read(json, issues), issues);
    }

    private static Validated<AnswerSheet> Sheet(AnswerSheetParts? parts, ReadIssues issues) =>
        new(issues.HasErrors ? null : parts?.Together(), issues.ToImmutable());

    private static CanonicalWriter Written(AnswerSheet answers, bool isIndented)
    {
        var writer = new CanonicalWriter(isIndented);
        writer.BeginObject();
        writer.Member("format", AnswerSheetTable.Format);
        writer.BeginObject("answers");
        foreach (AnswerEntry entry in answers.Entries)
        {
            writer.BeginObject(entry.Question);
            FormWriter.Answer(writer, entry.Answer);
            Comment(writer, entry.Comment);
            writer.EndObject();
        }

        writer.EndObject();
        if (!answers.NotApplicableGroups.IsEmpty)
        {
            writer.BeginArray("notApplicableGroups");
            foreach (string group in answers.NotApplicableGroups)
            {
                writer.Value(group);
            }

            writer.EndArray();
        }

        Comment(writer, answers.OverallComment);
        writer.EndObject();
        return writer;
    }

    private static void Comment(CanonicalWriter writer, string? comment)
    {
        if (comment is not null)
        {
            writer.Member("comment", comment);
        }
    }
}
