namespace QualityKit.Statistics;

/// <summary>The squared distances between categories (Krippendorff 2011, section C).</summary>
internal static class AlphaDistance
{
    /// <summary>The distances of all pairs of categories, row after row.</summary>
    /// <param name="values">The value of each category.</param>
    /// <param name="totals">How many ratings that can be paired each category has.</param>
    /// <param name="metric">The metric.</param>
    public static double[] Table(ReadOnlySpan<double> values, ReadOnlySpan<long> totals, AlphaMetric metric)
    {
        double[] table = new double[values.Length * values.Length];
        Fill(table, values, totals, metric);
        return table;
    }

    /// <summary>The same into a table that is there.</summary>
    public static void Fill(Span<double> table, ReadOnlySpan<double> values, ReadOnlySpan<long> totals, AlphaMetric metric)
    {
        int width = values.Length;
        Span<double> places = width <= 64 ? stackalloc double[width] : new double[width];
        values.CopyTo(places);
        if (metric == AlphaMetric.Ordinal)
        {
            FillMiddleRanks(places, totals);
        }

        for (int k = 0; k < width; k++)
        {
            table[(k * width) + k] = 0;
            for (int l = 0; l < k; l++)
            {
                double distance = metric == AlphaMetric.Ordinal ? (places[k] - places[l]) * (places[k] - places[l]) : Between(places[k], places[l], metric);
                table[(k * width) + l] = distance;
                table[(l * width) + k] = distance;
            }
        }
    }

    public static double Between(double a, double b, AlphaMetric metric)
    {
        double difference = metric switch
        {
            AlphaMetric.Nominal => a == b ? 0 : 1,
            AlphaMetric.Ratio => InProportion(a, b),
            _ => a - b,
        };
        return difference * difference;
    }

    /// <summary>The rank of each category in the middle of its ties: the number of ratings between two of them is the difference.</summary>
    public static double[] MiddleRanks(ReadOnlySpan<long> totals)
    {
        double[] ranks = new double[totals.Length];
        FillMiddleRanks(ranks, totals);
        return ranks;
    }

    private static void FillMiddleRanks(Span<double> ranks, ReadOnlySpan<long> totals)
    {
        double below = 0;
        for (int k = 0; k < totals.Length; k++)
        {
            ranks[k] = below + (totals[k] / 2.0);
            below += totals[k];
        }
    }

    private static double InProportion(double a, double b) =>
        a < 0 || b < 0 ? throw new ArgumentException("the ratio metric needs values of 0 or more") : a == b ? 0 : (a - b) / (a + b);
}
