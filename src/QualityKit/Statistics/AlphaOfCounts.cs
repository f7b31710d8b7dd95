using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>Alpha from counts of units and categories.</summary>
internal sealed class AlphaOfCounts
{
    private const double Confidence = 0.95;

    private readonly UnitCounts _counts;
    private readonly Func<long[], double[]> _distances;
    private readonly bool _isFixed;
    private readonly PairTally _tally;
    private readonly long[] _totals;
    private readonly double _ratings;
    private readonly int _width;

    public AlphaOfCounts(UnitCounts counts, AlphaMetric metric)
        : this(counts, metric != AlphaMetric.Ordinal, totals => AlphaDistance.Table(counts.Scale.Span, totals, metric))
    {
    }

    public AlphaOfCounts(UnitCounts counts, double[,] weights)
        : this(counts, true, _ => [.. weights.Cast<double>().Select(weight => 1 - weight)])
    {
    }

    // Distances are fixed unless they depend on how often categories are used.
    private AlphaOfCounts(UnitCounts counts, bool isFixed, Func<long[], double[]> distances)
    {
        _counts = counts;
        _isFixed = isFixed;
        _distances = distances;
        _tally = new PairTally(counts);
        _totals = _tally.PairedCategories();
        _ratings = _tally.Ratings(2);
        _width = counts.Scale.Count;
    }

    private EstimateSize Size => new(_tally.Units(2), (long)_ratings, _width);

    public Estimate Estimate()
    {
        double[] distance = _distances(_totals);
        Estimate value = Value(distance);
        if (!value.HasValue || !_isFixed)
        {
            return value.HasValue ? Jackknife().Estimate : value;
        }

        double meanOfAll = value.Expected!.Value * (_ratings - 1) / _ratings;
        return AlphaError.Of(Parts(distance), meanOfAll) is not { } error ? value : Statistics.Estimate
            .Of(value.Value!.Value, Size, error, Intervals.StudentT(value.Value.Value, error, Size.Units - 1, Confidence, 1))
            .With(value.Observed!.Value, value.Expected);
    }

    /// <summary>The value alone.</summary>
    public Estimate Value() => Value(_distances(_totals));

    public Jackknife Jackknife()
    {
        Estimate whole = Value();
        if (!whole.HasValue)
        {
            return new Jackknife { Estimate = whole };
        }

        double[] coincidences = Coincidences();
        var values = new List<double?>();
        long[] totals = new long[_width];
        double[] pairs = new double[coincidences.Length];
        for (int row = 0; row < _counts.Rows; row++)
        {
            double? value = LeftOut(row, coincidences, totals, pairs);
            values.AddRange(Enumerable.Repeat(value, (int)_counts.TimesOf(row)));
        }

        return Summary(whole, values);
    }

    private static Jackknife Summary(Estimate whole, List<double?> values)
    {
        if (values.Count < 2 || values.Any(value => value is null))
        {
            return new Jackknife { Estimate = whole, Values = [.. values] };
        }

        double n = values.Count;
        double[] known = [.. values.Select(value => value!.Value)];
        double mean = StableSum.Of(known) / n;
        double[] squares = [.. known.Select(value => (value - mean) * (value - mean))];
        double error = Math.Sqrt((n - 1) / n * StableSum.Of(squares));
        var size = new EstimateSize(whole.Units, whole.Ratings, whole.Categories);
        Estimate estimate = Statistics.Estimate.Of(whole.Value!.Value, size, error, Intervals.StudentT(whole.Value.Value, error, n - 1, Confidence, 1));
        return new Jackknife
        {
            Estimate = estimate.With(whole.Observed!.Value, whole.Expected),
            Values = [.. values],
            Bias = (n - 1) * (mean - whole.Value.Value),
        };
    }

    private Estimate Value(double[] distance)
    {
        if (_ratings == 0)
        {
            return Statistics.Estimate.None(EstimateStatus.InsufficientData, Size);
        }

        double observed = _tally.Sum((k, l) => distance[(k * _width) + l], ratings => ratings - 1.0) / _ratings;
        double expected = Expected(_totals, distance);
        return expected == 0
            ? Statistics.Estimate.None(EstimateStatus.NoVariation, Size).With(observed, expected)
            : Statistics.Estimate.Of(1 - (observed / expected), Size).With(observed, expected);
    }

    private double Expected(long[] totals, double[] distance)
    {
        double n = totals.Sum();
        double sum = 0;
        for (int k = 0; k < _width; k++)
        {
            for (int l = 0; l < _width; l++)
            {
                sum += (double)totals[k] * totals[l] * distance[(k * _width) + l];
            }
        }

        return sum / (n * (n - 1));
    }

    private IEnumerable<AlphaPart> Parts(double[] distance)
    {
        double[] toAll = new double[_width];
        for (int k = 0; k < _width; k++)
        {
            for (int l = 0; l < _width; l++)
            {
                toAll[k] += _totals[l] * distance[(k * _width) + l] / _ratings;
            }
        }

        for (int row = 0; row < _counts.Rows; row++)
        {
            AlphaPart part = Part(row, distance, toAll);
            if (part.Ratings > 1)
            {
                yield return part;
            }
        }
    }

    private AlphaPart Part(int row, double[] distance, double[] toAll)
    {
        ReadOnlySpan<int> counts = _counts.Row(row);
        int ratings = 0;
        double within = 0;
        double all = 0;
        for (int k = 0; k < counts.Length; k++)
        {
            if (counts[k] == 0)
            {
                continue;
            }

            ratings += counts[k];
            all += counts[k] * toAll[k];
            for (int l = 0; l < k; l++)
            {
                within += 2.0 * counts[k] * counts[l] * distance[(k * _width) + l];
            }
        }

        return new AlphaPart(ratings, _counts.TimesOf(row), within, all);
    }

    private double[] Coincidences()
    {
        double[] sums = new double[_width * _width];
        for (int i = 0; i < sums.Length; i++)
        {
            int at = i;
            sums[i] = _tally.Sum((k, l) => (k * _width) + l == at ? 1 : 0, ratings => ratings - 1.0);
        }

        return sums;
    }

    private double? LeftOut(int row, double[] coincidences, long[] totals, double[] pairs)
    {
        ReadOnlySpan<int> counts = _counts.Row(row);
        int ratings = 0;
        foreach (int count in counts)
        {
            ratings += count;
        }

        _totals.CopyTo(totals, 0);
        coincidences.CopyTo(pairs, 0);
        for (int k = 0; k < counts.Length && ratings > 1; k++)
        {
            totals[k] -= counts[k];
            for (int l = 0; l < counts.Length; l++)
            {
                pairs[(k * _width) + l] -= counts[k] * (counts[l] - (k == l ? 1.0 : 0)) / (ratings - 1);
            }
        }

        double left = totals.Sum();
        double[] distance = _distances(totals);
        double expected = left < 2 ? 0 : Expected(totals, distance);
        return expected == 0 ? null : 1 - (pairs.Zip(distance, (pair, squared) => pair * squared).Sum() / left / expected);
    }
}
