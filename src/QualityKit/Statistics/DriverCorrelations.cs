using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>The correlations of predictors and, last, the outcome.</summary>
internal static class DriverCorrelations
{
    public static Matrix Of(DriverData data) => Of([.. data.Columns, data.Outcome]);

    private static Matrix Of(double[][] columns)
    {
        double[][] standard = [.. columns.Select(Standardized)];
        var matrix = new Matrix(standard.Length, standard.Length);
        for (int row = 0; row < standard.Length; row++)
        {
            for (int column = row; column < standard.Length; column++)
            {
                double product = row == column
                    ? (standard[row].Any(value => value != 0) ? 1 : 0)
                    : StableSum.Of([.. standard[row].Zip(standard[column], (a, b) => a * b)]);
                (matrix[row, column], matrix[column, row]) = (product, product);
            }
        }

        return matrix;
    }

    /// <summary>Less its mean and over its length, so that products of two are correlations; zeros where nothing varies.</summary>
    public static double[] Standardized(double[] values)
    {
        if (values.All(value => value == values[0]))
        {
            return new double[values.Length];
        }

        // Relative to the first, so that a common offset costs no digits.
        double mean = StableSum.Of([.. values.Select(value => value - values[0])]) / values.Length;
        double[] off = [.. values.Select(value => value - values[0] - mean)];
        double length = Math.Sqrt(StableSum.Of([.. off.Select(value => value * value)]));
        return [.. off.Select(value => value / length)];
    }
}
