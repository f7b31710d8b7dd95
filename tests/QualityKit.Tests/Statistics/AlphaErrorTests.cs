using QualityKit.Reference;
using QualityKit.Reference.Statistics;
using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

/// <summary>Alpha with its errors beside exact fractions: units left out, and units linearised.</summary>
public sealed class AlphaErrorTests
{
    private static readonly double[] Values = [1, 2, 4, 7];

    // The categories of each unit's ratings by rater; the fifth has one rating, and the sixth none.
    private static readonly int?[][] Cells =
    [
        [0, 0, 1, null], [3, 2, 2, 3], [1, 1, null, null], [2, null, 3, 0], [null, 3, null, null], [null, null, null, null], [0, 1, 0, 0], [3, 3, 3, null], [1, 2, null, 2],
    ];

    private static readonly UnitCounts Counts = CountsOf(Values, Cells);

    [Theory]
    [InlineData(AlphaMetric.Nominal)]
    [InlineData(AlphaMetric.Ordinal)]
    [InlineData(AlphaMetric.Interval)]
    [InlineData(AlphaMetric.Ratio)]
    public void The_jackknife_has_the_values_the_error_and_the_bias_of_units_left_out(AlphaMetric metric)
    {
        double whole = Alpha(Cells, metric)!.Value;
        double[] left = [.. Cells.Select((_, i) => Alpha([.. Cells.Where((_, at) => at != i)], metric)!.Value)];
        Jackknife jackknife = Agreement.KrippendorffJackknife(Counts, metric);
        Assert.All(left, (value, i) => Assert.Equal(value, jackknife.Values[i]!.Value, 1e-13));
        Assert.Equal(9, jackknife.Values.Length);

        // Of the units that somebody rated.
        double[] rated = [.. left.Where((_, i) => i != 5)];
        double error = Math.Sqrt(7 / 8.0 * rated.Sum(value => Math.Pow(value - rated.Average(), 2)));
        Assert.Equal(whole, jackknife.Estimate.Value!.Value, 1e-13);
        Assert.Equal(error, jackknife.Estimate.StandardError!.Value, 1e-12);
        Assert.Equal(7 * (rated.Average() - whole), jackknife.Bias!.Value, 1e-12);
        Assert.Equal(whole - (7 * (rated.Average() - whole)), jackknife.Corrected!.Value, 1e-12);
        NearStudent(jackknife.Estimate, whole, error, 7);
        Assert.Equal((7L, 22L, 4), (jackknife.Estimate.Units, jackknife.Estimate.Ratings, jackknife.Estimate.Categories));
        Assert.Equal(jackknife.Estimate.Value.Value, 1 - (jackknife.Estimate.Observed!.Value / jackknife.Estimate.Expected!.Value), 1e-14);
        if (metric == AlphaMetric.Ordinal)
        {
            Assert.Equal(jackknife.Estimate, Agreement.Krippendorff(Counts, metric));
        }
    }

    [Fact]
    public void Two_units_are_enough_for_a_jackknife_and_one_is_not()
    {
        int?[][] two = [[0, 0, 1], [2, 2, 3]];
        Jackknife jackknife = Agreement.KrippendorffJackknife(CountsOf(Values, two), AlphaMetric.Ordinal);
        (double first, double second) = (Alpha([two[1]], AlphaMetric.Ordinal)!.Value, Alpha([two[0]], AlphaMetric.Ordinal)!.Value);
        Assert.Equal(first, jackknife.Values[0]!.Value, 1e-14);
        Assert.Equal(second, jackknife.Values[1]!.Value, 1e-14);
        Assert.Equal(((first + second) / 2) - Alpha(two, AlphaMetric.Ordinal)!.Value, jackknife.Bias!.Value, 1e-14);
        Assert.Equal(0, jackknife.Estimate.StandardError!.Value, 1e-14);
        Jackknife one = Agreement.KrippendorffJackknife(CountsOf(Values, two[..1]), AlphaMetric.Interval);
        Assert.Equal(0, one.Estimate.Value!.Value, 1e-14);
        Assert.Null(one.Estimate.StandardError);
        Assert.Null(one.Bias);
        Assert.Null(Assert.Single(one.Values));
    }

    [Fact]
    public void Without_the_only_unit_that_varies_there_is_no_value_and_no_error()
    {
        // Five of one and two of another: sevenths and sixths do not cancel wholly in a double.
        UnitCounts counts = UnitCounts.Of(RatingScale.Of(1, 2), 5, 2, 3, 0, 2, 0, 4, 0);
        foreach (AlphaMetric metric in new[] { AlphaMetric.Nominal, AlphaMetric.Ordinal, AlphaMetric.Interval })
        {
            Jackknife jackknife = Agreement.KrippendorffJackknife(counts, metric);
            Assert.Equal([true, false, false, false], jackknife.Values.Select(value => value is null));
            Assert.Null(jackknife.Bias);
            Assert.Null(jackknife.Corrected);
            Assert.Null(jackknife.Estimate.StandardError);
            Assert.True(jackknife.Estimate.HasValue);
        }
    }

    [Fact]
    public void Ratings_without_a_value_have_no_jackknife()
    {
        Jackknife alike = Agreement.KrippendorffJackknife(CountsOf(Values, [[1, 1], [1, 1]]), AlphaMetric.Interval);
        Assert.Equal(EstimateStatus.NoVariation, alike.Estimate.Status);
        Assert.Equal((0.0, 0.0), (alike.Estimate.Observed!.Value, alike.Estimate.Expected!.Value));
        Assert.Empty(alike.Values);
        Jackknife alone = Agreement.KrippendorffJackknife(CountsOf(Values, [[1, null], [null, 2]]), AlphaMetric.Ordinal);
        Assert.Equal(EstimateStatus.InsufficientData, alone.Estimate.Status);
        Assert.Empty(alone.Values);
        Assert.Equal((0L, 0L, 4), (alone.Estimate.Units, alone.Estimate.Ratings, alone.Estimate.Categories));
        Assert.Equal(EstimateStatus.InsufficientData, Agreement.Krippendorff(CountsOf(Values, [[1, null], [null, 2]]), AlphaMetric.Ordinal).Status);
    }

    [Fact]
    public void A_fixed_metric_has_the_error_of_linearised_units()
    {
        ExactNumber[] values = [.. Values.Select(GeneratedRatings.Number)];
        ExactCoefficient nominal = new ExactAgreement(new ExactRatings(Cells, values), ExactWeights.Identity(values)).Alpha();
        ExactCoefficient interval = new ExactAgreement(new ExactRatings(Cells, values), ExactWeights.Quadratic(values)).Alpha();
        Near(nominal, Agreement.Krippendorff(Counts, AlphaMetric.Nominal));
        Near(nominal, Agreement.Krippendorff(Counts, AgreementWeights.Identity));
        Near(interval, Agreement.Krippendorff(Counts, AlphaMetric.Interval));
        Near(interval, Agreement.Krippendorff(Counts, AgreementWeights.Quadratic));
        Near(nominal, new AlphaOfValues(Table(Values, Cells), AlphaMetric.Nominal).Estimate());
        Near(interval, new AlphaOfValues(Table(Values, Cells), AlphaMetric.Interval).Estimate());
    }

    [Fact]
    public void Ratio_alpha_has_one_error_by_counts_and_by_values()
    {
        Estimate counts = Agreement.Krippendorff(Counts, AlphaMetric.Ratio);
        Estimate values = new AlphaOfValues(Table(Values, Cells), AlphaMetric.Ratio).Estimate();
        Assert.Equal(counts.Value!.Value, values.Value!.Value, 1e-14);
        Assert.Equal(counts.StandardError!.Value, values.StandardError!.Value, 1e-14);
        Assert.Equal(counts.Observed!.Value, values.Observed!.Value, 1e-14);
        Assert.Equal(counts.Expected!.Value, values.Expected!.Value, 1e-14);
    }

    [Fact]
    public void Units_far_apart_keep_the_digits_of_what_is_within_them()
    {
        int?[][] cells = [[2, 4, 3], [0, 1, 1]];
        double[] values = [-1e8, -1e8 + 3, 1e8 + 1, 1e8 + 5, 1e8 + 8];
        Estimate estimate = new AlphaOfValues(Table(values, cells), AlphaMetric.Interval).Estimate();

        // Squares of 7, 4 and 3 in the one unit, of 3, 3 and 0 in the other; each twice, over 2 pairs a rating and 6 ratings.
        Assert.Equal((49 + 16 + 9 + 9 + 9) / 6.0, estimate.Observed!.Value, 1e-6);
    }

    [Fact]
    public void Units_that_stand_for_a_million_keep_the_digits_of_their_differences()
    {
        // Ordinal alpha of two categories is the nominal one, 1 - (n - 1) d / (a b), where d units of two differ and a and b are the totals.
        long[] times = [400_000, 250_000, 350_000];
        var counts = new UnitCounts(RatingScale.YesNo, [2, 0, 1, 1, 0, 2], times);
        (ExactNumber[] left, ExactNumber n) = ([.. Enumerable.Range(0, 3).Select(i => Exact([.. times.Select((time, at) => time - (at == i ? 1 : 0))]))], ExactNumber.Of(1_000_000));
        ExactNumber mean = ExactNumber.Sum(left.Zip(times, (value, time) => value * ExactNumber.Of(time))) / n;
        ExactNumber squares = ExactNumber.Sum(left.Zip(times, (value, time) => ExactNumber.Of(time) * (value - mean) * (value - mean)));
        double error = Math.Sqrt(Real.Of((n - ExactNumber.One) / n * squares).ToDouble());
        Estimate estimate = Agreement.Krippendorff(counts, AlphaMetric.Ordinal);
        Assert.Equal(Real.Of(Exact(times)).ToDouble(), estimate.Value!.Value, 1e-14);
        Assert.Equal(error, estimate.StandardError!.Value, 1e-7 * error);

        static ExactNumber Exact(long[] units)
        {
            (long no, long yes) = ((2 * units[0]) + units[1], (2 * units[2]) + units[1]);
            return ExactNumber.One - (ExactNumber.Of(no + yes - 1) * ExactNumber.Of(units[1]) / (ExactNumber.Of(no) * ExactNumber.Of(yes)));
        }
    }

    [Fact]
    public void Distances_are_those_of_the_metric()
    {
        Assert.Equal([0, 2.25, 20.25, 2.25, 0, 9, 20.25, 9, 0], AlphaDistance.Table([1, 5, 6], [2, 1, 5], AlphaMetric.Ordinal));
        Assert.Equal([0, 16, 25, 16, 0, 1, 25, 1, 0], AlphaDistance.Table([1, 5, 6], [2, 1, 5], AlphaMetric.Interval));
        Assert.Equal([0, 1, 1, 1, 0, 1, 1, 1, 0], AlphaDistance.Table([1, 5, 6], [2, 1, 5], AlphaMetric.Nominal));
        Assert.Equal([0, 0.25, 0.25, 0], AlphaDistance.Table([1, 3], [2, 1], AlphaMetric.Ratio));
        Assert.Equal([1, 2.5, 5.5], AlphaDistance.MiddleRanks([2, 1, 5]));
        Assert.Equal([0.0, 1], [AlphaDistance.Between(3, 3, AlphaMetric.Nominal), AlphaDistance.Between(3, 4, AlphaMetric.Nominal)]);
        Assert.Equal(0, AlphaDistance.Between(0, 0, AlphaMetric.Ratio));
    }

    [Fact]
    public void The_ratio_metric_refuses_values_below_0()
    {
        var error = Assert.Throws<ArgumentException>(() => AlphaDistance.Between(-1, 2, AlphaMetric.Ratio));
        Assert.Contains("0 or more", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => AlphaDistance.Between(2, -1, AlphaMetric.Ratio));
        Assert.Equal(1, AlphaDistance.Between(0, 2, AlphaMetric.Ratio));
    }

    private static void Near(ExactCoefficient exact, Estimate estimate)
    {
        double value = Real.Of(exact.Value!).ToDouble();
        double error = Math.Sqrt(Real.Of(exact.Variance!).ToDouble());
        Assert.Equal(value, estimate.Value!.Value, 1e-13);
        Assert.Equal(error, estimate.StandardError!.Value, 1e-13);
        NearStudent(estimate, value, error, 6);
        Assert.Equal((7L, 22L, 4), (estimate.Units, estimate.Ratings, estimate.Categories));
    }

    private static void NearStudent(Estimate estimate, double value, double error, int degrees)
    {
        double margin = StudentTDistribution.UpperQuantile(0.025, degrees) * error;
        Assert.Equal(value - margin, estimate.Interval!.Value.Lower, 1e-11);
        Assert.Equal(Math.Min(1, value + margin), estimate.Interval.Value.Upper, 1e-11);
        Assert.Equal(0.95, estimate.Interval.Value.Confidence);
    }

    private static double? Alpha(int?[][] cells, AlphaMetric metric)
    {
        ExactNumber? alpha = ExactAlpha.Of(cells.Select(row => row.OfType<int>().Select(code => GeneratedRatings.Number(Values[code])).ToList()), metric switch
        {
            AlphaMetric.Nominal => ExactAlpha.Nominal,
            AlphaMetric.Ordinal => ExactAlpha.Ordinal,
            AlphaMetric.Interval => ExactAlpha.Interval,
            _ => ExactAlpha.Ratio,
        }).Alpha;
        return alpha is null ? null : Real.Of(alpha).ToDouble();
    }

    private static UnitCounts CountsOf(double[] values, int?[][] cells) => Table(values, cells).ToCounts();

    private static Ratings Table(double[] values, int?[][] cells) =>
        Ratings.FromRows(cells.Select(row => row.Select(cell => cell is { } code ? values[code] : (double?)null).ToArray()), RatingScale.Of(values)).Value;
}
