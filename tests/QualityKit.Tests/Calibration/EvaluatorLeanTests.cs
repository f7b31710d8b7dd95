using QualityKit.Calibration;
using QualityKit.Methods;
using QualityKit.Statistics;

namespace QualityKit.Tests.Calibration;

public sealed class EvaluatorLeanTests
{
    private static readonly CalibrationForm Percent = CalibrationForm.Of(new CalibrationQuestion { Key = "all", Group = "all", Maximum = 100 });

    private static readonly EvaluatorTrend Above = EvaluatorTrend.Of([10, 11, 12], 5);
    private static readonly EvaluatorTrend Below = EvaluatorTrend.Of([-10, -11, -12], 5);
    private static readonly EvaluatorTrend Undecided = EvaluatorTrend.Of([-20, 30, 1], 5);
    private static readonly EvaluatorTrend Calibrated = EvaluatorTrend.Of([1, 2, 3], 5);

    // Means of ten scores, whose intervals are 0.72 on either side.
    private static readonly Estimate Lenient = SampleMean.Of(10, 5, 1).Interval();
    private static readonly Estimate Strict = SampleMean.Of(10, -5, 1).Interval();
    private static readonly Estimate Either = SampleMean.Of(10, 0.1, 1).Interval();

    [Fact]
    public void Out_of_calibration_is_the_side_of_the_bias_whatever_the_others_make_of_it()
    {
        Assert.Equal([CalibrationVerdict.OutOfCalibration, CalibrationVerdict.OutOfCalibration], [Above.Verdict, Below.Verdict]);
        foreach (Estimate shrunken in new[] { Lenient, Either, Strict })
        {
            Assert.Equal(EvaluatorLean.Lenient, Lean(Above, shrunken));
            Assert.Equal(EvaluatorLean.Strict, Lean(Below, shrunken));
        }
    }

    [Fact]
    public void Else_the_shrunken_bias_decides_where_its_interval_does_not_hold_0()
    {
        Assert.Equal([CalibrationVerdict.Inconclusive, CalibrationVerdict.InCalibration], [Undecided.Verdict, Calibrated.Verdict]);
        foreach (EvaluatorTrend trend in new[] { Undecided, Calibrated })
        {
            Assert.Equal(EvaluatorLean.Lenient, Lean(trend, Lenient));
            Assert.Equal(EvaluatorLean.Strict, Lean(trend, Strict));
            Assert.Equal(EvaluatorLean.None, Lean(trend, Either));
        }
    }

    [Fact]
    public void An_interval_that_ends_at_0_holds_it()
    {
        // All ten of ten were looked at, so both ends are 0.
        Estimate nothing = SampleShare.Of(0, 10, population: 10).Interval();

        Assert.Equal((0, 0), (nothing.Interval!.Value.Lower, nothing.Interval!.Value.Upper));
        Assert.Equal(EvaluatorLean.None, Lean(Undecided, nothing));
        Assert.Equal(EvaluatorLean.None, Lean(Undecided, SampleMean.Of([]).Interval()));
    }

    private static EvaluatorLean Lean(EvaluatorTrend trend, Estimate shrunken)
    {
        CalibrationRound round = new() { Interaction = "a", Sheets = [Percent.Sheet("ann", 50)] };
        return (CalibrationReport.Of(Percent, [round]).Evaluators[0] with { Trend = trend, ShrunkenBias = shrunken }).Lean;
    }
}
