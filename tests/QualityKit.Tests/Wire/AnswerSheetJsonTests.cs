using QualityKit.Forms;
using QualityKit.Scoring;
using QualityKit.Validation;
using QualityKit.Wire;
using Xunit;

namespace QualityKit.Tests.Wire;

public sealed class AnswerSheetJsonTests
{
    private static readonly AnswerSheet Sheet = AnswerSheet.Empty
        .Answer("greeting", "yes")
        .Answer("steps", "a", "b")
        .Answer("holds", 2.50m)
        .Write("notes", "\u00e6 \"quoted\" \U0001F600")
        .Answer("when", new DateOnly(2026, 12, 31))
        .NotApplicable("identity")
        .Comment("identity", "no data shared")
        .Comment("closing", "only a comment")
        .Clear("nothing")
        .NotApplicableGroup("sales")
        .CommentOverall("well done");

    private const string Written = """{"format":"qualitykit.answers/1","answers":{"greeting":{"options":["yes"]},"steps":{"options":["a","b"]},"holds":{"number":2.5},"notes":{"text":"æ \"quoted\" 😀"},"when":{"date":"2026-12-31"},"identity":{"notApplicable":true,"comment":"no data shared"},"closing":{"comment":"only a comment"},"nothing":{}},"notApplicableGroups":["sales"],"comment":"well done"}""";

    [Fact]
    public void Answers_of_every_kind_are_written() => Assert.Equal(Written, AnswerSheetJson.WriteText(Sheet));

    [Fact]
    public void Answers_that_were_written_read_back_the_same()
    {
        AnswerSheet read = AnswerSheetJson.Read(AnswerSheetJson.Write(Sheet)).Value;

        Assert.Equal(Sheet.Entries.AsEnumerable(), read.Entries);
        Assert.Equal(Sheet.NotApplicableGroups.AsEnumerable(), read.NotApplicableGroups);
        Assert.Equal(Sheet.OverallComment, read.OverallComment);
        Assert.Equal(Written, AnswerSheetJson.WriteText(AnswerSheetJson.Read(AnswerSheetJson.WriteText(Sheet, indented: true)).Value));
    }

    [Fact]
    public void An_empty_sheet_says_that_it_has_no_answers() =>
        Assert.Equal("""{"format":"qualitykit.answers/1","answers":{}}""", AnswerSheetJson.WriteText(AnswerSheetJson.Read(AnswerSheetJson.WriteText(AnswerSheet.Empty)).Value));

    [Fact]
    public void No_issue_repeats_what_an_evaluator_wrote()
    {
        string secret = "Anna Jensen " + new string('x', 100_000);
        Validated<AnswerSheet> read = AnswerSheetJson.Read($$$"""
            {"format":"qualitykit.answers/1","answers":{"a":{"text":"{{{secret}}}"},"b":{"number":"{{{secret}}}"},"c":{"comment":["{{{secret}}}"]}},"comment":"{{{secret}}}"}
            """);

        Assert.Equal(4, read.Issues.Length);
        Assert.All(read.Issues, issue => Assert.DoesNotContain("Anna", issue.ToString(), StringComparison.Ordinal));
    }
}
