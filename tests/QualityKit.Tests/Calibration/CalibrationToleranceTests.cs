using QualityKit.Calibration;
using QualityKit.Methods;

namespace QualityKit.Tests.Calibration;

public sealed class CalibrationToleranceTests
{
    private static readonly CalibrationForm Percent = CalibrationForm.Of(new CalibrationQuestion { Key = "all", Group = "all", Maximum = 100 });

    [Fact]
    public void A_tolerance_of_0_allows_what_is_the_same()
    {
        foreach (CalibrationTolerance none in new[] { CalibrationTolerance.Points(0), CalibrationTolerance.Relative(0) })
        {
            Assert.True(none.Allows(50, 50));
            Assert.False(none.Allows(50.01m, 50));
            Assert.False(none.Allows(49.99m, 50));
        }
    }

    [Fact]
    public void A_tolerance_below_0_is_refused()
    {
        Assert.Equal("a tolerance is 0 or more (Parameter 'value')", Assert.Throws<ArgumentOutOfRangeException>(() => CalibrationTolerance.Points(Fraction.Of(-1, 100))).Message);
        Assert.Equal("a tolerance is 0 or more (Parameter 'value')", Assert.Throws<ArgumentOutOfRangeException>(() => CalibrationTolerance.Relative(-1)).Message);
    }

    [Fact]
    public void Evaluators_are_within_the_tolerance_that_was_given_and_5_points_without_one()
    {
        CalibrationSheet[] sheets = [Percent.Sheet("a", 57), Percent.Sheet("b", 55), Percent.Sheet("c", 53)];
        CalibrationBenchmark expert = CalibrationBenchmark.Expert(Percent.Sheet("expert", 50));

        Assert.Equal([false, true, true], CalibrationMath.Compare(Percent, sheets, expert).Evaluators.Select(one => one.IsWithinTolerance!.Value));
        Assert.Equal([true, true, true], CalibrationMath.Compare(Percent, sheets, expert, CalibrationTolerance.Points(7)).Evaluators.Select(one => one.IsWithinTolerance!.Value));
        Assert.Equal([false, false, true], CalibrationMath.Compare(Percent, sheets, expert, CalibrationTolerance.Relative(6)).Evaluators.Select(one => one.IsWithinTolerance!.Value));
    }

    [Fact]
    public void Nothing_is_so_many_percent_of_a_benchmark_of_0()
    {
        CalibrationRound[] rounds =
        [
            new() { Interaction = "a", Expert = Percent.Sheet("expert", 0), Sheets = [Percent.Sheet("ann", 10)] },
            new() { Interaction = "b", Expert = Percent.Sheet("expert", 50), Sheets = [Percent.Sheet("ann", 56)] },
        ];

        EvaluatorReport relative = CalibrationReport.Of(Percent, rounds, tolerance: CalibrationTolerance.Relative(20)).Evaluators[0];
        EvaluatorReport points = CalibrationReport.Of(Percent, rounds, tolerance: CalibrationTolerance.Points(20)).Evaluators[0];

        Assert.Equal((2, 1, 12.0), (relative.Scored, relative.Trend.Sessions, relative.Trend.Bias.Value));
        Assert.Equal((2, 2, 8.0), (points.Scored, points.Trend.Sessions, points.Trend.Bias.Value));
    }
}
