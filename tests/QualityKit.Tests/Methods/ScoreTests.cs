using System.Globalization;
using QualityKit.Methods;

namespace QualityKit.Tests.Methods;

public sealed class ScoreTests
{
    [Fact]
    public void A_score_prints_with_its_unit()
    {
        Assert.Equal("66.67 %", Score.Share(Fraction.Of(2, 3)).ToString());
        Assert.Equal("3.35 points", Score.Points(3.35m).ToString());
        Assert.Equal("grade 1.8", Score.Grade(1.80m).ToString());
        Assert.Equal("0 %", default(Score).ToString());
    }

    [Fact]
    public void A_score_prints_alike_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("da-DK");
            Assert.Equal("66.67 %", Score.Share(Fraction.Of(2, 3)).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_percent_is_a_hundredth_of_what_is_possible()
    {
        Assert.Equal(Score.Share(Fraction.Of(4, 5)), Score.Percent(80));
        Assert.Equal(ScoreUnit.Share, Score.Percent(80).Unit);
        Assert.Equal(80m, Score.Percent(80).ToDecimal());
        Assert.Equal(5m, Score.Points(5).ToDecimal());
        Assert.Equal(2.5m, Score.Grade(2.5m).ToDecimal());
    }

    [Fact]
    public void Rounding_is_stated()
    {
        Score score = Score.Share(Fraction.Of(1, 8));

        Assert.Equal("12.5 %", score.ToString(new Rounding { Digits = 1 }));
        Assert.Equal("13 %", score.ToString(new Rounding { Digits = 0 }));
        Assert.Equal("12 %", score.ToString(new Rounding { Digits = 0, Midpoint = MidpointRounding.ToEven }));
    }

    [Fact]
    public void Beside_a_mark_a_score_gains_digits_until_it_lies_on_its_side()
    {
        Score[] marks = [Score.Percent(60), Score.Percent(90), Score.Points(59.99m)];
        var whole = new Rounding { Digits = 0 };

        Assert.Equal("59.5 %", Score.Percent(59.5m).ToString(whole, marks));
        Assert.Equal("59.996 %", Score.Percent(59.996m).ToString(Rounding.Default, marks));
        Assert.Equal("60.004 %", Score.Percent(60.004m).ToString(Rounding.Default, marks));
        Assert.Equal("60 %", Score.Percent(60).ToString(whole, marks));
        Assert.Equal("75 %", Score.Percent(75.4m).ToString(whole, marks));
        Assert.Equal("89.9 %", Score.Percent(89.9m).ToString(whole, marks));
        Assert.Equal("66.67 %", Score.Share(Fraction.Of(2, 3)).ToString(Rounding.Default, marks));
    }

    [Fact]
    public void A_score_closer_to_a_mark_than_1000_digits_stays_as_near_as_that()
    {
        Fraction close = Fraction.Of(1, 2) - (Fraction.One / Fraction.Of(System.Numerics.BigInteger.Pow(10, 1200), 1));

        Assert.Equal("50 %", Score.Share(close).ToString(Rounding.Default, [Score.Percent(50)]));
    }

    [Fact]
    public void Scores_of_one_unit_are_ordered()
    {
        Score low = Score.Percent(50);
        Score high = Score.Percent(60);

        Assert.True(low < high && high > low && low <= high && high >= low && low != high);
        Assert.False(low > high || high < low || low >= high || high <= low || low == high);
        Assert.True(low <= Score.Percent(50) && low >= Score.Percent(50) && low == Score.Percent(50));
        Assert.False(low < Score.Percent(50) || low > Score.Percent(50));
    }

    [Fact]
    public void Scores_of_two_units_are_neither_equal_nor_ordered()
    {
        Assert.NotEqual(Score.Points(1), Score.Grade(1));
        Assert.NotEqual(Score.Points(1), Score.Points(2));
        var mistake = Assert.Throws<ArgumentException>(() => Score.Points(1) < Score.Grade(1));
        Assert.StartsWith("a score in `Grade` cannot be compared with one in `Points`", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_are_equal_by_value()
    {
        Assert.Equal(Score.Percent(50).GetHashCode(), Score.Share(Fraction.Of(1, 2)).GetHashCode());
        Assert.True(Score.Percent(50).Equals((object)Score.Share(Fraction.Of(1, 2))));
        Assert.False(Score.Percent(50).Equals((object)0.5m));
    }

    [Fact]
    public void Printing_needs_a_rounding_and_marks()
    {
        Assert.Throws<ArgumentNullException>(() => Score.Percent(1).ToString(null!));
        Assert.Throws<ArgumentNullException>(() => Score.Percent(1).ToString(null!, []));
        Assert.Throws<ArgumentNullException>(() => Score.Percent(1).ToString(Rounding.Default, null!));
    }
}
