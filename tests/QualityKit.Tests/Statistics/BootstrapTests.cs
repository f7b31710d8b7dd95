using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

public sealed class BootstrapTests
{
    private static readonly UnitCounts Counts = UnitCounts.Of(
        RatingScale.Of(1, 2, 3), [.. Enumerable.Range(0, 60).SelectMany(i => (i % 7) switch { 0 => new[] { 3, 0, 0 }, 1 => [2, 1, 0], 2 => [0, 3, 0], 3 => [0, 1, 2], 4 => [0, 0, 3], 5 => [0, 0, 2], _ => [1, 1, 1] })]);

    [Theory]
    [InlineData(AlphaMetric.Nominal)]
    [InlineData(AlphaMetric.Ordinal)]
    [InlineData(AlphaMetric.Interval)]
    public void A_seed_repeats_itself_and_the_error_is_near_that_of_the_formula(AlphaMetric metric)
    {
        BootstrapResult result = Agreement.KrippendorffBootstrap(Counts, metric, 42, 2000);
        Assert.Equal(result, Agreement.KrippendorffBootstrap(Counts, metric, 42, 2000));
        Assert.NotEqual(result.Percentile, Agreement.KrippendorffBootstrap(Counts, metric, 43, 2000).Percentile);
        Estimate formula = Agreement.Krippendorff(Counts, metric);
        Assert.Equal(formula.Value, result.Estimate.Value);
        Assert.InRange(result.Estimate.StandardError!.Value / formula.StandardError!.Value, 0.85, 1.15);
        Assert.True(result.Percentile!.Value.Contains(formula.Value!.Value));
        Assert.True(result.Corrected!.Value.Contains(formula.Value!.Value));
        Assert.Equal(2000, result.Replicates);
        Assert.Equal(0, result.Undefined);
    }

    [Fact]
    public void Replicates_that_are_all_alike_are_counted_and_left_out()
    {
        UnitCounts few = UnitCounts.Of(RatingScale.YesNo, 2, 0, 2, 0, 1, 1);
        BootstrapResult result = Agreement.KrippendorffBootstrap(few, AlphaMetric.Nominal, 1, 500);
        Assert.Equal(500, result.Replicates + result.Undefined);

        // Both equal units, three times: (2/3)^3 of all draws.
        Assert.InRange(result.Undefined, 100, 200);
    }
}
