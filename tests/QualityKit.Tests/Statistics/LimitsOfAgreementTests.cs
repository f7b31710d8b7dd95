using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>Where differences lie around their mean.</summary>
public sealed class LimitsOfAgreementTests
{
    private const double Z = 1.9599639845400542;

    // Bland and Altman (1986), table 1: peak flow of 17 people by two meters, the first of two readings each.
    private static readonly double[] Large = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427];
    private static readonly double[] Mini = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451];

    [Fact]
    public void Two_peak_flow_meters_differ_as_published()
    {
        LimitsOfAgreement limits = PairedScores.Of(Large, Mini).LimitsOfAgreement();
        Assert.Equal(-2.1, limits.Bias.Value!.Value, 0.05);
        Assert.Equal(38.8, limits.StandardDeviation!.Value, 0.05);
        Assert.Equal(9.4, limits.Bias.StandardError!.Value, 0.05);
        Assert.Equal(-22.0, limits.Bias.Interval!.Value.Lower, 0.1);
        Assert.Equal(17.8, limits.Bias.Interval!.Value.Upper, 0.1);
        Assert.Equal(16.3, limits.ApproximateErrorOfLimit!.Value, 0.05);
    }

    [Fact]
    public void Three_differences_have_limits_with_errors_and_intervals()
    {
        // Mean 1 and sum of squares 78 by hand; with two degrees of freedom t is (2 p - 1) / sqrt(2 p (1 - p)).
        LimitsOfAgreement limits = LimitsOfAgreement.Of([-4, 8, -1]);
        double deviation = Math.Sqrt(78 / 2.0);
        double t = 0.95 / Math.Sqrt(2 * 0.975 * 0.025);
        Same(limits.Bias, 1, deviation / Math.Sqrt(3), t);
        Assert.Equal(deviation, limits.StandardDeviation!.Value, 1e-14);
        Assert.Equal(deviation, limits.ApproximateErrorOfLimit!.Value, 1e-14);
        double error = deviation * Math.Sqrt((1 / 3.0) + (Z * Z / 4));
        Same(limits.Lower, 1 - (Z * deviation), error, t);
        Same(limits.Upper, 1 + (Z * deviation), error, t);
    }

    [Fact]
    public void Two_differences_are_enough()
    {
        // Mean 5, deviation sqrt(2); with one degree of freedom t is tan(pi (p - 1/2)).
        LimitsOfAgreement limits = LimitsOfAgreement.Of([4, 6]);
        double t = Math.Tan(Math.PI * 0.475);
        Same(limits.Bias, 5, 1, t);
        Assert.Equal(Math.Sqrt(2), limits.StandardDeviation!.Value, 1e-15);
        Assert.Equal(Math.Sqrt(3), limits.ApproximateErrorOfLimit!.Value, 1e-14);
        Same(limits.Upper, 5 + (Z * Math.Sqrt(2)), Math.Sqrt(2) * Math.Sqrt(0.5 + (Z * Z / 2)), t);
    }

    [Fact]
    public void One_difference_is_a_bias_without_limits_and_none_is_nothing()
    {
        LimitsOfAgreement one = LimitsOfAgreement.Of([-7.5]);
        Assert.Equal((-7.5, null, null), (one.Bias.Value, one.Bias.StandardError, one.Bias.Interval));
        Assert.Equal((1, 2), (one.Bias.Units, one.Bias.Ratings));
        Assert.Equal(new double?[] { null, null }, [one.StandardDeviation, one.ApproximateErrorOfLimit]);
        Assert.Equal((EstimateStatus.InsufficientData, 1, 2), (one.Lower.Status, one.Lower.Units, one.Lower.Ratings));
        Assert.Equal(EstimateStatus.InsufficientData, one.Upper.Status);

        LimitsOfAgreement none = LimitsOfAgreement.Of([]);
        Assert.Equal((EstimateStatus.InsufficientData, 0, 0), (none.Bias.Status, none.Bias.Units, none.Bias.Ratings));
        Assert.Equal(EstimateStatus.InsufficientData, none.Lower.Status);
        Assert.Null(none.ApproximateErrorOfLimit);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1.0000000000000002e100)]
    public void A_difference_that_cannot_be_used_is_refused(double difference)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => LimitsOfAgreement.Of([1, difference]));
        Assert.Equal("differences", refused.ParamName);
        Assert.Contains("at most 1e100 from 0", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1e100, LimitsOfAgreement.Of([1e100]).Bias.Value);
    }

    private static void Same(Estimate estimate, double value, double error, double t)
    {
        double size = Math.Abs(value) + (t * error);
        Assert.Equal(value, estimate.Value!.Value, 1e-14 * size);
        Assert.Equal(error, estimate.StandardError!.Value, 1e-14 * size);
        Assert.Equal(value - (t * error), estimate.Interval!.Value.Lower, 1e-12 * size);
        Assert.Equal(value + (t * error), estimate.Interval.Value.Upper, 1e-12 * size);
        Assert.Equal(0.95, estimate.Interval.Value.Confidence);
        Assert.Equal(estimate.Units * 2, estimate.Ratings);
    }
}
