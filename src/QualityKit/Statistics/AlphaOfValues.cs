using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>Alpha of many distinct values, without a table of them: interval alpha is a ratio of sums of squares, and ordinal alpha is that of the middle ranks.</summary>
internal sealed class AlphaOfValues
{
    private const double Confidence = 0.95;

    private readonly Ratings _ratings;
    private readonly AlphaMetric _metric;
    private readonly long[] _totals;
    private readonly double[] _places;
    private readonly int[] _units;
    private readonly double _count;

    public AlphaOfValues(Ratings ratings, AlphaMetric metric)
    {
        _ratings = ratings;
        _metric = metric;
        _units = [.. Enumerable.Range(0, ratings.UnitCount).Where(unit => ratings.CodesOf(unit).Length > 1)];
        _totals = new long[ratings.Scale.Count];
        foreach (int unit in _units)
        {
            foreach (int code in ratings.CodesOf(unit))
            {
                _totals[code]++;
            }
        }

        _count = _totals.Sum();
        double[] places = metric == AlphaMetric.Ordinal ? AlphaDistance.MiddleRanks(_totals) : ratings.Scale.Span.ToArray();
        Mean = MeanOf(places);

        // Centred, so that a common offset costs no digits.
        _places = metric == AlphaMetric.Ratio ? places : [.. places.Select(place => place - Mean)];
    }

    private double Mean { get; }

    public Estimate Estimate()
    {
        var size = new EstimateSize(_units.Length, (long)_count, _totals.Length);
        if (_count == 0)
        {
            return Statistics.Estimate.None(EstimateStatus.InsufficientData, size);
        }

        double[] toAll = ToAll();
        AlphaPart[] parts = [.. _units.Select(unit => Part(unit, toAll))];
        StableSum within = default;
        StableSum all = default;
        foreach (AlphaPart part in parts)
        {
            within.Add(part.Within / (part.Ratings - 1));
            all.Add(part.ToAll);
        }

        double observed = within.Value / _count;
        double expected = all.Value / (_count - 1);
        if (_totals.Count(total => total > 0) < 2)
        {
            return Statistics.Estimate.None(EstimateStatus.NoVariation, size).With(observed, expected);
        }

        double value = 1 - (observed / expected);
        double? error = _metric == AlphaMetric.Ordinal ? null : AlphaError.Of(parts, all.Value / _count);
        ConfidenceInterval? interval = error is { } known ? Intervals.StudentT(value, known, _units.Length - 1, Confidence, 1) : null;
        return Statistics.Estimate.Of(value, size, error, interval).With(observed, expected);
    }

    private double MeanOf(double[] places)
    {
        StableSum sum = default;
        for (int k = 0; k < places.Length; k++)
        {
            sum.Add(_totals[k] * places[k]);
        }

        return sum.Value / _count;
    }

    // The mean squared distance of each value to all.
    private double[] ToAll()
    {
        if (_metric == AlphaMetric.Nominal)
        {
            return [.. _totals.Select(total => 1 - (total / _count))];
        }

        if (_metric == AlphaMetric.Ratio)
        {
            return [.. _places.Select(place => MeanDistance(place))];
        }

        double spread = MeanOf([.. _places.Select(place => place * place)]);
        return [.. _places.Select(place => (place * place) + spread)];
    }

    private double MeanDistance(double place)
    {
        StableSum sum = default;
        for (int k = 0; k < _places.Length; k++)
        {
            sum.Add(_totals[k] * AlphaDistance.Between(place, _places[k], AlphaMetric.Ratio));
        }

        return sum.Value / _count;
    }

    private AlphaPart Part(int unit, double[] toAll)
    {
        ReadOnlySpan<int> codes = _ratings.CodesOf(unit);
        double all = 0;
        double within = 0;
        double mean = 0;
        foreach (int code in codes)
        {
            all += toAll[code];
            mean += _places[code] / codes.Length;
        }

        foreach (int code in codes)
        {
            within += _metric switch
            {
                AlphaMetric.Nominal or AlphaMetric.Ratio => Others(codes, code),
                _ => 2.0 * codes.Length * (_places[code] - mean) * (_places[code] - mean),
            };
        }

        return new AlphaPart(codes.Length, 1, within, all);
    }

    private double Others(ReadOnlySpan<int> codes, int code)
    {
        double sum = 0;
        foreach (int other in codes)
        {
            sum += AlphaDistance.Between(_places[code], _places[other], _metric);
        }

        return sum;
    }
}
