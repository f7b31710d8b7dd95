using QualityKit.Calibration;
using QualityKit.Methods;
using QualityKit.Statistics;

namespace QualityKit.Tests.Calibration;

public sealed class EvaluatorTrendTests
{
    [Fact]
    public void A_small_bias_over_many_sessions_is_in_calibration()
    {
        EvaluatorTrend trend = Trend(3, 1.5m, 4, -1, 2, 5.5m, 2, -0.5m, 4, 4, 1, 3);
        Assert.Equal(CalibrationVerdict.InCalibration, trend.Verdict);
        Assert.Equal(0, trend.SessionsNeeded);
        Assert.True(trend.EquivalencePValue < 0.05);
        Assert.Equal(Fraction.Of(1100, 12), trend.WithinTolerance);
    }

    [Fact]
    public void A_large_bias_is_out_of_calibration()
    {
        EvaluatorTrend trend = Trend(9, 12, 8, 11, 10);
        Assert.Equal(CalibrationVerdict.OutOfCalibration, trend.Verdict);
        Assert.Equal(0, trend.SessionsNeeded);
    }

    [Fact]
    public void One_session_far_outside_the_tolerance_says_nothing()
    {
        EvaluatorTrend trend = Trend(-20);
        Assert.Equal(CalibrationVerdict.Inconclusive, trend.Verdict);
        Assert.Null(trend.SessionsNeeded);
        Assert.Equal(-20, trend.Bias.Value);
        Assert.Null(trend.Interval90);
    }

    [Fact]
    public void Two_sessions_that_happen_to_agree_are_no_proof()
    {
        EvaluatorTrend trend = Trend(2, 2);
        Assert.Equal(CalibrationVerdict.Inconclusive, trend.Verdict);
        Assert.Equal(1, trend.SessionsNeeded);
        Assert.Null(trend.T);
        Assert.Null(trend.EquivalencePValue);
    }

    [Fact]
    public void With_a_deviation_of_4_and_no_bias_seven_sessions_decide()
    {
        // Two sessions of +-2 sqrt 2: a sample standard deviation of 4.
        decimal side = 2.828427m;
        EvaluatorTrend trend = Trend(side, -side);
        Assert.Equal(4, trend.Limits.StandardDeviation!.Value, 5);
        Assert.Equal(5, trend.SessionsNeeded);
    }

    [Fact]
    public void A_bias_beyond_the_tolerance_that_is_not_established_needs_more_sessions()
    {
        EvaluatorTrend trend = Trend(30, -15, 9);
        Assert.Equal(CalibrationVerdict.Inconclusive, trend.Verdict);
        Assert.True(trend.SessionsNeeded > 10);
    }

    [Fact]
    public void A_tolerance_of_nothing_cannot_be_kept_however_many_sessions_there_are()
    {
        EvaluatorTrend trend = EvaluatorTrend.Of([1, -1, 2, -2], 0);
        Assert.Equal(CalibrationVerdict.Inconclusive, trend.Verdict);
        Assert.Null(trend.SessionsNeeded);
    }

    [Fact]
    public void No_session_is_too_little()
    {
        EvaluatorTrend trend = EvaluatorTrend.Of([], 5);
        Assert.Equal(EstimateStatus.InsufficientData, trend.Bias.Status);
        Assert.Equal(CalibrationVerdict.Inconclusive, trend.Verdict);
        Assert.Null(trend.SessionsNeeded);
        Assert.Null(trend.WithinTolerance);
        Assert.Null(trend.MeanAbsoluteDeviation);
        Assert.Null(trend.RootMeanSquare);
    }

    [Fact]
    public void Misses_and_over_marks_of_critical_errors_are_apart()
    {
        var errors = new CriticalErrors { Found = 9, OverMarked = 3, Missed = 4, Clean = 104 };
        Assert.Equal(9 / 13.0, errors.Sensitivity);
        Assert.Equal(4 / 13.0, errors.MissRate);
        Assert.Equal(3 / 107.0, errors.OverMarkRate);
        Assert.Equal(0.75, errors.Precision);
        Assert.Equal(0.72, errors.F1);
        Assert.Equal(1, errors.Strictness.PValue!.Value, 12);
    }

    [Fact]
    public void Calls_without_an_error_have_rates_only_where_something_could_go_wrong()
    {
        var errors = new CriticalErrors { Found = 0, OverMarked = 0, Missed = 0, Clean = 20 };
        Assert.Null(errors.Sensitivity);
        Assert.Null(errors.Precision);
        Assert.Null(errors.F1);
        Assert.Null(errors.Correlation);
        Assert.Null(errors.BalancedAccuracy);
        Assert.Equal(1, errors.Specificity);
        Assert.Equal(1, errors.Agreement.Value);
        Assert.Equal(EstimateStatus.NoVariation, errors.Kappa.Status);
        Assert.Equal(EstimateStatus.InsufficientData, errors.Strictness.Status);
        Assert.Null(errors.Strictness.PValue);
    }

    [Fact]
    public void McNemars_test_is_exact_and_symmetric()
    {
        Assert.Equal(0.0192108154296875, McNemarTest.Of(15, 4).PValue!.Value, 14);
        Assert.Equal(McNemarTest.Of(15, 4).PValue, McNemarTest.Of(4, 15).PValue);
        Assert.Equal(1, McNemarTest.Of(3, 3).PValue);
        Assert.Equal(0, McNemarTest.Of(3, 3).Corrected);
    }

    private static EvaluatorTrend Trend(params Fraction[] deviations) => EvaluatorTrend.Of(deviations, 5);
}
