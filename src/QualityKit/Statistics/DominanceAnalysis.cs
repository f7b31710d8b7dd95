using System.Collections.Immutable;
using System.Numerics;

namespace QualityKit.Statistics;

/// <summary>What each predictor adds to what is explained, over all sets of the others: the only shares that add up to the whole and favour no order.</summary>
/// <remarks>Budescu (1993), Dominance analysis; the general shares are those of Lindeman, Merenda and Gold (1980), and the Shapley value. Computed over all 2^p sets.</remarks>
public sealed class DominanceAnalysis
{
    /// <summary>The most predictors of <see cref="Linear"/>: 20. For more take <see cref="RelativeWeights"/>.</summary>
    public const int MostPredictors = 20;

    /// <summary>The most predictors of <see cref="Logistic"/>, which fits every set anew: 12.</summary>
    public const int MostLogisticPredictors = 12;

    private readonly double[] _shares;

    private DominanceAnalysis(EstimateStatus status, ImmutableArray<string> names, double[] shares)
    {
        (Status, Names, _shares) = (status, names, shares);
        if (status == EstimateStatus.Ok)
        {
            Total = shares[^1];
            Conditional = [.. Gains(shares, names.Length).Select(row => ImmutableArray.Create(row))];
            General = [.. Conditional.Select(row => row.Average())];
        }
    }

    /// <summary>Ok, or why the model of all predictors has no solution: see <see cref="LinearRegression.Status"/> and <see cref="LogisticRegression.Status"/>.</summary>
    public EstimateStatus Status { get; }

    /// <summary>The predictors.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>What all of them explain: R squared, or McFadden's for yes and no. Null without a solution.</summary>
    public double? Total { get; }

    /// <summary>Each predictor's share of it: their sum is <see cref="Total"/>. Empty without a solution.</summary>
    public ImmutableArray<double> General { get; } = [];

    /// <summary>For each predictor, the mean of what it adds to sets of 0, 1, ... others. The first is what it explains alone, the last what is lost without it. Empty without a solution.</summary>
    public ImmutableArray<ImmutableArray<double>> Conditional { get; } = [];

    /// <summary>Analyses an outcome by R squared.</summary>
    /// <param name="data">At most <see cref="MostPredictors"/> predictors.</param>
    /// <exception cref="ArgumentException">There are more predictors.</exception>
    public static DominanceAnalysis Linear(DriverData data)
    {
        Guard(data, MostPredictors);
        EstimateStatus status = LinearRegression.Of(data).Status;
        return new(status, data.Names, status == EstimateStatus.Ok ? SubsetShares.Of(DriverCorrelations.Of(data)) : []);
    }

    /// <summary>Analyses an outcome of yes and no by McFadden's R squared (Azen and Traxel 2009).</summary>
    /// <param name="data">At most <see cref="MostLogisticPredictors"/> predictors; an outcome of 0 and 1.</param>
    /// <exception cref="ArgumentException">There are more predictors, or an outcome is neither 0 nor 1.</exception>
    public static DominanceAnalysis Logistic(DriverData data)
    {
        Guard(data, MostLogisticPredictors);
        EstimateStatus status = LogisticRegression.Of(data).Status;
        return new(status, data.Names, status == EstimateStatus.Ok ? LogisticShares(data) : []);
    }

    /// <summary>In what share of the sets without the two one predictor adds more than the other, 0 to 1: at 1 it dominates completely.</summary>
    /// <param name="predictor">The position of the one.</param>
    /// <param name="other">The position of the other.</param>
    /// <returns>The share; null without a solution.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such predictor, or the two are one.</exception>
    public double? AddsMore(int predictor, int other)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(predictor);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(predictor, Names.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(other);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(other, Names.Length);
        ArgumentOutOfRangeException.ThrowIfEqual(predictor, other);
        if (Status != EstimateStatus.Ok)
        {
            return null;
        }

        int both = (1 << predictor) | (1 << other);
        int more = Enumerable.Range(0, _shares.Length).Count(set => (set & both) == 0 && _shares[set | (1 << predictor)] > _shares[set | (1 << other)]);
        return more / (_shares.Length / 4.0);
    }

    /// <summary>The mean gain of each predictor by the size of the set it is added to.</summary>
    internal static double[][] Gains(double[] shares, int predictors)
    {
        double[][] sums = [.. Enumerable.Range(0, predictors).Select(_ => new double[predictors])];
        for (int set = 0; set < shares.Length; set++)
        {
            int size = BitOperations.PopCount((uint)set);
            for (int absent = ~set & (shares.Length - 1); absent != 0; absent &= absent - 1)
            {
                int predictor = BitOperations.TrailingZeroCount(absent);
                sums[predictor][size] += shares[set | (1 << predictor)] - shares[set];
            }
        }

        double sets = 1;
        for (int size = 0; size < predictors; size++)
        {
            foreach (double[] row in sums)
            {
                row[size] /= sets;
            }

            sets = sets * (predictors - 1 - size) / (size + 1);
        }

        return sums;
    }

    private static void Guard(DriverData data, int most)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Names.Length > most)
        {
            throw new ArgumentException($"{data.Names.Length} predictors are given, at most {most} are analysed over all their sets", nameof(data));
        }
    }

    // A set of what does not separate does not separate either, and one of full rank has full rank.
    private static double[] LogisticShares(DriverData data)
    {
        double none = LogisticFit.NullLogLikelihood(data.Outcome);
        return [.. Enumerable.Range(0, 1 << data.Names.Length).Select(set =>
            1 - (LogisticFit.Of(data.Outcome, [.. data.Columns.Where((_, i) => (set & (1 << i)) != 0)])!.LogLikelihood / none))];
    }
}
