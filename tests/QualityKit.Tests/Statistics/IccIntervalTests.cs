using QualityKit.Reference.Statistics;
using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>The intervals of intraclass correlations: at their ends, the ratio of variances is as far out as chance has it in 25 of 1000 (McGraw and Wong 1996, table 7).</summary>
public sealed class IccIntervalTests
{
    private static readonly double[] ShroutFleiss = [9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7];
    private static readonly double[] Mixed = [-3, 1.5, -1, 4, 7, 5.5, -8, -2, -6.5, 0, 6, 0.5, 12, 11, 13.5];
    private static readonly double[] NoLeniency = [1, 3, 4, 2, 7, 9, 8, 6];
    private static readonly double[] OnlyLeniency = [10, 20, 12, 22, 15, 25, 11, 21];

    // The ratings of Shrout and Fleiss (1979), as psych 2.2.9 for R (Revelle) prints them, without lmer.
    [Fact]
    public void Intervals_are_those_that_psych_prints_for_Shrout_and_Fleiss()
    {
        var icc = IntraclassCorrelation.Of(ShroutFleiss, 4);
        Printed(-0.133, 0.72, icc.OneWay);
        Printed(0.019, 0.76, icc.Agreement);
        Printed(0.342, 0.95, icc.Consistency);
        Printed(-0.884, 0.91, icc.OneWayAverage);
        Printed(0.071, 0.93, icc.AgreementAverage);
        Printed(0.676, 0.99, icc.ConsistencyAverage);
    }

    [Fact]
    public void A_one_way_interval_ends_where_the_ratio_is_barely_by_chance()
    {
        foreach ((double[] cells, int k) in new[] { (ShroutFleiss, 4), (Mixed, 3), (NoLeniency, 2) })
        {
            ExactReliability exact = Exact(cells, k);
            double n = cells.Length / k;
            double f = Double(exact.Rows / exact.Within);
            var icc = IntraclassCorrelation.Of(cells, k);
            Tails(icc.OneWay, single => f * (1 - single) / (1 + ((k - 1) * single)), n - 1, n * (k - 1));
            Tails(icc.OneWayAverage, average => f * (1 - average), n - 1, n * (k - 1));
        }
    }

    [Fact]
    public void An_interval_of_consistency_ends_where_the_ratio_is_barely_by_chance()
    {
        foreach ((double[] cells, int k) in new[] { (ShroutFleiss, 4), (Mixed, 3), (NoLeniency, 2) })
        {
            ExactReliability exact = Exact(cells, k);
            double n = cells.Length / k;
            double f = Double(exact.Rows / exact.Error);
            var icc = IntraclassCorrelation.Of(cells, k);
            Tails(icc.Consistency, single => f * (1 - single) / (1 + ((k - 1) * single)), n - 1, (n - 1) * (k - 1));
            Tails(icc.ConsistencyAverage, average => f * (1 - average), n - 1, (n - 1) * (k - 1));
        }
    }

    [Fact]
    public void An_interval_of_agreement_of_four_raters_has_the_degrees_of_Satterthwaite() => Agree(ShroutFleiss, 4);

    [Fact]
    public void An_interval_of_agreement_of_three_raters_has_the_degrees_of_Satterthwaite() => Agree(Mixed, 3);

    [Fact]
    public void An_interval_of_agreement_without_leniency_has_the_degrees_of_what_is_left() => Agree(NoLeniency, 2);

    [Fact]
    public void An_interval_of_agreement_with_nothing_but_leniency_has_the_degrees_of_raters() => Agree(OnlyLeniency, 2);

    [Fact]
    public void Raters_who_agree_in_all_are_certain_of_it()
    {
        var icc = IntraclassCorrelation.Of([1, 1, 1, 4, 4, 4, -7, -7, -7], 3);
        Estimate[] forms = [icc.OneWay, icc.OneWayAverage, icc.Agreement, icc.AgreementAverage, icc.Consistency, icc.ConsistencyAverage];
        Assert.All(forms, form => Assert.Equal(1, form.Value));
        Assert.All(forms, form => Assert.Equal(new ConfidenceInterval(1, 1, 0.95), form.Interval));
        Assert.All(forms, form => Assert.Equal((3, 9, 0), (form.Units, form.Ratings, form.Categories)));
        Assert.Null(icc.OneWayTest);
        Assert.Null(icc.TwoWayTest);
    }

    // The least that a ratio of 0 allows: -1 / (k - 1), at both ends.
    [Fact]
    public void Units_with_one_mean_are_as_unlike_within_as_can_be()
    {
        var icc = IntraclassCorrelation.Of([1, 2, 3, 3, 1, 2], 3);
        Assert.Equal(-0.5, icc.OneWay.Value);
        Assert.Equal(new ConfidenceInterval(-0.5, -0.5, 0.95), icc.OneWay.Interval);
        Assert.Equal(-0.5, icc.Consistency.Value);
        Assert.Equal((EstimateStatus.NoVariation, 2, 6), (icc.OneWayAverage.Status, icc.OneWayAverage.Units, icc.OneWayAverage.Ratings));
        Assert.Equal(EstimateStatus.NoVariation, icc.ConsistencyAverage.Status);
    }

    // Effects of 2 for units, 1 for raters and 3 for both: MSR = 16, MSC = 4, MSE = 36, and MSR + (MSC - MSE) / n = 0.
    [Fact]
    public void Agreement_of_means_without_a_variance_of_means_has_no_value()
    {
        var icc = IntraclassCorrelation.Of([16, 8, 6, 10], 2);
        Assert.Equal((16.0, 4.0, 36.0), (icc.RowMeanSquare!.Value, icc.ColumnMeanSquare!.Value, icc.ErrorMeanSquare!.Value));
        Assert.Equal(-1, icc.Agreement.Value);
        Assert.Equal((EstimateStatus.NoVariation, 2, 4), (icc.AgreementAverage.Status, icc.AgreementAverage.Units, icc.AgreementAverage.Ratings));
    }

    // Neither units nor raters differ in their means: MSR = MSC = 0, and MSR + (k - 1) MSE + k (MSC - MSE) / n = 0.
    [Fact]
    public void Two_raters_who_swap_two_scores_have_no_agreement_to_compute()
    {
        var icc = IntraclassCorrelation.Of([1, 2, 2, 1], 2);
        Assert.Equal((EstimateStatus.NoVariation, 2, 4), (icc.Agreement.Status, icc.Agreement.Units, icc.Agreement.Ratings));
        Assert.Equal(EstimateStatus.NoVariation, icc.AgreementAverage.Status);
        Assert.Equal(-1, icc.Consistency.Value);
        Assert.Equal(-1, icc.OneWay.Value);
    }

    // Effects of 2, 1 and 2.5: MSR = 16, MSC = 4, MSE = 25. The limit of one rater is below -1, and what Spearman and Brown make of that is above 1.
    [Fact]
    public void A_limit_that_steps_over_its_value_is_no_limit()
    {
        var icc = IntraclassCorrelation.Of([15.5, 8.5, 6.5, 9.5], 2);
        Assert.Equal(-9.0 / 20, icc.Agreement.Value!.Value, 1e-15);
        Assert.True(icc.Agreement.Interval!.Value.Lower < -1);
        Assert.Equal(-9 / 5.5, icc.AgreementAverage.Value!.Value, 1e-14);
        Assert.Null(icc.AgreementAverage.Interval);
    }

    // MSR = d^2 / 2 and MSW = 1e152 by hand; 9.98 times their ratio is more than a double holds.
    [Fact]
    public void A_limit_beyond_all_numbers_is_no_limit()
    {
        const double d = 1.5e-78;
        var icc = IntraclassCorrelation.Of([0, 0, d, d, 1e76, -1e76, 1e76, -1e76], 2);
        Assert.Equal(2e152 / (d * d), -icc.OneWayAverage.Value!.Value, 1e295);
        Assert.Null(icc.OneWayAverage.Interval);
    }

    private static void Agree(double[] cells, int k)
    {
        ExactReliability exact = Exact(cells, k);
        double n = cells.Length / k;
        (double rows, double columns, double error, double value) = (Double(exact.Rows), Double(exact.Columns), Double(exact.Error), Double(exact.Agreement!));
        double odds = k * value / (n * (1 - value));
        (double leniency, double rest) = (odds * columns, (1 + ((n - 1) * odds)) * error);
        double degrees = Math.Pow(leniency + rest, 2) / ((Math.Pow(leniency, 2) / (k - 1)) + (Math.Pow(rest, 2) / ((n - 1) * (k - 1))));

        // The variances of raters and of the rest, as a correlation p would have them, make the ratio that is looked at.
        double Ratio(double p) => n * rows * (1 - p) / ((p * k * columns) + ((n + (p * ((k * n) - k - n))) * error));
        var icc = IntraclassCorrelation.Of(cells, k);
        Tails(icc.Agreement, Ratio, n - 1, degrees);
        Tails(icc.AgreementAverage, average => Ratio(average / (k - ((k - 1) * average))), n - 1, degrees);
    }

    private static void Tails(Estimate estimate, Func<double, double> ratio, double above, double below)
    {
        ConfidenceInterval interval = estimate.Interval!.Value;
        Assert.Equal(0.025, ExactDistributions.FisherFUpper(ratio(interval.Lower), above, below).ToDouble(), 1e-11);
        Assert.Equal(0.025, ExactDistributions.FisherFLower(ratio(interval.Upper), above, below).ToDouble(), 1e-11);
        Assert.Equal(0.95, interval.Confidence);
        Assert.True(interval.Contains(estimate.Value!.Value));
    }

    private static void Printed(double lower, double upper, Estimate estimate)
    {
        Assert.Equal(lower, estimate.Interval!.Value.Lower, 0.00051);
        Assert.Equal(upper, estimate.Interval.Value.Upper, 0.0051);
        Assert.Equal((6, 24), (estimate.Units, estimate.Ratings));
    }

    private static ExactReliability Exact(double[] cells, int k) => new([.. cells.Chunk(k).Select(row => row.Select(GeneratedRatings.Number).ToList())]);

    private static double Double(Reference.ExactNumber number) => Real.Of(number).ToDouble();
}
