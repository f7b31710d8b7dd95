namespace QualityKit.Statistics;

/// <summary>The sums of weighted kappa (Fleiss, Cohen and Everitt 1969, Large sample standard errors of kappa and weighted kappa).</summary>
internal sealed class CohenSums
{
    private readonly double[,] _weights;
    private readonly double[,] _shares;
    private readonly double[] _rows;
    private readonly double[] _columns;

    public CohenSums(long[,] cells, double n, double[,] weights)
    {
        int width = cells.GetLength(0);
        _weights = weights;
        _shares = new double[width, width];
        _rows = new double[width];
        _columns = new double[width];
        for (int i = 0; i < width; i++)
        {
            for (int j = 0; j < width; j++)
            {
                _shares[i, j] = cells[i, j] / n;
                _rows[i] += cells[i, j];
                _columns[j] += cells[i, j];
            }
        }

        // Divided once, so that a category that is all has a share of just 1.
        _rows = [.. _rows.Select(sum => sum / n)];
        _columns = [.. _columns.Select(sum => sum / n)];
        Observed = Sum((i, j) => weights[i, j] * _shares[i, j]);
        Expected = Sum((i, j) => weights[i, j] * _rows[i] * _columns[j]);
    }

    public double Observed { get; }

    public double Expected { get; }

    /// <summary>Equation 9, times the number of units.</summary>
    public double VarianceOfKappa
    {
        get
        {
            double beyond = 1 - Expected;
            double sum = Sum((i, j) =>
            {
                double term = (_weights[i, j] * beyond) - (Lean(i, j) * (1 - Observed));
                return _shares[i, j] * term * term;
            });
            double rest = (Observed * Expected) - (2 * Expected) + Observed;
            return (sum - (rest * rest)) / (beyond * beyond * beyond * beyond);
        }
    }

    /// <summary>Equation 8, times the number of units.</summary>
    public double VarianceByChance
    {
        get
        {
            double beyond = 1 - Expected;
            double sum = Sum((i, j) =>
            {
                double term = _weights[i, j] - Lean(i, j);
                return _rows[i] * _columns[j] * term * term;
            });
            return (sum - (Expected * Expected)) / (beyond * beyond);
        }
    }

    private double Lean(int i, int j)
    {
        double sum = 0;
        for (int k = 0; k < _rows.Length; k++)
        {
            sum += (_weights[i, k] * _columns[k]) + (_weights[k, j] * _rows[k]);
        }

        return sum;
    }

    private double Sum(Func<int, int, double> term)
    {
        double sum = 0;
        for (int i = 0; i < _rows.Length; i++)
        {
            for (int j = 0; j < _rows.Length; j++)
            {
                sum += term(i, j);
            }
        }

        return sum;
    }
}
