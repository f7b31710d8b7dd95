using QualityKit.Forms;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>Which numbers and selections a condition holds for (rule S2), and that numbers of any size have their steps.</summary>
public sealed class ConditionOnNumberTests
{
    [Theory]
    [InlineData("2.3", "", "2", false)]
    [InlineData("2.3", "", "2.5", true)]
    [InlineData("", "2.3", "2", true)]
    [InlineData("", "2.3", "2.5", false)]
    [InlineData("2.5", "2.5", "2.5", true)]
    [InlineData("2.5", "2.5", "2", false)]
    [InlineData("2.5", "2.5", "3", false)]
    [InlineData("", "-0.3", "0", false)]
    [InlineData("-0.3", "", "0", true)]
    [InlineData("0", "", "0", true)]
    [InlineData("", "0", "0", true)]
    [InlineData("", "10.2", "10", true)]
    public void A_bound_need_not_lie_on_a_step(string minimum, string maximum, string number, bool isShown) =>
        Assert.Equal(isShown, Shows(Ask.Number("n", "N", (0, 10, 1)) with { Step = 0.5m }, minimum, maximum, number));

    [Theory]
    [InlineData("3", "5", "2", false)]
    [InlineData("3", "5", "3", true)]
    [InlineData("3", "5", "5", true)]
    [InlineData("3", "5", "6", false)]
    [InlineData("", "0", "0", true)]
    [InlineData("", "3", "0", true)]
    [InlineData("0", "", "0", true)]
    public void Both_bounds_belong_to_it(string minimum, string maximum, string number, bool isShown) =>
        Assert.Equal(isShown, Shows(Ask.Number("n", "N", (0, 10, 1)), minimum, maximum, number));

    [Theory]
    [InlineData(2_147_483_640, 2_147_483_660)]
    [InlineData(-2_147_483_660, -2_147_483_640)]
    [InlineData(-4_000_000_000, 4_000_000_000)]
    public void Numbers_beyond_32_bits_have_their_steps(long first, long last)
    {
        EvaluationForm form = EvaluationForm.Draft("F").Group("G", 1, Ask.Number("n", "N", (first, first + 9, 0), (first + 10, last, 1))).Publish().Value;

        Assert.Equal("0", Scorer.Score(form, AnswerSheet.Empty.Answer("n", first + 9)).Total!.Value.Value.ToString());
        Assert.Equal("1", Scorer.Score(form, AnswerSheet.Empty.Answer("n", first + 10)).Total!.Value.Value.ToString());
        Assert.Equal("1", Scorer.Score(form, AnswerSheet.Empty.Answer("n", last)).Total!.Value.Value.ToString());
        Assert.False(AnswerSheet.Empty.Answer("n", last + 1).Check(form).IsValid);
        Assert.False(AnswerSheet.Empty.Answer("n", first - 1).Check(form).IsValid);
    }

    [Theory]
    [InlineData("100000000000000000000", "100000000000000000005")]
    [InlineData("-100000000000000000005", "-100000000000000000000")]
    public void Numbers_beyond_64_bits_have_their_steps(string least, string most)
    {
        (decimal first, decimal last) = (decimal.Parse(least, System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(most, System.Globalization.CultureInfo.InvariantCulture));
        EvaluationForm form = EvaluationForm.Draft("F").Group("G", 1, Ask.Number("n", "N", (first, first + 2, 0), (first + 3, last, 1))).Publish().Value;

        Assert.Equal("0", Scorer.Score(form, AnswerSheet.Empty.Answer("n", first + 2)).Total!.Value.Value.ToString());
        Assert.Equal("1", Scorer.Score(form, AnswerSheet.Empty.Answer("n", last)).Total!.Value.Value.ToString());
    }

    // 62 options to a word: what the first word says must not be lost in the second.
    [Theory]
    [InlineData("o0", true)]
    [InlineData("o63", true)]
    [InlineData("o1", false)]
    [InlineData("o0+o63", true)]
    public void Any_of_more_than_62_options_is_looked_for_in_all_of_them(string selected, bool isShown)
    {
        MultiSelectQuestion select = Ask.MultiSelect("m", "M", [.. Enumerable.Range(0, 64).Select(option => ($"o{option}", 1m))]);
        EvaluationForm form = EvaluationForm.Draft("F").Group("G", 1, select, Ask.YesNo("b", "B") with { IsRequired = false, VisibleWhen = When.Answered("m", "o0", "o63") }).Publish().Value;

        Assert.Equal(isShown, IsShown(form, Sheets.Of($"m={selected}")));
    }

    private static bool Shows(NumberQuestion question, string minimum, string maximum, string number)
    {
        EvaluationForm form = EvaluationForm.Draft("F")
            .Group("G", 1, question, Ask.YesNo("b", "B") with { IsRequired = false, VisibleWhen = When.Number("n", Bound(minimum), Bound(maximum)) }).Publish().Value;
        return IsShown(form, Sheets.Of($"n=#{number}"));
    }

    private static bool IsShown(EvaluationForm form, AnswerSheet answers) => Scorer.Score(form, answers).Questions[1].State != QuestionState.Hidden;

    private static decimal? Bound(string text) => text.Length == 0 ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
