using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>Scores of any size that is allowed, whose squares' squares are not.</summary>
public sealed class ScaleOfScoresTests
{
    private static readonly double[] ShroutFleiss = [9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7];

    // A factor that is a power of two changes no digit.
    [Theory]
    [InlineData(-300)]
    [InlineData(300)]
    public void The_unit_of_scores_changes_no_coefficient(int power)
    {
        double[] scaled = [.. ShroutFleiss.Select(score => Math.ScaleB(score, power))];
        var (one, other) = (IntraclassCorrelation.Of(ShroutFleiss, 4), IntraclassCorrelation.Of(scaled, 4));
        Assert.Equal(one.OneWay, other.OneWay);
        Assert.Equal(one.Consistency, other.Consistency);
        Assert.Equal(one.Agreement, other.Agreement);
        Assert.Equal(one.AgreementAverage, other.AgreementAverage);
    }

    [Theory]
    [InlineData(-300)]
    [InlineData(300)]
    public void The_unit_of_scores_changes_no_concordance(int power)
    {
        double[] x = [-2, 1.5, 4, 7, 3];
        double[] y = [-1, 3.5, 2, 9, 6.25];
        Estimate one = PairedScores.Of(x, y).Concordance();
        Estimate other = PairedScores.Of([.. x.Select(score => Math.ScaleB(score, power))], [.. y.Select(score => Math.ScaleB(score, power))]).Concordance();
        Assert.Equal(one.Value!.Value, other.Value!.Value, 1e-15);
        Assert.Equal(one.StandardError!.Value, other.StandardError!.Value, 1e-15);
        Assert.Equal(one.Interval!.Value.Lower, other.Interval!.Value.Lower, 1e-14);
    }

    [Fact]
    public void Units_ten_billion_times_as_far_apart_as_raters_agree_as_far_as_digits_go()
    {
        var icc = IntraclassCorrelation.Of([0, 1, 1e10, 1e10 + 1.5, 3e10, 3e10 - 1], 2);
        Assert.Equal(1, icc.Agreement.Value!.Value, 1e-15);
        Assert.InRange(icc.Agreement.Interval!.Value.Lower, 1 - 1e-15, 1);
        Assert.Equal(1, icc.AgreementAverage.Value!.Value, 1e-15);
    }

    [Fact]
    public void Units_that_differ_by_next_to_nothing_leave_no_reliability_of_means()
    {
        var icc = IntraclassCorrelation.Of([0, 0, 1e-60, 1e-60, 1e100, -1e100], 2);
        Assert.Equal(EstimateStatus.NoVariation, icc.OneWayAverage.Status);
        Assert.Equal(EstimateStatus.NoVariation, icc.ConsistencyAverage.Status);
        Assert.Equal(EstimateStatus.NoVariation, icc.AgreementAverage.Status);
        Assert.Equal(-1, icc.OneWay.Value!.Value, 1e-15);
    }
}
