using System.Collections.Immutable;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>What each predictor explains, by way of the uncorrelated variables that are nearest to them: close to the shares of <see cref="DominanceAnalysis"/>, for any number of predictors.</summary>
/// <remarks>Johnson (2000), A heuristic method for estimating the relative weight of predictor variables in multiple regression; the same as Genizi (1993).</remarks>
public sealed record RelativeWeights
{
    private RelativeWeights(EstimateStatus status, ImmutableArray<string> names) => (Status, Names) = (status, names);

    /// <summary>Ok, or why the regression on all predictors has no solution: see <see cref="LinearRegression.Status"/>.</summary>
    public EstimateStatus Status { get; }

    /// <summary>The predictors.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>R squared of all of them; null without a solution.</summary>
    public double? Total { get; private init; }

    /// <summary>Each predictor's weight: their sum is <see cref="Total"/>. Empty without a solution.</summary>
    public ImmutableArray<double> Weights { get; private init; } = [];

    /// <summary>Weighs the predictors of an outcome.</summary>
    public static RelativeWeights Of(DriverData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        EstimateStatus status = LinearRegression.Of(data).Status;
        if (status != EstimateStatus.Ok)
        {
            return new(status, data.Names);
        }

        double[] weights = Of(DriverCorrelations.Of(data));
        return new(status, data.Names) { Total = Math.Min(1, StableSum.Of(weights)), Weights = [.. weights] };
    }

    /// <summary>The weights, from the correlations of predictors and, last, the outcome.</summary>
    internal static double[] Of(Matrix correlations)
    {
        int count = correlations.Rows - 1;
        var between = new Matrix(count, count);
        for (int row = 0; row < count; row++)
        {
            correlations.Row(row)[..count].CopyTo(between.Row(row));
        }

        // The square root of the correlations is what ties predictors to the uncorrelated variables; its inverse, those to the outcome.
        var eigen = new SymmetricEigen(between);
        double[] weights = new double[count];
        double[] slopes = [.. Enumerable.Range(0, count).Select(k => Enumerable.Range(0, count).Sum(j => Power(eigen, k, j, -0.5) * correlations[j, count]))];
        for (int j = 0; j < count; j++)
        {
            weights[j] = StableSum.Of([.. slopes.Select((slope, k) => Square(Power(eigen, j, k, 0.5) * slope))]);
        }

        return weights;
    }

    // Directions in which nothing is left have no inverse, and no part in it.
    private static double Power(SymmetricEigen eigen, int row, int column, double exponent) => Enumerable.Range(0, eigen.Values.Length)
        .Where(k => eigen.Values[k] > 1e-11)
        .Sum(k => eigen.Vectors[row, k] * Math.Pow(eigen.Values[k], exponent) * eigen.Vectors[column, k]);

    private static double Square(double value) => value * value;
}
