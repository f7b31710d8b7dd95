using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>What alpha takes and refuses, and what an estimate holds.</summary>
public sealed class AlphaDoorTests
{
    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void An_ordinal_alpha_of_few_values_has_a_standard_error(int values, bool hasError)
    {
        double[] cells = [.. Enumerable.Range(0, values).SelectMany(i => new[] { (double)i, i / 2 * 2 % values })];
        Estimate alpha = Agreement.Krippendorff(Ratings.FromDense(cells, 2).Value, AlphaMetric.Ordinal);
        Assert.Equal(values, alpha.Categories);
        Assert.True(alpha.HasValue);
        Assert.Equal(hasError, alpha.StandardError is not null);
    }

    [Fact]
    public void A_bootstrap_takes_at_most_64_categories()
    {
        Assert.True(Agreement.KrippendorffBootstrap(Counts(64), AlphaMetric.Interval, 1, 2).Estimate.HasValue);
        Assert.Contains(
            "a bootstrap takes at most 64 categories, and there are 65",
            Assert.Throws<ArgumentException>("counts", () => Agreement.KrippendorffBootstrap(Counts(65), AlphaMetric.Interval, 1, 2)).Message,
            StringComparison.Ordinal);

        static UnitCounts Counts(int width)
        {
            int[] counts = new int[3 * width];
            (counts[0], counts[width + 1], counts[width + 2], counts[(2 * width) + 5]) = (2, 1, 1, 2);
            return UnitCounts.Of(RatingScale.Of([.. Enumerable.Range(0, width).Select(value => (double)value)]), counts);
        }
    }

    [Fact]
    public void A_bootstrap_draws_twice_or_more_with_a_confidence_between_0_and_1()
    {
        UnitCounts counts = UnitCounts.Of(RatingScale.YesNo, 2, 0, 1, 1, 0, 2);
        BootstrapResult two = Agreement.KrippendorffBootstrap(counts, AlphaMetric.Nominal, 1, 2);
        Assert.Equal(2, two.Replicates + two.Undefined);
        Assert.Throws<ArgumentOutOfRangeException>("replicates", () => Agreement.KrippendorffBootstrap(counts, AlphaMetric.Nominal, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => Agreement.KrippendorffBootstrap(counts, AlphaMetric.Nominal, 1, 2, 0));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => Agreement.KrippendorffBootstrap(counts, AlphaMetric.Nominal, 1, 2, 1));
        Assert.Throws<ArgumentNullException>("counts", () => Agreement.KrippendorffBootstrap(null!, AlphaMetric.Nominal, 1));
    }

    [Fact]
    public void A_bootstrap_of_what_has_no_alpha_draws_nothing()
    {
        BootstrapResult result = Agreement.KrippendorffBootstrap(UnitCounts.Of(RatingScale.YesNo, 2, 0, 3, 0), AlphaMetric.Nominal, 1, 20);
        Assert.Equal(EstimateStatus.NoVariation, result.Estimate.Status);
        Assert.Equal((0, 0), (result.Replicates, result.Undefined));
        Assert.Null(result.Percentile);
        Assert.Null(result.Corrected);
    }

    [Fact]
    public void Alpha_needs_its_ratings()
    {
        UnitCounts counts = UnitCounts.Of(RatingScale.YesNo, 2, 0);
        Assert.Throws<ArgumentNullException>("counts", () => Agreement.Krippendorff((UnitCounts)null!, AlphaMetric.Nominal));
        Assert.Throws<ArgumentNullException>("counts", () => Agreement.Krippendorff(null!, AgreementWeights.Linear));
        Assert.Throws<ArgumentNullException>("weights", () => Agreement.Krippendorff(counts, null!));
        Assert.Throws<ArgumentNullException>("ratings", () => Agreement.Krippendorff((Ratings)null!, AlphaMetric.Nominal));
        Assert.Throws<ArgumentNullException>("counts", () => Agreement.KrippendorffJackknife(null!, AlphaMetric.Nominal));
    }

    [Fact]
    public void An_estimate_is_a_finite_number()
    {
        foreach (double none in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            Assert.Contains(
                "a statistic without a value was given one that is not finite",
                Assert.Throws<InvalidOperationException>(() => Estimate.Of(none, new EstimateSize(1, 2, 3))).Message,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_corrected_statistic_is_less_its_bias()
    {
        var estimate = Estimate.Of(0.75, new EstimateSize(4, 8, 2));
        Assert.Equal(0.625, new Jackknife { Estimate = estimate, Bias = 0.125 }.Corrected);
        Assert.Null(new Jackknife { Estimate = estimate }.Corrected);
        Assert.Empty(new Jackknife { Estimate = estimate, Values = default }.Values);
        Assert.Equal([0.5, null], new Jackknife { Estimate = estimate, Values = [0.5, null] }.Values.AsEnumerable());
    }

    [Fact]
    public void An_interval_holds_its_ends()
    {
        var interval = new ConfidenceInterval(-1, 2, 0.95);
        Assert.True(interval.Contains(-1));
        Assert.True(interval.Contains(2));
        Assert.False(interval.Contains(-1.5));
        Assert.False(interval.Contains(2.5));
    }
}
