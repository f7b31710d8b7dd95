namespace QualityKit.Statistics;

/// <summary>The sums from which alpha follows: of every category, and of pairs: one sum of distances, or all pairs where distances depend on the units drawn.</summary>
internal sealed class AlphaFeatures
{
    private readonly RatingScale _scale;
    private readonly AlphaMetric _metric;
    private readonly double[] _distances;
    private readonly int _width;
    private readonly int _pairs;

    public AlphaFeatures(RatingScale scale, AlphaMetric metric)
    {
        _scale = scale;
        _metric = metric;
        _width = scale.Count;
        _distances = AlphaDistance.Table(scale.Span, new long[_width], metric);
        _pairs = metric == AlphaMetric.Ordinal ? _width * (_width - 1) / 2 : 1;
    }

    public int Length => _width + _pairs;

    /// <summary>Writes the sums of a unit, which are 0 for a single rating; false when it has none, and is not drawn.</summary>
    public bool Fill(ReadOnlySpan<int> counts, Span<double> row)
    {
        int ratings = 0;
        foreach (int count in counts)
        {
            ratings += count;
        }

        row.Clear();
        int pair = 0;
        for (int k = 0; k < _width && ratings > 1; k++)
        {
            row[k] = counts[k];
            for (int l = 0; l < k; l++)
            {
                double both = 2.0 * counts[k] * counts[l] / (ratings - 1);
                row[_width + (_pairs == 1 ? 0 : pair++)] += _metric == AlphaMetric.Ordinal ? both : both * _distances[(k * _width) + l];
            }
        }

        return ratings > 0;
    }

    /// <summary>Alpha of summed units; null where nothing can be compared.</summary>
    public double? Alpha(ReadOnlySpan<double> sums)
    {
        double n = 0;
        for (int k = 0; k < _width; k++)
        {
            n += sums[k];
        }

        double observed = _metric == AlphaMetric.Ordinal ? 0 : sums[_width];
        double expected = 0;
        double place = 0;
        int pair = 0;
        Span<double> places = stackalloc double[_width];
        for (int k = 0; k < _width; k++)
        {
            places[k] = place + (sums[k] / 2);
            place += sums[k];
            for (int l = 0; l < k; l++)
            {
                double distance = _metric == AlphaMetric.Ordinal ? (places[k] - places[l]) * (places[k] - places[l]) : _distances[(k * _width) + l];
                expected += 2 * sums[k] * sums[l] * distance;
                observed += _metric == AlphaMetric.Ordinal ? sums[_width + pair++] * distance : 0;
            }
        }

        return expected == 0 ? null : 1 - (observed * (n - 1) / expected);
    }
}
