using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>Flat answers score what answer sheets score, without allocating where the form allows it.</summary>
public sealed class CompiledFormTests
{
    private static readonly EvaluationForm Form = EvaluationForm.Draft("Call")
        .Group("Opening", 20, Ask.YesNo("greeting", "Greeted?"))
        .Group(
            "Resolution",
            80,
            Ask.Choice("solved", "Solved?", ("yes", 10), ("partly", 5), ("no", 0)),
            Ask.YesNo("identity", "Identity?") with { IsFatal = true, AllowsNotApplicable = true },
            Ask.MultiSelect("topics", "Topics?", ("price", 1), ("delivery", 2)),
            Ask.Number("wait", "Wait?", (0, 9, 4), (10, 60, 0)),
            Ask.Text("note", "Note?"))
        .PassesAt(60)
        .Publish().Value;

    [Theory]
    [InlineData("yes", "yes", "yes", "price+delivery", 9)]
    [InlineData("no", "partly", "NA", "", 10)]
    [InlineData("yes", "no", "no", "price", 60)]
    public void Flat_answers_score_what_a_sheet_scores(string greeting, string solved, string identity, string topics, int wait)
    {
        AnswerSheet sheet = AnswerSheet.Empty.Answer("greeting", greeting).Answer("solved", solved).Answer("topics", topics.Split('+', StringSplitOptions.RemoveEmptyEntries)).Answer("wait", wait);
        Scorecard card = Scorer.Score(Form, identity == "NA" ? sheet.NotApplicable("identity") : sheet.Answer("identity", identity));

        CompactScore compact = CompiledForm.For(Form).Score(card.Answers.FlatCodes);

        Assert.Equal(card.Total, compact.Total);
        Assert.Equal(card.RawTotal, compact.RawTotal);
        Assert.Equal(card.Outcome, compact.Outcome);
        Assert.Equal(identity == "no", compact.HasFormFailed);
    }

    [Fact]
    public void Codes_are_positions_bits_and_steps()
    {
        AnswerSheet sheet = AnswerSheet.Empty.Answer("greeting", "no").Answer("solved", "partly").NotApplicable("identity").Answer("topics", "delivery").Answer("wait", 12);

        Assert.Equal([1, 1, FlatAnswer.NotApplicable, 2, 12, FlatAnswer.Unanswered], sheet.Check(Form).Value.FlatCodes.ToArray());
    }

    [Theory]
    [InlineData(0, 0, false, 100)]
    [InlineData(1, 0, true, 0)]
    [InlineData(0, 1, true, 0)]
    [InlineData(1, 1, true, 0)]
    public void A_form_fails_however_many_of_its_groups_have_a_fatal_answer(long first, long second, bool fails, int percent)
    {
        EvaluationForm form = EvaluationForm.Draft("Call")
            .Group("One", 1, Ask.YesNo("a", "A?") with { IsFatal = true })
            .Group("Two", 1, Ask.YesNo("b", "B?") with { IsFatal = true })
            .Publish().Value;

        CompactScore score = CompiledForm.For(form).Score([first, second]);

        Assert.Equal((fails, Score.Percent(percent)), (score.HasFormFailed, score.Total!.Value));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 100)]
    public void The_first_option_fails_its_group_as_any_other(long code, int percent)
    {
        EvaluationForm form = EvaluationForm.Draft("Call")
            .Group("All", 1, Ask.Choice("a", "A?", ("no", 0), ("yes", 1)).FailsOn(FailureScope.OwnGroup, "no"), Ask.YesNo("b", "B?")).Publish().Value;

        Assert.Equal(Score.Percent(percent), CompiledForm.For(form).Score([code, 0]).Total);
    }

    [Theory]
    [InlineData(9, 100)]
    [InlineData(12, 0)]
    public void A_number_fails_its_group_by_its_range(long step, int percent)
    {
        NumberQuestion number = Ask.Number("n", "N?", (0, 9, 4), (10, 60, 4));
        EvaluationForm form = EvaluationForm.Draft("Call")
            .Group("All", 1, number with { Ranges = [number.Ranges[0], number.Ranges[1] with { Fails = FailureScope.OwnGroup }] }, Ask.YesNo("b", "B?")).Publish().Value;

        Assert.Equal(Score.Percent(percent), CompiledForm.For(form).Score([step, 0]).Total);
    }

    // A floor takes such a form off the packed path.
    [Theory]
    [InlineData(true, 100)]
    [InlineData(false, 150)]
    public void Extra_credit_goes_beyond_full_unless_it_is_capped(bool isCapped, int percent)
    {
        ChoiceQuestion choice = Ask.Choice("a", "A?", ("great", 3), ("good", 2), ("bad", 0));
        EvaluationForm form = EvaluationForm.Draft("Call")
            .Group("All", 1, choice with { Options = [choice.Options[0] with { IsBonus = true }, choice.Options[1], choice.Options[2]] })
            .ScoredBy(ScoringMethod.Default with { CapAtFull = isCapped, FloorAtZero = true }).Publish().Value;

        Assert.Equal(Score.Percent(percent), CompiledForm.For(form).Score([0]).Total);
    }

    [Theory]
    [InlineData(1, "25")]
    [InlineData(3, "37.5")]
    public void A_selection_is_capped_at_a_part_of_a_point(long bits, string percent)
    {
        EvaluationForm form = EvaluationForm.Draft("Call")
            .Group("All", 1, Ask.MultiSelect("m", "M?", ("x", 1), ("y", 1)) with { Cap = 1.5m })
            .ScoredBy(ScoringMethod.Default with { Value = QuestionValue.OfFixedScale(4) }).Publish().Value;

        Assert.Equal(Score.Percent(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture)), CompiledForm.For(form).Score([bits]).Total);
    }

    [Fact]
    public void Nothing_is_allocated_whatever_the_answers()
    {
        CompiledForm compiled = CompiledForm.For(Form);
        long[][] sheets = [[0, 0, 0, 3, 0, -1], [1, 2, 1, 0, 60, 0], [0, 1, -2, 1, 5, -2], [-1, -1, -1, -1, -1, -1]];
        Assert.True(compiled.IsAllocationFree);
        foreach (long[] sheet in sheets)
        {
            compiled.Score(sheet);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        int passed = 0;
        for (int round = 0; round < 1000; round++)
        {
            passed += compiled.Score(sheets[round % sheets.Length]).Outcome == Outcome.Passed ? 1 : 0;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(500, passed);
    }

    [Fact]
    public void A_required_answer_that_is_missing_is_left_out_as_in_a_preview()
    {
        CompactScore score = CompiledForm.For(Form).Score([0, -1, -1, -1, -1, -1]);

        Assert.Equal(Score.Percent(100), score.Total);
        Assert.Equal(Scorer.Preview(Form, AnswerSheet.Empty.Answer("greeting", "yes")).Total, score.Total);
    }

    [Fact]
    public void Nothing_applicable_gives_no_score_and_no_outcome()
    {
        CompactScore score = CompiledForm.For(Form).Score([-1, -1, -2, -1, -1, -1]);

        Assert.Null(score.Total);
        Assert.Null(score.RawTotal);
        Assert.Equal(Outcome.None, score.Outcome);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(0, -3)]
    [InlineData(1, 3)]
    [InlineData(3, 4)]
    [InlineData(4, 61)]
    [InlineData(5, 1)]
    [InlineData(2, long.MaxValue)]
    [InlineData(2, long.MinValue)]
    public void A_code_that_no_answer_has_is_refused(int position, long code)
    {
        long[] answers = [0, 0, 0, 0, 0, 0];
        answers[position] = code;

        ArgumentException refused = Assert.Throws<ArgumentException>(() => CompiledForm.For(Form).Score(answers));

        Assert.Contains($"`{code}` is not a code of the answer at position {position}", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    public void Too_few_or_too_many_codes_are_refused(int length)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => CompiledForm.For(Form).Score(new long[length]));

        Assert.Contains($"the form takes 6 codes, not {length}", refused.Message, StringComparison.Ordinal);
        Assert.Equal(6, CompiledForm.For(Form).Length);
    }

    [Fact]
    public void Methods_that_need_the_full_calculation_work_too()
    {
        EvaluationForm form = (Form.Edit() with { Rules = [new ScoreRule { Effect = ScoreRuleEffect.Raise, Amount = Score.Percent(1) }] }).Publish().Value;
        CompiledForm compiled = CompiledForm.For(form);

        Assert.False(compiled.IsAllocationFree);
        Assert.Equal(Score.Percent(101), compiled.Score([0, 0, 0, 3, 0, -1]).Total);
        Assert.Same(form, compiled.Form);
    }

    [Fact]
    public void A_minimum_for_every_question_decides_the_outcome()
    {
        EvaluationForm form = (Form.Edit() with { Pass = new PassRule { Mark = Score.Percent(10), QuestionMinimum = Score.Percent(50) } }).Publish().Value;

        Assert.Equal(Outcome.Passed, CompiledForm.For(form).Score([0, 1, 0, 3, 0, -1]).Outcome);
        Assert.Equal(Outcome.Failed, CompiledForm.For(form).Score([0, 2, 0, 3, 0, -1]).Outcome);
    }

    [Fact]
    public void A_selection_of_many_options_takes_more_codes()
    {
        MultiSelectQuestion many = Ask.MultiSelect("m", "M?", [.. Enumerable.Range(0, 130).Select(option => ($"o{option}", 1m))]);
        CompiledForm compiled = CompiledForm.For(EvaluationForm.Draft("F").Group("G", 1, many).Publish().Value);

        Assert.Equal(3, compiled.Length);
        Assert.Equal(Score.Share(Fraction.Of(3, 130)), compiled.Score([1, 1L << 61, 1L << 5]).Total);
        Assert.Throws<ArgumentException>(() => compiled.Score([1L << 62, 0, 0]));
        Assert.Throws<ArgumentException>(() => compiled.Score([0, 0, 1L << 6]));
    }

    [Fact]
    public void No_form_is_a_bug_of_the_caller() => Assert.Throws<ArgumentNullException>(() => CompiledForm.For(null!));
}
