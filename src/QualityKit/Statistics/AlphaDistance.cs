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
        int width = values.Length;
        double[] table = new double[width * width];
        ReadOnlySpan<double> places = metric == AlphaMetric.Ordinal ? MiddleRanks(totals) : values;
        for (int k = 0; k < width; k++)
        {
            for (int l = 0; l < k; l++)
            {
                double distance = Between(places[k], places[l], metric);
                table[(k * width) + l] = distance;
                table[(l * width) + k] = distance;
            }
        }

        return table;
    }

    /// <summary>The squared distance of two values; for the ordinal metric, of two middle ranks.</summary>
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
        double below = 0;
        for (int k = 0; k < totals.Length; k++)
        {
            ranks[k] = below + (totals[k] / 2.0);
            below += totals[k];
        }

        return ranks;
    }

    private static double InProportion(double a, double b) =>
        a < 0 || b < 0 ? throw new ArgumentException("the ratio metric needs values of 0 or more") : a == b ? 0 : (a - b) / (a + b);
}
