using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

/// <summary>Units drawn again, beside draws whose alpha is computed one by one.</summary>
public sealed class AlphaBootstrapTests
{
    private static readonly RatingScale Scale = RatingScale.Of(0, 1, 2, 3.5, 5, 6, 8, 9, 11, 15);

    // The categories of each unit's ratings; one has a single rating, and one has none.
    private static readonly int[][] Units = [[0, 0, 1], [1, 1], [2, 3, 3, 3], [4, 5], [], [6, 6, 8], [9, 9], [7], [9, 8, 9], [5, 5, 2], [0, 3], [4, 4, 5]];

    [Theory]
    [InlineData(AlphaMetric.Nominal)]
    [InlineData(AlphaMetric.Ordinal)]
    [InlineData(AlphaMetric.Interval)]
    [InlineData(AlphaMetric.Ratio)]
    public void Error_and_intervals_are_those_of_alpha_in_every_draw(AlphaMetric metric)
    {
        int[][] rated = [.. Units.Where(unit => unit.Length > 0)];
        double[] sorted = [.. Draws(rated, metric, seed: 21, replicates: 40).OfType<double>().Order()];
        Estimate whole = Agreement.Krippendorff(Counts(Units), metric);
        double value = whole.Value!.Value;
        BootstrapResult result = Agreement.KrippendorffBootstrap(Counts(Units), metric, 21, 40, 0.9);
        Assert.Equal(40, sorted.Length);
        Assert.Equal((40, 0), (result.Replicates, result.Undefined));
        Assert.Equal(value, result.Estimate.Value!.Value, 1e-14);
        Assert.Equal((whole.Units, whole.Ratings, whole.Categories), (result.Estimate.Units, result.Estimate.Ratings, result.Estimate.Categories));
        Assert.Equal((whole.Observed, whole.Expected), (result.Estimate.Observed, result.Estimate.Expected));

        double mean = sorted.Average();
        Assert.Equal(Math.Sqrt(sorted.Sum(replicate => (replicate - mean) * (replicate - mean)) / 39), result.Estimate.StandardError!.Value, 1e-12);
        Near(new ConfidenceInterval(Quantile(sorted, 0.05), Quantile(sorted, 0.95), 0.9), result.Percentile!.Value);

        // Efron 1987: the bias, and the acceleration from units left out.
        double[] left = [.. rated.Select((_, i) => Alpha([.. rated.Where((_, at) => at != i)], metric)!.Value)];
        double middle = left.Average();
        double acceleration = left.Sum(one => Math.Pow(middle - one, 3)) / (6 * Math.Pow(left.Sum(one => Math.Pow(middle - one, 2)), 1.5));
        double bias = NormalDistribution.Quantile(sorted.Count(replicate => replicate < value) / 40.0);
        var corrected = new ConfidenceInterval(Quantile(sorted, Shifted(NormalDistribution.Quantile(0.05))), Quantile(sorted, Shifted(NormalDistribution.Quantile(0.95))), 0.9);
        Near(corrected, result.Corrected!.Value);
        Near(corrected with { Lower = Math.Min(value, corrected.Lower), Upper = Math.Max(value, corrected.Upper) }, result.Estimate.Interval!.Value);

        double Shifted(double z) => NormalDistribution.Lower(bias + ((bias + z) / (1 - (acceleration * (bias + z)))));
    }

    [Fact]
    public void A_unit_that_nobody_rated_changes_no_draw()
    {
        int[][] rated = [.. Units.Where(unit => unit.Length > 0)];
        Assert.Equal(
            Agreement.KrippendorffBootstrap(Counts(rated), AlphaMetric.Interval, 5, 30),
            Agreement.KrippendorffBootstrap(Counts(Units), AlphaMetric.Interval, 5, 30));
    }

    [Fact]
    public void Replicates_on_one_side_of_the_value_have_no_corrected_interval_and_are_stretched_to_it()
    {
        int[][] units = [[0, 0], [0, 0], [9, 9], [0, 9], [0, 9]];
        double value = Alpha(units, AlphaMetric.Nominal)!.Value;
        foreach (int side in new[] { -1, 1 })
        {
            ulong seed = Enumerable.Range(0, 400).Select(i => (ulong)i).First(seed => Draws(units, AlphaMetric.Nominal, seed, 2)
                .All(replicate => replicate is { } known && Math.Sign(Math.Round(known - value, 9)) == side));
            double[] sorted = [.. Draws(units, AlphaMetric.Nominal, seed, 2).OfType<double>().Order()];
            BootstrapResult result = Agreement.KrippendorffBootstrap(Counts(units), AlphaMetric.Nominal, seed, 2);
            Assert.Null(result.Corrected);
            Near(new ConfidenceInterval(Quantile(sorted, 0.025), Quantile(sorted, 0.975), 0.95), result.Percentile!.Value);
            Near(
                side < 0 ? result.Percentile.Value with { Upper = value } : result.Percentile.Value with { Lower = value },
                result.Estimate.Interval!.Value);
        }
    }

    [Fact]
    public void Without_a_value_when_a_unit_is_left_out_the_percentiles_are_the_interval()
    {
        int[][] units = [[0, 0], [0, 0], [0, 9]];
        BootstrapResult result = Agreement.KrippendorffBootstrap(Counts(units), AlphaMetric.Nominal, 1, 60);
        double[] sorted = [.. Draws(units, AlphaMetric.Nominal, 1, 60).OfType<double>().Order()];
        Assert.Equal((sorted.Length, 60 - sorted.Length), (result.Replicates, result.Undefined));
        Assert.Null(result.Corrected);
        Near(new ConfidenceInterval(Quantile(sorted, 0.025), Quantile(sorted, 0.975), 0.95), result.Percentile!.Value);
    }

    [Fact]
    public void Fewer_than_two_replicates_with_a_value_have_no_error()
    {
        int[][] units = [[0, 0], [0, 0], [0, 9]];
        foreach (int known in new[] { 0, 1, 2 })
        {
            ulong seed = Enumerable.Range(0, 400).Select(i => (ulong)i).First(seed => Draws(units, AlphaMetric.Nominal, seed, 2).OfType<double>().Count() == known);
            BootstrapResult result = Agreement.KrippendorffBootstrap(Counts(units), AlphaMetric.Nominal, seed, 2);
            Assert.Equal((known, 2 - known), (result.Replicates, result.Undefined));
            Assert.Equal(0, result.Estimate.Value!.Value, 1e-15);
            Assert.Equal(known < 2, result.Estimate.StandardError is null);
            Assert.Equal(known < 2, result.Percentile is null);
            Assert.Equal(known < 2, result.Estimate.Interval is null);
        }
    }

    [Fact]
    public void Units_that_are_all_alike_have_no_draws()
    {
        BootstrapResult result = Agreement.KrippendorffBootstrap(Counts([[3, 3], [3, 3]]), AlphaMetric.Interval, 1, 10);
        Assert.Equal(EstimateStatus.NoVariation, result.Estimate.Status);
        Assert.Equal((0, 0), (result.Replicates, result.Undefined));
    }

    private static UnitCounts Counts(int[][] units) =>
        UnitCounts.Of(Scale, [.. units.SelectMany(unit => Enumerable.Range(0, Scale.Count).Select(k => unit.Count(code => code == k)))]);

    private static double? Alpha(int[][] units, AlphaMetric metric) => new AlphaOfCounts(Counts(units), metric).Value().Value;

    private static double?[] Draws(int[][] units, AlphaMetric metric, ulong seed, int replicates)
    {
        var stream = new RandomStream(seed);
        double?[] values = new double?[replicates];
        for (int i = 0; i < replicates; i++)
        {
            int[][] drawn = new int[units.Length][];
            for (int unit = 0; unit < drawn.Length; unit++)
            {
                drawn[unit] = units[stream.Below(units.Length)];
            }

            values[i] = Alpha(drawn, metric);
        }

        return values;
    }

    // Hyndman and Fan, type 7.
    private static double Quantile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        (double low, double high) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
        return low + ((place - Math.Floor(place)) * (high - low));
    }

    private static void Near(ConfidenceInterval expected, ConfidenceInterval actual)
    {
        Assert.Equal(expected.Lower, actual.Lower, 1e-10);
        Assert.Equal(expected.Upper, actual.Upper, 1e-10);
        Assert.Equal(expected.Confidence, actual.Confidence, 1e-15);
    }
}
