using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Rescoring;

namespace QualityKit.Tests.Rescoring;

/// <summary>Counts and means of many sheets, and their sum over parts.</summary>
public sealed class ColumnSummaryTests
{
    // Three groups of weight 1 make thirds; half answers make sixths.
    private static readonly EvaluationForm Form = EvaluationForm.Draft("F")
        .Group("A", 1, Item("a") with { IsFatal = true })
        .Group("B", 1, Item("b"))
        .Group("C", 1, Item("c"))
        .PassesAt(50).Band("Low", 0).Band("Half", 50).Band("Full", 100)
        .Publish().Value;

    private static readonly long[][] Sheets =
    [
        [0, 0, 0], // 100 %
        [0, 1, 1], // 2/3
        [0, 1, 2], // 1/2, exactly the mark
        [0, 2, 2], // 1/3
        [1, 0, 0], // failed: 0
        [-2, 0, 2], // one group is not there: 1/2
        [-2, -2, -2], // no total
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    public void Counts_are_those_of_the_sheets(int width)
    {
        ColumnSummary summary = ColumnarForm.For(Form, width).Summarize(RandomColumns.Columns(Form, Sheets), Score.Percent(40), Score.Percent(50));

        Assert.Equal((7, 6, 1), (summary.Count, summary.Scored, summary.FormFailures));
        Assert.Equal((4, 2), (summary.Passed, summary.Failed));
        Assert.Equal(Score.Share(Fraction.Of(1, 2)), summary.Mean);
        Assert.Equal([2, 3, 1], summary.Bands.Select(band => band.Count));
        Assert.Same(Form.Bands[2], summary.Bands[2].Band);
        Assert.Equal([2L, 0, 4], summary.Bins.AsEnumerable());
        Assert.Equal("7 sheets, mean 50 %, 4 passed, 2 failed", summary.ToString());
    }

    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    public void Totals_at_a_mark_are_looked_at_one_by_one(int width)
    {
        ColumnarForm form = ColumnarForm.For(Form, width);

        Assert.Equal(1, form.Summarize(RandomColumns.Columns(Form, [[0, 1, 2]])).OneByOne);
        Assert.Equal(0, form.Summarize(RandomColumns.Columns(Form, [[0, 1, 1]])).OneByOne);
        Assert.Equal(1, form.Summarize(RandomColumns.Columns(Form, [[-2, 0, 2]])).OneByOne);
    }

    [Fact]
    public void Summaries_of_parts_merge_to_the_summary_of_the_whole()
    {
        ColumnarForm form = ColumnarForm.For(Form);
        ColumnSummary whole = form.Summarize(RandomColumns.Columns(Form, Sheets), Score.Percent(40));
        ColumnSummary merged = Sheets.Select(sheet => form.Summarize(RandomColumns.Columns(Form, [sheet]), Score.Percent(40))).Aggregate((all, part) => all.Merge(part));

        Assert.Equal(
            (whole.Count, whole.Scored, whole.FormFailures, whole.Passed, whole.Failed, whole.Mean, whole.ToString()),
            (merged.Count, merged.Scored, merged.FormFailures, merged.Passed, merged.Failed, merged.Mean, merged.ToString()));
        Assert.Equal(whole.Bins.AsEnumerable(), merged.Bins.AsEnumerable());
        Assert.Equal(whole.Limits.AsEnumerable(), merged.Limits.AsEnumerable());
        Assert.Equal(whole.Bands.AsEnumerable(), merged.Bands.AsEnumerable());
    }

    [Fact]
    public void Summaries_of_different_forms_or_limits_do_not_merge()
    {
        EvaluationForm other = Form.Edit().PassesAt(60).Publish().Value;
        ColumnSummary summary = Empty(Form);

        ArgumentException form = Assert.Throws<ArgumentException>(() => summary.Merge(Empty(other)));
        ArgumentException limits = Assert.Throws<ArgumentException>(() => summary.Merge(Empty(Form, Score.Percent(1))));

        Assert.Contains($"a summary under `{other}` cannot be merged with one under `{Form}`", form.Message, StringComparison.Ordinal);
        Assert.Contains("the summaries have different limits between bins", limits.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => summary.Merge(null!));
    }

    [Fact]
    public void No_sheets_have_no_mean()
    {
        ColumnSummary summary = Empty(Form);

        Assert.Null(summary.Mean);
        Assert.Equal([0L], summary.Bins.AsEnumerable());
        Assert.Equal("0 sheets, mean none, 0 passed, 0 failed", summary.ToString());
        Assert.Equal(Score.Percent(100), summary.Merge(ColumnarForm.For(Form).Summarize(RandomColumns.Columns(Form, [[0, 0, 0]]))).Mean);
    }

    [Fact]
    public void Without_a_mark_nothing_passes_or_fails_but_failures()
    {
        EvaluationForm form = (Form.Edit() with { Pass = null }).Publish().Value;
        ColumnSummary summary = ColumnarForm.For(form).Summarize(RandomColumns.Columns(Form, Sheets));

        Assert.Equal((0, 1), (summary.Passed, summary.Failed));
    }

    [Fact]
    public void A_failure_that_leaves_the_number_leaves_it_in_the_mean()
    {
        EvaluationForm form = Form.Edit().ScoredBy(ScoringMethod.Default with { Failure = FailureEffect.OutcomeOnly }).Publish().Value;
        ColumnSummary summary = ColumnarForm.For(form).Summarize(RandomColumns.Columns(Form, [[1, 0, 0]]));

        Assert.Equal(Score.Share(Fraction.Of(5, 6)), summary.Mean);
        Assert.Equal((0, 1, 1), (summary.Passed, summary.Failed, summary.FormFailures));
    }

    [Fact]
    public void Grades_pass_up_to_their_mark_and_bands_with_a_top_hold_it()
    {
        EvaluationForm form = (EvaluationForm.Draft("F").Group("A", 1, Ask.Choice("a", "A?", ("1", 1), ("2", 2), ("3", 3)))
            .ScoredBy(ScoringMethod.Default with { Combination = Combination.Grade, Failure = FailureEffect.OutcomeOnly }) with
        {
            Pass = new PassRule { Mark = Score.Grade(2) },
            Bands = [new Band { Name = "Good", Top = Score.Grade(1) }, new Band { Name = "Fair", Top = Score.Grade(2) }],
        }).Publish().Value;

        ColumnSummary summary = ColumnarForm.For(form).Summarize(RandomColumns.Columns(form, [[0], [1], [2], [2]]), Score.Grade(3));

        Assert.Equal((2, 2), (summary.Passed, summary.Failed));
        Assert.Equal([1, 1], summary.Bands.Select(band => band.Count));
        Assert.Equal([2L, 2], summary.Bins.AsEnumerable());
        Assert.Equal(Score.Grade(2.25m), summary.Mean);
    }

    [Fact]
    public void Sums_of_many_sheets_stay_exact()
    {
        const int many = 70_000;
        ColumnSummary summary = ColumnarForm.For(Form).Summarize(RandomColumns.Columns(Form, Enumerable.Repeat(Sheets[1], many).Append([0, 2, 2])));

        Assert.Equal(Score.Share(Fraction.Of((2 * many) + 1, 3 * (many + 1))), summary.Mean);
        Assert.Equal(many, summary.Passed);
    }

    private static ColumnSummary Empty(EvaluationForm form, params Score[] limits) =>
        ColumnarForm.For(form).Summarize(RandomColumns.Columns(form, []), limits);

    private static ChoiceQuestion Item(string key) =>
        Ask.Choice(key, "Q?", ("full", 2), ("half", 1), ("none", 0)) with { AllowsNotApplicable = true };
}
