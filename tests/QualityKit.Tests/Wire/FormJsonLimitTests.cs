using System.Text;
using QualityKit.Forms;
using QualityKit.Scoring;
using QualityKit.Validation;
using QualityKit.Wire;
using Xunit;

namespace QualityKit.Tests.Wire;

public sealed class FormJsonLimitTests
{
    [Fact]
    [Trait("Size", "Large")]
    public void A_document_of_more_than_16_MB_is_refused()
    {
        string json = FormJson.WriteText(new FormDraft { Key = "k", Name = "n" });
        string largest = json + new string(' ', (16 * 1024 * 1024) - json.Length);

        Assert.True(FormJson.Read(largest).IsValid);
        Assert.Equal(IssueCodes.JsonTooLarge, Assert.Single(FormJson.Read(largest + " ").Issues).Code);
        Assert.Equal(IssueCodes.JsonTooLarge, Assert.Single(FormJson.Read(Encoding.UTF8.GetBytes(largest + " ")).Issues).Code);
    }

    [Fact]
    [Trait("Size", "Large")]
    public void A_form_of_more_than_10000_questions_is_refused_before_it_is_looked_at()
    {
        Assert.True(FormJson.Read(FormJson.Write(WithQuestions(10_000))).IsValid);
        Issue issue = Assert.Single(FormJson.Read(FormJson.Write(WithQuestions(10_001))).Issues);
        Assert.Equal("QK3006: the form has 10001 questions; at most 10000 are read", issue.ToString());
    }

    [Fact]
    [Trait("Size", "Large")]
    public void A_form_of_100000_questions_is_refused() =>
        Assert.Equal(IssueCodes.JsonTooManyQuestions, Assert.Single(FormJson.Read(FormJson.Write(WithQuestions(100_000))).Issues).Code);

    [Fact]
    public void A_form_of_more_than_1000_groups_is_refused_wherever_they_are()
    {
        Group inner = new() { Key = "g", Title = "G" };
        Group outer = inner with { Items = [.. Enumerable.Repeat(inner, 999)] };
        var form = new FormDraft { Key = "k", Name = "n" };

        Assert.True(FormJson.Read(FormJson.Write(form.Group(outer))).IsValid);
        Assert.Equal(IssueCodes.JsonTooManyGroups, Assert.Single(FormJson.Read(FormJson.Write(form.Group(outer).Group(inner))).Issues).Code);
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void A_document_of_128_levels_is_the_deepest_that_is_read(int levels, bool isRead)
    {
        // The form, its rules and the rule are three levels; the innermost condition has one.
        string when = string.Concat(Enumerable.Repeat("{\"not\":", levels - 4)) + "{\"unanswered\":\"q\"}" + new string('}', levels - 4);
        string json = $$$"""{"format":"qualitykit.form/1","key":"k","name":"n","rules":[{"when":{{{when}}},"effect":"raise","amount":{"percent":1}}],"groups":[]}""";

        Assert.Equal(isRead, FormJson.Read(json).IsValid);
        Assert.True(isRead || FormJson.Read(json).Issues.Single().Code == IssueCodes.JsonTooDeep);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("{\"format\":\"qualitykit.form/1\",\"groups\":[{\"items\":[")]
    [InlineData("[[],{\"items\":[],\"groups\":")]
    public void A_million_levels_give_an_issue_and_no_stack_overflow(string opening)
    {
        string json = string.Concat(Enumerable.Repeat(opening, 100_000));

        Assert.Equal(IssueCodes.JsonTooDeep, Assert.Single(FormJson.Read(json).Issues).Code);
    }

    [Fact]
    public void Ten_thousand_nested_groups_are_refused_by_the_writer()
    {
        Group group = new() { Key = "g", Title = "G" };
        for (int level = 0; level < 10_000; level++)
        {
            group = new() { Key = "g", Title = "G", Items = [group] };
        }

        Assert.Throws<InvalidOperationException>(() => FormJson.Write(new FormDraft { Key = "k", Name = "n" }.Group(group)));
    }

    [Fact]
    public void At_most_a_thousand_issues_are_listed()
    {
        string json = $$"""{"format":"qualitykit.form/1","key":"k","name":"n","groups":[{{string.Join(',', Enumerable.Repeat("1,{}", 800))}}]}""";

        Validated<FormDraft> read = FormJson.Read(json.Replace("\"groups\"", "\"links\"", StringComparison.Ordinal));

        Assert.Equal(1001, read.Issues.Length);
        Assert.Equal("QK3008: there are more than 1000 issues; the rest is not listed", read.Issues[^1].ToString());
    }

    [Fact]
    public void An_answer_sheet_has_bounds_too()
    {
        AnswerSheet sheet = AnswerSheet.Of(Enumerable.Range(0, 10_001).Select(number => new AnswerEntry { Question = $"q{number}" }));
        AnswerSheet marked = Enumerable.Range(0, 1001).Aggregate(AnswerSheet.Empty, (answers, number) => answers.NotApplicableGroup($"g{number}"));

        Assert.Equal("QK3046 at /answers: there are 10001 elements; at most 10000 are allowed", Assert.Single(AnswerSheetJson.Read(AnswerSheetJson.Write(sheet)).Issues).ToString());
        Assert.Equal("QK3046 at /notApplicableGroups: there are 1001 elements; at most 1000 are allowed", Assert.Single(AnswerSheetJson.Read(AnswerSheetJson.Write(marked)).Issues).ToString());
        Assert.Equal(IssueCodes.JsonTextTooLong, Assert.Single(AnswerSheetJson.Read(AnswerSheetJson.Write(AnswerSheet.Empty.CommentOverall(new string('x', 100_001)))).Issues).Code);
        Assert.True(AnswerSheetJson.Read(AnswerSheetJson.Write(AnswerSheet.Empty.CommentOverall(new string('x', 100_000)))).IsValid);
    }

    private static FormDraft WithQuestions(int count) => new()
    {
        Key = "k",
        Name = "n",
        Groups = [new() { Key = "g", Title = "G", Items = [.. Enumerable.Range(0, count).Select(number => Ask.Text($"q{number}", "Q"))] }],
    };
}
