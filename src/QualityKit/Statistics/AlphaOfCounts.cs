using System.Collections.Immutable;
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
        double[] distance = Distances();
        Estimate value = Value(distance);
        if (!value.HasValue || !_isFixed)
        {
            return value.HasValue ? WithError(value, LeftOut()).Estimate : value;
        }

        double meanOfAll = value.Expected!.Value * (_ratings - 1) / _ratings;
        return AlphaError.Of(Parts(distance), meanOfAll) is not { } error ? value : Statistics.Estimate
            .Of(value.Value!.Value, Size, error, Intervals.StudentT(value.Value.Value, error, Size.Units - 1, Confidence, 1))
            .With(value.Observed!.Value, value.Expected);
    }

    /// <summary>The value alone.</summary>
    public Estimate Value() => Value(Distances());

    public Jackknife Jackknife()
    {
        Estimate whole = Value();
        if (!whole.HasValue)
        {
            return new Jackknife { Estimate = whole };
        }

        double[] left = LeftOut();
        ImmutableArray<double?>.Builder values = ImmutableArray.CreateBuilder<double?>(left.Length);
        for (int row = 0; row < left.Length; row++)
        {
            for (long time = 0; time < _counts.TimesOf(row); time++)
            {
                values.Add(double.IsNaN(left[row]) ? null : left[row]);
            }
        }

        return WithError(whole, left) with { Values = values.ToImmutable() };
    }

    // A unit that nobody rated has a value, which is the whole's, and no part in the error.
    private Jackknife WithError(Estimate whole, double[] left)
    {
        StableSum sum = default;
        double n = 0;
        for (int row = 0; row < left.Length; row++)
        {
            if (_counts.TimesOf(row) is > 0 and var times && _counts.Row(row).ContainsAnyExcept(0))
            {
                n += times;
                sum.Add(times * left[row]);
            }
        }

        // One that is missing makes the sum none.
        if (n < 2 || double.IsNaN(sum.Value))
        {
            return new Jackknife { Estimate = whole };
        }

        double mean = sum.Value / n;
        StableSum squares = default;
        for (int row = 0; row < left.Length; row++)
        {
            if (_counts.TimesOf(row) is > 0 and var times && _counts.Row(row).ContainsAnyExcept(0))
            {
                squares.Add(times * (left[row] - mean) * (left[row] - mean));
            }
        }

        double error = Math.Sqrt((n - 1) / n * squares.Value);
        var size = new EstimateSize(whole.Units, whole.Ratings, whole.Categories);
        Estimate estimate = Statistics.Estimate.Of(whole.Value!.Value, size, error, Intervals.StudentT(whole.Value.Value, error, n - 1, Confidence, 1));
        return new Jackknife { Estimate = estimate.With(whole.Observed!.Value, whole.Expected), Bias = (n - 1) * (mean - whole.Value.Value) };
    }

    private double[] Distances() => _distances(_totals);

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

    // Alpha without each row once; not a number where nothing is left to compare.
    private double[] LeftOut()
    {
        double[] values = new double[_counts.Rows];
        double[] coincidences = Coincidences();
        double[] distances = Distances();
        double[] left = new double[_width];
        double[] places = new double[_width];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = LeftOut(_counts.Row(row), coincidences, distances, left, places);
        }

        return values;
    }

    private double LeftOut(ReadOnlySpan<int> counts, ReadOnlySpan<double> coincidences, ReadOnlySpan<double> distances, Span<double> left, Span<double> places)
    {
        int ratings = 0;
        foreach (int count in counts)
        {
            ratings += count;
        }

        double paired = ratings > 1 ? 1 : 0;
        double scale = ratings > 1 ? 1.0 / (ratings - 1) : 0;
        double below = 0;
        for (int k = 0; k < counts.Length; k++)
        {
            left[k] = _totals[k] - (paired * counts[k]);
            places[k] = below + (left[k] / 2);
            below += left[k];
        }

        double observed = 0;
        double expected = 0;
        for (int k = 1; k < counts.Length; k++)
        {
            ReadOnlySpan<double> together = coincidences.Slice(k * counts.Length, k);
            ReadOnlySpan<double> apart = distances.Slice(k * counts.Length, k);
            double own = scale * counts[k];
            double expectedOfOne = 0;
            for (int l = 0; l < together.Length; l++)
            {
                double between = places[k] - places[l];
                double distance = _isFixed ? apart[l] : between * between;
                observed += (together[l] - (own * counts[l])) * distance;
                expectedOfOne += left[l] * distance;
            }

            expected += left[k] * expectedOfOne;
        }

        return expected == 0 ? double.NaN : 1 - (observed * (below - 1) / expected);
    }
}
