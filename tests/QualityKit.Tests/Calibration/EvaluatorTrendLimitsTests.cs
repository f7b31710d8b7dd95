using QualityKit.Calibration;
using QualityKit.Methods;

namespace QualityKit.Tests.Calibration;

public sealed class EvaluatorTrendLimitsTests
{
    // With two degrees of freedom the chance of more than t is 1/2 - t / (2 sqrt(2 + t^2)).
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Both_tests_are_Students(int side)
    {
        // A mean of 4 with a standard error of 2 / sqrt 3; 5 is half of that error times sqrt 3 away.
        EvaluatorTrend trend = EvaluatorTrend.Of([side * 2, side * 4, side * 6], 5);
        Assert.Equal(side * 2 * Math.Sqrt(3), trend.T!.Value, 12);
        Assert.Equal(1 - Math.Sqrt(12.0 / 14), trend.PValue!.Value, 12);
        Assert.Equal(0.5 - (Math.Sqrt(3.0 / 11) / 2), trend.EquivalencePValue!.Value, 12);
    }

    [Theory]
    [InlineData(5, CalibrationVerdict.InCalibration)]
    [InlineData(-5, CalibrationVerdict.InCalibration)]
    [InlineData(6, CalibrationVerdict.OutOfCalibration)]
    [InlineData(-6, CalibrationVerdict.OutOfCalibration)]
    public void Three_sessions_that_are_alike_decide_and_the_tolerance_itself_is_within(int deviation, CalibrationVerdict verdict)
    {
        EvaluatorTrend trend = EvaluatorTrend.Of([deviation, deviation, deviation], 5);
        Assert.Equal(verdict, trend.Verdict);
        Assert.Equal(0, trend.SessionsNeeded);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_bias_of_just_the_tolerance_is_not_beyond_it_and_no_session_decides(int side)
    {
        // 5 less 4.30 / sqrt 3 is above 0, and 5 more 2.92 / sqrt 3 above 5.
        EvaluatorTrend trend = EvaluatorTrend.Of([side * 4, side * 5, side * 6], 5);
        Assert.False(trend.Bias.Interval!.Value.Contains(0));
        Assert.Equal(CalibrationVerdict.Inconclusive, trend.Verdict);
        Assert.Null(trend.SessionsNeeded);
    }

    [Fact]
    public void Two_sessions_of_just_the_tolerance_need_a_third_like_them()
    {
        Assert.Equal(1, EvaluatorTrend.Of([5, 5], 5).SessionsNeeded);
        Assert.Equal(CalibrationVerdict.InCalibration, EvaluatorTrend.Of([5, 5, 5], 5).Verdict);
    }

    // Deviations of 1 from their mean, and t of Student's table: the first n with (t + 1.2816) / sqrt n within the room.
    [Theory]
    [InlineData("0", "1.5", 3)] // 6: 3.297 <= 1.5 x 2.449, while 5: 3.413 > 1.5 x 2.236
    [InlineData("0.5", "2", 3)]
    [InlineData("-0.5", "2", 3)]
    [InlineData("1.25", "1", 6)] // 9: 3.588 <= 1.25 x 3, while 8: 3.646 > 1.25 x 2.828; by the t of one side 7 would do
    [InlineData("-1.25", "1", 6)]
    public void The_sessions_needed_are_those_that_leave_room(string mean, string tolerance, int more)
    {
        Fraction middle = decimal.Parse(mean, System.Globalization.CultureInfo.InvariantCulture);
        EvaluatorTrend trend = EvaluatorTrend.Of([middle - 1, middle, middle + 1], decimal.Parse(tolerance, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(CalibrationVerdict.Inconclusive, trend.Verdict);
        Assert.Equal(more, trend.SessionsNeeded);
    }

    [Fact]
    public void A_hundred_thousand_sessions_are_the_most_that_are_promised()
    {
        // 2.92642043 is t + z for 100,000 sessions, and its share of sqrt 100,000 the least room; for 99,999 it is 0.0092542002.
        Assert.Equal(99_997, EvaluatorTrend.Of([-1, 0, 1], 0.00925418m).SessionsNeeded);
        Assert.Equal(99_996, EvaluatorTrend.Of([-1, 0, 1], 0.00925422m).SessionsNeeded);
        Assert.Null(EvaluatorTrend.Of([-1, 0, 1], 0.00925413m).SessionsNeeded);
    }

    [Fact]
    public void A_tolerance_below_nothing_is_refused_in_words()
    {
        ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(() => EvaluatorTrend.Of([1], -1));
        Assert.Equal("a tolerance is 0 or more (Parameter 'tolerance')", refused.Message);
    }
}
