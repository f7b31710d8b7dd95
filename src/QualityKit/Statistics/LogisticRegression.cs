using System.Collections.Immutable;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>The chance of an outcome that is yes or no, from predictors: the log odds are a weighted sum of them.</summary>
/// <remarks>Maximum likelihood by iterated weighted least squares (McCullagh and Nelder 1989, section 2.5), from 0, halving steps that do not raise the likelihood; Wald's errors and intervals.</remarks>
public sealed record LogisticRegression
{
    private LogisticRegression(EstimateStatus status) => Status = status;

    /// <summary>Ok; insufficient data when there are fewer than two cases more than predictors; no variation when all outcomes are alike; rank deficient when predictors follow from others; separated when predictors tell the outcomes apart, wholly or at an edge, so that the likelihood has no highest point (Albert and Anderson 1984).</summary>
    public EstimateStatus Status { get; }

    /// <summary>The log odds where every predictor is 0; null without a solution.</summary>
    public Estimate? Intercept { get; private init; }

    /// <summary>What each predictor does to the log odds; its exponential is the odds ratio. Empty without a solution.</summary>
    public ImmutableArray<RegressionTerm> Terms { get; private init; } = [];

    /// <summary>The logarithm of the likelihood; null without a solution.</summary>
    public double? LogLikelihood { get; private init; }

    /// <summary>The same without any predictor; null without a solution.</summary>
    public double? NullLogLikelihood { get; private init; }

    /// <summary>1 less the ratio of the two: what the predictors explain, 0 to 1 (McFadden 1974). Null without a solution.</summary>
    public double? McFadden => LogLikelihood is { } fitted && NullLogLikelihood is { } none ? Math.Clamp(1 - (fitted / none), 0, 1) : null;

    /// <summary>The predictors that never vary or follow from others: leave them out.</summary>
    public ImmutableArray<string> Dependent { get; private init; } = [];

    /// <summary>Fits the chance of a 1.</summary>
    /// <exception cref="ArgumentException">An outcome is neither 0 nor 1 (see <see cref="DriverData.IsBinary"/>).</exception>
    public static LogisticRegression Of(DriverData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!data.IsBinary && data.Cases > 0)
        {
            throw new ArgumentException("the outcome of a logistic regression is 0 or 1", nameof(data));
        }

        if (data.Cases < data.Columns.Length + 2)
        {
            return new(EstimateStatus.InsufficientData);
        }

        if (data.Outcome.All(value => value == data.Outcome[0]))
        {
            return new(EstimateStatus.NoVariation);
        }

        var qr = new QrFactorization(LinearRegression.Design(data));
        if (!qr.IsFullRank)
        {
            return new(EstimateStatus.RankDeficient) { Dependent = LinearRegression.Named(data, qr) };
        }

        return LogisticFit.Of(data.Outcome, data.Columns) is { } fit ? Solved(data, fit) : new(EstimateStatus.Separated);
    }

    private static LogisticRegression Solved(DriverData data, LogisticFit fit)
    {
        return new(EstimateStatus.Ok)
        {
            Intercept = Term(0),
            Terms = [.. data.Names.Select((name, i) => Named(name, Term(i + 1)))],
            LogLikelihood = fit.LogLikelihood,
            NullLogLikelihood = LogisticFit.NullLogLikelihood(data.Outcome),
        };

        Estimate Term(int column) => Estimate.Of(
            fit.Coefficients[column], data.Size, fit.Errors[column], Intervals.Normal(fit.Coefficients[column], fit.Errors[column], 0.95));
    }

    private static RegressionTerm Named(string name, Estimate coefficient) => new()
    {
        Name = name,
        Coefficient = coefficient,
        PValue = Math.Min(1, 2 * NormalDistribution.Upper(Math.Abs(coefficient.Value!.Value / coefficient.StandardError!.Value))),
    };
}
