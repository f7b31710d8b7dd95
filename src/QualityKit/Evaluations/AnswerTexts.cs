using QualityKit.Forms;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>The texts of an answer sheet: text answers, comments on questions, the comment on the whole.</summary>
internal static class AnswerTexts
{
    /// <summary>What stands where a text was.</summary>
    public const string Mark = "…";

    /// <summary>The same sheet with other texts. What is blank says nothing, and stays.</summary>
    public static AnswerSheet Map(AnswerSheet sheet, Func<string, string, string> text)
    {
        AnswerSheet mapped = AnswerSheet.Of(sheet.Entries.Select(entry => Map(entry, text))).CommentOverall(Map(sheet.OverallComment, "/comment", text));
        return sheet.NotApplicableGroups.Aggregate(mapped, (marked, group) => marked.NotApplicableGroup(group));
    }

    private static AnswerEntry Map(AnswerEntry entry, Func<string, string, string> text)
    {
        string pointer = $"/answers/{IssueList.Escape(entry.Question)}";
        return entry with
        {
            Answer = entry.Answer is TextAnswer answer ? answer with { Value = Map(answer.Value, $"{pointer}/text", text)! } : entry.Answer,
            Comment = Map(entry.Comment, $"{pointer}/comment", text),
        };
    }

    private static string? Map(string? value, string pointer, Func<string, string, string> text) =>
        string.IsNullOrWhiteSpace(value) ? value : text(pointer, value);
}
