using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>Answer sheets never change; every call returns another one.</summary>
public sealed class AnswerSheetTests
{
    [Fact]
    public void An_empty_sheet_has_nothing()
    {
        Assert.Empty(AnswerSheet.Empty.Entries);
        Assert.Empty(AnswerSheet.Empty.NotApplicableGroups);
        Assert.Null(AnswerSheet.Empty.OverallComment);
        Assert.Null(AnswerSheet.Empty.EntryFor("a"));
    }

    [Fact]
    public void Every_change_leaves_the_sheet_as_it_was()
    {
        AnswerSheet sheet = AnswerSheet.Empty.Answer("a", "yes").Comment("a", "why").NotApplicableGroup("g").CommentOverall("well done");
        _ = sheet.Answer("a", "no").Clear("a").Comment("a", "other").NotApplicable("b").NotApplicableGroup("g", isNotApplicable: false).CommentOverall(null);
        AnswerEntry entry = Assert.Single(sheet.Entries);
        Assert.Equal((new SelectedOptions { Options = ["yes"] }, "why"), (entry.Answer, entry.Comment));
        Assert.Equal(["g"], sheet.NotApplicableGroups.AsEnumerable());
        Assert.Equal("well done", sheet.OverallComment);
    }

    [Fact]
    public void A_second_answer_replaces_the_first_and_keeps_comment_and_place()
    {
        AnswerSheet sheet = AnswerSheet.Empty.Answer("a", "yes").Comment("a", "why").Answer("b", "x", "y").Answer("a", "no");
        Assert.Equal(["a", "b"], sheet.Entries.Select(entry => entry.Question));
        Assert.Equal(new AnswerEntry { Question = "a", Answer = new SelectedOptions { Options = ["no"] }, Comment = "why" }, sheet.EntryFor("a"));
        Assert.Equal(new SelectedOptions { Options = ["x", "y"] }, sheet.EntryFor("b")!.Answer);
    }

    [Fact]
    public void Answers_are_of_every_kind()
    {
        AnswerSheet sheet = AnswerSheet.Empty.Answer("n", 2.5m).Answer("d", new DateOnly(2026, 2, 28)).Write("t", "words").NotApplicable("m").Answer("o", new NumberAnswer { Value = 1 });
        Assert.Equal(
            [new NumberAnswer { Value = 2.5m }, new DateAnswer { Value = new DateOnly(2026, 2, 28) }, new TextAnswer { Value = "words" }, NotApplicableAnswer.Instance, new NumberAnswer { Value = 1 }],
            sheet.Entries.Select(entry => entry.Answer!));
    }

    [Fact]
    public void Clearing_takes_the_answer_and_leaves_the_comment()
    {
        AnswerSheet sheet = AnswerSheet.Empty.Answer("a", "yes").Comment("a", "why").Clear("a");
        Assert.Equal(new AnswerEntry { Question = "a", Comment = "why" }, sheet.EntryFor("a"));
        Assert.Null(sheet.Comment("a", null).EntryFor("a")!.Comment);
    }

    [Fact]
    public void A_group_is_marked_once_and_can_be_unmarked()
    {
        AnswerSheet sheet = AnswerSheet.Empty.NotApplicableGroup("g").NotApplicableGroup("h").NotApplicableGroup("g");
        Assert.Equal(["h", "g"], sheet.NotApplicableGroups.AsEnumerable());
        Assert.Equal(["g"], sheet.NotApplicableGroup("h", isNotApplicable: false).NotApplicableGroups.AsEnumerable());
        Assert.Equal(["h", "g"], sheet.NotApplicableGroup("i", isNotApplicable: false).NotApplicableGroups.AsEnumerable());
    }

    [Fact]
    public void Marking_a_group_keeps_answers_and_the_overall_comment()
    {
        AnswerSheet sheet = AnswerSheet.Empty.Answer("a", "yes").CommentOverall("fine").NotApplicableGroup("g").Answer("b", "no");
        Assert.Equal((2, "fine"), (sheet.Entries.Length, sheet.OverallComment));
        Assert.Equal(["g"], sheet.CommentOverall("other").NotApplicableGroups.AsEnumerable());
    }

    [Fact]
    public void Of_many_entries_the_last_for_a_question_holds_in_the_place_of_the_first()
    {
        AnswerSheet sheet = AnswerSheet.Of(
        [
            new() { Question = "a", Answer = new NumberAnswer { Value = 1 }, Comment = "first" },
            new() { Question = "b" },
            new() { Question = "a", Answer = new NumberAnswer { Value = 2 } },
        ]);
        Assert.Equal([new AnswerEntry { Question = "a", Answer = new NumberAnswer { Value = 2 } }, new AnswerEntry { Question = "b" }], sheet.Entries.AsEnumerable());
        Assert.Empty(sheet.NotApplicableGroups);
        Assert.Null(sheet.OverallComment);
    }

    [Fact]
    public void Keys_are_told_apart_by_case()
    {
        AnswerSheet sheet = AnswerSheet.Of([new() { Question = "a" }, new() { Question = "A" }]).Answer("A", 1);
        Assert.Equal(2, sheet.Entries.Length);
        Assert.Null(sheet.EntryFor("a")!.Answer);
        Assert.Equal(["g", "G"], sheet.NotApplicableGroup("g").NotApplicableGroup("G").NotApplicableGroups.AsEnumerable());
    }

    [Fact]
    public void No_text_of_a_person_is_printed()
    {
        AnswerSheet sheet = AnswerSheet.Empty.Write("t", "secret").Comment("t", "secret").CommentOverall("secret");
        Assert.Equal("answer sheet with 1 entries", sheet.ToString());
        Assert.Equal("entry for `t`", sheet.Entries[0].ToString());
    }

    [Fact]
    public void Nothing_may_be_null()
    {
        AnswerSheet sheet = AnswerSheet.Empty;
        Assert.Throws<ArgumentNullException>("options", () => sheet.Answer("a", (string[])null!));
        Assert.Throws<ArgumentNullException>("answer", () => sheet.Answer("a", (Answer)null!));
        Assert.Throws<ArgumentNullException>("question", () => sheet.Answer(null!, (Answer)null!));
        Assert.Throws<ArgumentNullException>("text", () => sheet.Write("a", null!));
        Assert.Throws<ArgumentNullException>("question", () => sheet.NotApplicable(null!));
        Assert.Throws<ArgumentNullException>("question", () => sheet.Comment(null!, "why"));
        Assert.Throws<ArgumentNullException>("group", () => sheet.NotApplicableGroup(null!));
        Assert.Throws<ArgumentNullException>("entries", () => AnswerSheet.Of(null!));
    }

    [Fact]
    public void Default_arrays_read_as_empty() => Assert.Empty(new SelectedOptions { Options = default }.Options);

    [Fact]
    public void Selected_options_are_equal_by_content() =>
        Assert.Equal(new SelectedOptions { Options = ImmutableArray.Create("x", "y") }, new SelectedOptions { Options = ["x", "y"] });
}
