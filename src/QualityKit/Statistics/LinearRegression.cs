using System.Collections.Immutable;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>An outcome as a weighted sum of predictors, by least squares.</summary>
/// <remarks>Solved by Householder's factorization with pivoting (Businger and Golub 1965) and never by the normal equations, which lose half of the digits. Inference is that of normal errors (Draper and Smith 1998, chapters 1 to 6).</remarks>
public sealed record LinearRegression
{
    private const double Confidence = 0.95;

    private LinearRegression(EstimateStatus status) => Status = status;

    /// <summary>Ok; insufficient data when there are fewer than two cases more than predictors; no variation when all outcomes are alike; rank deficient when predictors follow from others (then see <see cref="Dependent"/>).</summary>
    public EstimateStatus Status { get; }

    /// <summary>The outcome where every predictor is 0; null without a solution.</summary>
    public Estimate? Intercept { get; private init; }

    /// <summary>What each predictor does; empty without a solution.</summary>
    public ImmutableArray<RegressionTerm> Terms { get; private init; } = [];

    /// <summary>The share of the outcome's variance that the predictors explain, 0 to 1; null without a solution.</summary>
    public double? RSquared { get; private init; }

    /// <summary>The same, less what as many meaningless predictors would explain (Ezekiel 1930); may be below 0. Null without a solution.</summary>
    public double? AdjustedRSquared { get; private init; }

    /// <summary>The standard deviation of what is not explained, in units of the outcome; null without a solution.</summary>
    public double? ResidualDeviation { get; private init; }

    /// <summary>Whether the predictors explain anything; null without a solution, and where nothing is left unexplained.</summary>
    public FTest? Test { get; private init; }

    /// <summary>The predictors that never vary or follow from others: leave them out.</summary>
    public ImmutableArray<string> Dependent { get; private init; } = [];

    /// <summary>Fits the outcome.</summary>
    public static LinearRegression Of(DriverData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        int terms = data.Columns.Length;
        if (data.Cases < terms + 2)
        {
            return new(EstimateStatus.InsufficientData);
        }

        if (data.Outcome.All(value => value == data.Outcome[0]))
        {
            return new(EstimateStatus.NoVariation);
        }

        var qr = new QrFactorization(Design(data));
        return qr.IsFullRank ? Solved(data, qr) : new(EstimateStatus.RankDeficient) { Dependent = Named(data, qr) };
    }

    /// <summary>A column of ones, then the predictors.</summary>
    internal static Matrix Design(DriverData data) => Matrix.OfColumns([[.. Enumerable.Repeat(1.0, data.Cases)], .. data.Columns]);

    /// <summary>The predictors that the factorization of <see cref="Design"/> found to follow from others; the ones, which come first, never do.</summary>
    internal static ImmutableArray<string> Named(DriverData data, QrFactorization qr) =>
        [.. qr.Dependent.Select(column => data.Names[column - 1])];

    private static LinearRegression Solved(DriverData data, QrFactorization qr)
    {
        double[] coefficients = qr.Solve(data.Outcome);
        double[] residuals = Residuals(data, coefficients);

        // What rounding left over of the fit is fitted again.
        double[] correction = qr.Solve(residuals);
        coefficients = [.. coefficients.Zip(correction, (value, off) => value + off)];
        residuals = Residuals(data, coefficients);
        double left = StableSum.Of([.. residuals.Select(off => off * off)]);
        double mean = StableSum.Of(data.Outcome) / data.Cases;
        double all = StableSum.Of([.. data.Outcome.Select(value => (value - mean) * (value - mean))]);
        int terms = data.Columns.Length;
        int degrees = data.Cases - terms - 1;
        double variance = left / degrees;
        double share = Math.Clamp(1 - (left / all), 0, 1);
        double[] spread = qr.InverseCrossDiagonal();
        return new(EstimateStatus.Ok)
        {
            Intercept = Term(0),
            Terms = [.. data.Names.Select((name, i) => Named(name, Term(i + 1), degrees))],
            RSquared = share,
            AdjustedRSquared = 1 - ((1 - share) * (data.Cases - 1) / degrees),
            ResidualDeviation = Math.Sqrt(variance),
            Test = variance > 0 ? FTest.Of(Math.Max(0, all - left) / terms / variance, terms, degrees) : null,
        };

        Estimate Term(int column)
        {
            double error = Math.Sqrt(variance * spread[column]);
            return Estimate.Of(coefficients[column], data.Size, error, Intervals.StudentT(coefficients[column], error, degrees, Confidence));
        }
    }

    private static RegressionTerm Named(string name, Estimate coefficient, int degrees) => new()
    {
        Name = name,
        Coefficient = coefficient,
        PValue = coefficient is { Value: { } value, StandardError: > 0 and { } error } ? StudentTDistribution.TwoSided(value / error, degrees) : null,
    };

    private static double[] Residuals(DriverData data, double[] coefficients)
    {
        double[] residuals = new double[data.Cases];
        for (int row = 0; row < residuals.Length; row++)
        {
            StableSum sum = default;
            sum.Add(data.Outcome[row]);
            sum.Add(-coefficients[0]);
            for (int term = 0; term < data.Columns.Length; term++)
            {
                sum.Add(-coefficients[term + 1] * data.Columns[term][row]);
            }

            residuals[row] = sum.Value;
        }

        return residuals;
    }
}
