using BatchScoring.Reports;

namespace QualityKit.Samples.Tests.Reports;

public sealed class CsvTests
{
    private static readonly string Chat = ChatScript.About("weather").Id(-5).By("=cmd,\"x\"").Customer("hi").Picks("hello", after: 20).Line;

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData("a=b", "a=b")]
    public void Text_is_quoted_where_it_must_be_and_never_a_formula(string text, string cell) => Assert.Equal(cell, CsvCell.Text(text));

    [Fact]
    public void A_row_has_a_cell_for_every_title()
    {
        string plain = Chat.Replace("=cmd,", "cmd", StringComparison.Ordinal);

        string[] rows = Rows(ProgramRun.Reading($"{ChatScript.About("weather").Line}\n{plain}\n{Chat[..9]}", "--csv", "-"));

        Assert.Equal(3, rows.Length);
        Assert.Single(rows.Select(row => row.Split(',').Length).Distinct());
    }

    [Fact]
    public void An_agent_called_like_a_formula_stays_text_and_a_negative_number_a_number()
    {
        string row = Rows(ProgramRun.Reading(Chat, "--csv", "-"))[1];

        Assert.StartsWith("1,-5,\"'=cmd,\"\"x\"\"\",weather,scored,", row, StringComparison.Ordinal);
    }

    [Fact]
    public void A_skipped_chat_has_a_row_that_says_why()
    {
        string row = Rows(ProgramRun.Reading(ChatScript.About("weather").Line, "--csv", "-"))[1];

        Assert.StartsWith("1,1,ada,weather,skipped: no conversation,,", row, StringComparison.Ordinal);
    }

    private static string[] Rows(ProgramRun run)
    {
        Assert.EndsWith("\r\n", run.Output, StringComparison.Ordinal);
        return run.Output[..^2].Split("\r\n");
    }
}
