using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Rescoring;
using QualityKit.Scoring;

namespace QualityKit.Tests.Rescoring;

/// <summary>Answers go into columns and come out again as they were.</summary>
public sealed class AnswerColumnsTests
{
    private const int Block = 65_536;

    private static readonly EvaluationForm YesNo = EvaluationForm.Draft("F").Group("G", 1, Ask.YesNo("q", "Q?")).Publish().Value;

    private static readonly EvaluationForm Mixed = EvaluationForm.Draft("F").Group(
        "G",
        1,
        Ask.YesNo("small", "Q?"),
        Ask.Number("byte", "Q?", (0, 252, 1)),
        Choice("thirteen", 13),
        Choice("fourteen", 14),
        Ask.YesNo("last", "Q?")).Publish().Value;

    private static readonly EvaluationForm Wide = EvaluationForm.Draft("F").Group("G", 1, Ask.Number("n", "Q?", (0, 253, 1)), Ask.YesNo("q", "Q?")).Publish().Value;

    [Fact]
    public void Every_code_comes_out_as_it_went_in()
    {
        long[][] sheets =
        [
            .. Enumerable.Range(-2, 255).Select(code => (long)code).Select(code =>
                new[] { Math.Min(code, 1), code, Math.Min(code, 12), Math.Min(code, 13), code < 0 ? -3 - code : code % 2 }),
        ];

        AnswerColumns columns = RandomColumns.Columns(Mixed, sheets);

        Assert.Equal(sheets, Read(columns, 5));
        Assert.Equal(255, columns.Count);
        Assert.Same(Mixed, columns.Form);
    }

    [Fact]
    public void Codes_beyond_a_byte_come_out_too()
    {
        long[][] sheets = [[0, 0], [253, 1], [-1, -2], [-2, -1], [252, 0]];

        Assert.Equal(sheets, Read(RandomColumns.Columns(Wide, sheets), 2));
    }

    [Fact]
    public void Small_questions_share_a_byte()
    {
        ColumnLayout layout = RandomColumns.Columns(Mixed, []).Layout;

        Assert.Equal([0, 1, 0, 2, 3], layout.Slots.Select(slot => slot.Column));
        Assert.Equal([0, 0, 4, 0, 0], layout.Slots.Select(slot => slot.Shift));
        Assert.Equal(4, layout.Columns);
    }

    [Fact]
    public void Checked_answers_are_their_codes()
    {
        var builder = new AnswerColumnsBuilder(YesNo);
        builder.Add(AnswerSheet.Empty.Answer("q", "no").Check(YesNo).Value);

        Assert.Equal([[1]], Read(builder.Build(), 1));
    }

    [Fact]
    public void Answers_to_another_version_are_refused()
    {
        EvaluationForm next = YesNo.Edit().PassesAt(50).Publish().Value;
        CheckedAnswers answers = AnswerSheet.Empty.Answer("q", "no").Check(next).Value;

        ArgumentException refused = Assert.Throws<ArgumentException>(() => new AnswerColumnsBuilder(YesNo).Add(answers));

        Assert.Contains($"the answers are for `{next}`, the columns for `{YesNo}`", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => new AnswerColumnsBuilder(YesNo).Add((CheckedAnswers)null!));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-3)]
    public void A_code_that_no_answer_has_is_refused_and_nothing_is_added(long code)
    {
        var builder = new AnswerColumnsBuilder(YesNo);

        Assert.Throws<ArgumentException>(() => builder.Add([code]));
        Assert.Throws<ArgumentException>(() => builder.Add([0, 0]));

        Assert.Equal(0, builder.Count);
        Assert.Equal(0, builder.Build().Count);
    }

    [Fact]
    public void A_builder_starts_again_after_it_built()
    {
        var builder = new AnswerColumnsBuilder(YesNo);
        builder.Add([1]);
        AnswerColumns first = builder.Build();
        builder.Add([0]);
        builder.Add([-1]);

        Assert.Equal(2, builder.Count);
        Assert.Equal([[0], [-1]], Read(builder.Build(), 1));
        Assert.Equal([[1]], Read(first, 1));
    }

    [Fact]
    public void Sheets_of_many_blocks_keep_their_order_and_split_into_parts()
    {
        var builder = new AnswerColumnsBuilder(YesNo);
        for (int sheet = 0; sheet < (2 * Block) + 1; sheet++)
        {
            builder.Add([(sheet / 3 % 4) - 2]);
        }

        AnswerColumns columns = builder.Build();
        ImmutableArray<AnswerColumns> parts = columns.Split(2);

        Assert.Equal((2 * Block) + 1, columns.Count);
        Assert.Equal([Block, Block + 1], parts.Select(part => part.Count));
        Assert.Equal([0, Block, 0, Block, 1], columns.Split(5).Select(part => part.Count));
        foreach (int sheet in new[] { 0, 255, 256, Block - 1, Block, 2 * Block })
        {
            Assert.Equal((sheet / 3 % 4) - 2, Code(columns, sheet));
        }

        Assert.Equal(Code(columns, Block + 7), Code(parts[1], 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => columns.Split(0));
    }

    [Fact]
    public void There_must_be_such_a_sheet_and_room_for_it()
    {
        AnswerColumns columns = RandomColumns.Columns(Wide, [[0, 0]]);

        Assert.Throws<ArgumentOutOfRangeException>(() => columns.CopyTo(-1, new long[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => columns.CopyTo(1, new long[2]));
        ArgumentException refused = Assert.Throws<ArgumentException>(() => columns.CopyTo(0, new long[1]));
        Assert.Contains("a sheet has 2 codes, there is room for 1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_form_is_a_bug_of_the_caller() => Assert.Throws<ArgumentNullException>(() => new AnswerColumnsBuilder(null!));

    private static long Code(AnswerColumns columns, long sheet)
    {
        long[] codes = [0];
        columns.CopyTo(sheet, codes);
        return codes[0];
    }

    private static List<long[]> Read(AnswerColumns columns, int length)
    {
        var sheets = new List<long[]>();
        for (long sheet = 0; sheet < columns.Count; sheet++)
        {
            sheets.Add(new long[length]);
            columns.CopyTo(sheet, sheets[^1]);
        }

        return sheets;
    }

    private static ChoiceQuestion Choice(string key, int options) =>
        Ask.Choice(key, "Q?", [.. Enumerable.Range(0, options).Select(option => ($"o{option}", (decimal)option))]);
}
