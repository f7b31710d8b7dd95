using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>R squared of every set of predictors, from their correlations: each set is one elimination more than a smaller one (Furnival and Wilson 1974, Regressions by leaps and bounds).</summary>
/// <remarks>A set only ever grows by later predictors, so what is left to eliminate shrinks with it: all 2^p sets together cost a few operations each, and no rounding runs through more than p steps.</remarks>
internal sealed class SubsetShares
{
    // What is left of a predictor beside others, as a share of its variance, below which it follows from them.
    private const double Nothing = 1e-11;

    private readonly int _predictors;
    private readonly double[][] _levels;
    private readonly double[] _shares;

    private SubsetShares(Matrix correlations)
    {
        _predictors = correlations.Rows - 1;
        _shares = new double[1 << _predictors];
        _levels = [.. Enumerable.Range(0, _predictors + 1).Select(_ => new double[correlations.Rows * correlations.Rows])];
        for (int row = 0; row < correlations.Rows; row++)
        {
            correlations.Row(row).CopyTo(_levels[0].AsSpan(row * correlations.Rows));
        }
    }

    /// <summary>The shares, by the bits of the predictors in the set.</summary>
    /// <param name="correlations">Of the predictors, the outcome last. A predictor that does not vary has a row of zeros.</param>
    public static double[] Of(Matrix correlations)
    {
        var sets = new SubsetShares(correlations);
        sets.Extend(set: 0, depth: 0, first: 0);
        return sets._shares;
    }

    private void Extend(int set, int depth, int first)
    {
        double[] cells = _levels[depth];
        for (int added = first; added < _predictors; added++)
        {
            int larger = set | (1 << added);
            double pivot = cells[(added * (_predictors + 1)) + added];
            double beside = cells[(added * (_predictors + 1)) + _predictors];
            _shares[larger] = pivot > Nothing ? Math.Min(1, _shares[set] + (beside * beside / pivot)) : _shares[set];
            if (added + 1 < _predictors)
            {
                Eliminate(cells, _levels[depth + 1], added, pivot);
                Extend(larger, depth + 1, added + 1);
            }
        }
    }

    // Only the part above the diagonal, and only what comes later.
    private void Eliminate(double[] from, double[] to, int removed, double pivot)
    {
        int size = _predictors + 1;
        ReadOnlySpan<double> source = from.AsSpan(removed * size, size);
        for (int row = removed + 1; row < _predictors; row++)
        {
            double factor = pivot > Nothing ? source[row] / pivot : 0;
            ReadOnlySpan<double> old = from.AsSpan(row * size, size);
            Span<double> target = to.AsSpan(row * size, size);
            for (int column = row; column < size; column++)
            {
                target[column] = old[column] - (factor * source[column]);
            }
        }
    }
}
