using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Rescoring;
using QualityKit.Scoring;

namespace QualityKit.Tests.Rescoring;

/// <summary>Which forms are scored by columns, and which columns a form scores.</summary>
public sealed class ColumnarFormTests
{
    private static readonly ChoiceQuestion YesNo = Ask.YesNo("q", "Q?") with { AllowsNotApplicable = true };

    private static readonly FormDraft Plain = EvaluationForm.Draft("F").Group("G", 20, YesNo, Ask.YesNo("r", "R?")).Group("H", 80, Ask.YesNo("s", "S?"));

    public static TheoryData<string, ColumnarLimit> Limits => new()
    {
        { "plain", ColumnarLimit.None },
        { "conditions", ColumnarLimit.None },
        { "253 numbers", ColumnarLimit.None },
        { "254 numbers", ColumnarLimit.Codes },
        { "leaves the form", ColumnarLimit.Method },
        { "full marks", ColumnarLimit.None },
        { "flat, leaves the form", ColumnarLimit.None },
        { "flat, stays in group", ColumnarLimit.Method },
        { "bonus", ColumnarLimit.Method },
        { "group failure", ColumnarLimit.Method },
        { "inner groups", ColumnarLimit.Method },
        { "4095 steps", ColumnarLimit.None },
        { "4096 steps", ColumnarLimit.Numbers },
        { "counts to 254", ColumnarLimit.None },
        { "counts to 255", ColumnarLimit.Numbers },
        { "more than possible", ColumnarLimit.Numbers },
        { "weightless", ColumnarLimit.None },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_form_says_why_it_is_not_scored_by_columns(string name, ColumnarLimit limit)
    {
        ColumnarForm form = ColumnarForm.For(Draft(name).Publish().Value);

        Assert.Equal(limit, form.Limit);
        Assert.Equal(limit == ColumnarLimit.None, form.IsColumnar);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void Every_form_scores_what_sheets_score(string name, ColumnarLimit limit)
    {
        EvaluationForm form = Draft(name).Publish().Value;
        long[][] sheets = RandomColumns.Sheets(form, 300, (int)limit);
        CompactScore[] expected = [.. sheets.Select(sheet => CompiledForm.For(form).Score(sheet))];
        foreach (int width in new[] { 0, 16, 32, 64 })
        {
            ColumnarForm columnar = ColumnarForm.For(form, width);
            var scores = new CompactScore[300];
            columnar.Score(RandomColumns.Columns(form, sheets), scores);

            Assert.Equal(expected.Select(score => score.Total), scores.Select(score => score.Total));
            Assert.Null(SummaryCheck.Difference(columnar.Summarize(RandomColumns.Columns(form, sheets), Score.Percent(50)), form, expected));
        }
    }

    [Fact]
    public void Answers_are_scored_under_another_version_that_asks_the_same()
    {
        AnswerColumns columns = RandomColumns.Columns(Draft("plain").Publish().Value, [[0, 1, 0], [1, 1, 0]]);
        EvaluationForm stricter = Draft("plain").PassesAt(90).Publish().Value;

        ColumnSummary summary = ColumnarForm.For(stricter).Summarize(columns);

        Assert.Equal((1, 1), (summary.Passed, summary.Failed));
        Assert.Same(stricter, summary.Form);
    }

    [Theory]
    [InlineData("another key")]
    [InlineData("another kind")]
    [InlineData("another option")]
    [InlineData("one more question")]
    [InlineData("another step")]
    [InlineData("another first number")]
    [InlineData("another last number")]
    [InlineData("another selection")]
    public void Answers_to_other_questions_are_refused(string name)
    {
        EvaluationForm form = Asked("as it was").Publish().Value;
        EvaluationForm other = Asked(name).Publish().Value;
        AnswerColumns columns = RandomColumns.Columns(other, []);

        ArgumentException refused = Assert.Throws<ArgumentException>(() => ColumnarForm.For(form).Summarize(columns));

        Assert.Contains($"the answers are to `{other}`, whose questions or options differ from those of `{form}`", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ColumnarForm.For(form).Score(columns, []));
    }

    [Fact]
    public void Another_weight_is_not_another_question() =>
        Assert.Equal(0, ColumnarForm.For(Asked("as it was").PassesAt(1).Publish().Value).Summarize(RandomColumns.Columns(Asked("as it was").Publish().Value, [])).Count);

    [Fact]
    public void There_must_be_room_for_the_scores()
    {
        EvaluationForm form = Draft("plain").Publish().Value;
        AnswerColumns columns = RandomColumns.Columns(form, [[0, 0, 0], [1, 1, 1]]);
        var scores = new CompactScore[3];

        ColumnarForm.For(form).Score(columns, scores);

        Assert.Equal([Score.Percent(100), Score.Percent(0), null], scores.Select(score => score.Total));
        ArgumentException refused = Assert.Throws<ArgumentException>(() => ColumnarForm.For(form).Score(columns, scores.AsSpan(0, 1)));
        Assert.Contains("there are 2 sheets and room for 1 scores", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_ascend_and_have_the_unit_of_the_scores()
    {
        ColumnarForm form = ColumnarForm.For(Draft("plain").Publish().Value);
        AnswerColumns none = RandomColumns.Columns(form.Form, []);

        ArgumentException unit = Assert.Throws<ArgumentException>(() => form.Summarize(none, Score.Points(1)));
        ArgumentException order = Assert.Throws<ArgumentException>(() => form.Summarize(none, Score.Percent(10), Score.Percent(10)));

        Assert.Contains("the limit `1 points` has another unit than the scores of the form, `Share`", unit.Message, StringComparison.Ordinal);
        Assert.Contains("the limit `10 %` does not lie above `10 %` before it", order.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_a_bug_of_the_caller()
    {
        Assert.Throws<ArgumentNullException>(() => ColumnarForm.For(null!));
        Assert.Throws<ArgumentNullException>(() => ColumnarForm.For(Draft("plain").Publish().Value).Summarize(null!));
        Assert.Throws<ArgumentNullException>(() => ColumnarForm.For(Draft("plain").Publish().Value).Score(null!, []));
    }

    private static FormDraft With(params FormItem[] items) => EvaluationForm.Draft("F").Group("G", 1, items);

    private static FormDraft By(Combination combination, NotApplicableRule notApplicable) =>
        Plain.ScoredBy(ScoringMethod.Default with { Combination = combination, NotApplicable = notApplicable });

    private static FormDraft Draft(string name) => name switch
    {
        "plain" => Plain,
        "conditions" => Plain.Group("I", 1, Ask.YesNo("t", "T?") with
        {
            VisibleWhen = new AnyOf { Parts = [new AllOf { Parts = [] }, new AnyOf { Parts = [] }, When.Answered("q", "yes")] },
        }),
        "253 numbers" => With(Ask.Number("n", "N?", (0, 200, 2), (201, 252, 1)), YesNo),
        "254 numbers" => With(Ask.Number("n", "N?", (0, 200, 2), (201, 253, 1)), YesNo),
        "leaves the form" => By(Combination.GroupWeights(GroupBasis.QuestionWeights), NotApplicableRule.LeavesForm),
        "full marks" => By(Combination.GroupWeights(GroupBasis.QuestionWeights), NotApplicableRule.FullMarks),
        "flat, leaves the form" => By(Combination.TotalPoints, NotApplicableRule.LeavesForm),
        "flat, stays in group" => By(Combination.TotalPoints, NotApplicableRule.StaysInGroup),
        "bonus" => With(YesNo, Ask.YesNo("b", "B?") with { IsBonus = true }),
        "group failure" => With(YesNo.FailsOn(FailureScope.OwnGroup, "no")),
        "inner groups" => With(YesNo, Ask.Group("H", 2, Ask.YesNo("r", "R?"))),
        "4095 steps" => With(Ask.Choice("q", "Q?", ("a", 4095), ("b", 1), ("c", 0))),
        "4096 steps" => With(Ask.Choice("q", "Q?", ("a", 4096), ("b", 1), ("c", 0))),
        "counts to 254" => With(YesNo with { Weight = 253 }, Ask.YesNo("r", "R?")),
        "counts to 255" => With(YesNo with { Weight = 254 }, Ask.YesNo("r", "R?")),
        "more than possible" => With(Ask.Choice("q", "Q?", ("a", 10), ("b", 5))).ScoredBy(ScoringMethod.Default with { Value = QuestionValue.OfFixedScale(8) }),
        _ => Plain.Group("I", 0, Ask.YesNo("t", "T?")),
    };

    private static FormDraft Asked(string name) => With(
        Ask.YesNo(name == "another key" ? "p" : "q", "Q?"),
        name == "another kind" ? Ask.Text("t", "T?") : Ask.Choice("t", "T?", ("a", 1), (name == "another option" ? "c" : "b", 0)),
        Ask.Number(
            "n",
            "N?",
            (name == "another first number" ? 0 : 2, 10, 1),
            (name == "another step" ? 10.5m : 11, name == "another last number" ? 22 : 20, 0)) with
        {
            Step = name == "another step" ? 0.5m : 1,
        },
        Ask.MultiSelect("m", "M?", ("a", 1), (name == "another selection" ? "c" : "b", 1)),
        name == "one more question" ? Ask.Group("H", 1, Ask.YesNo("r", "R?"), Ask.YesNo("s", "S?")) : Ask.YesNo("r", "R?"));
}
