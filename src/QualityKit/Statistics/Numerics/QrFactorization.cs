namespace QualityKit.Statistics.Numerics;

/// <summary>Householder's factorization of a matrix with its columns reordered, the longest remaining one first, so that the rank shows.</summary>
/// <remarks>Businger and Golub (1965), Linear least squares solutions by Householder transformations.</remarks>
internal sealed class QrFactorization
{
    private const double RelativeZero = 1e-11;

    private readonly Matrix _packed;
    private readonly double[] _factors;
    private readonly int[] _order;

    public QrFactorization(Matrix matrix)
    {
        _packed = matrix.Copy();
        _factors = new double[Math.Min(matrix.Rows, matrix.Columns)];
        _order = [.. Enumerable.Range(0, matrix.Columns)];
        double[] lengths = [.. _order.Select(column => Length(column, 0))];
        for (int step = 0; step < _factors.Length; step++)
        {
            Pivot(step, lengths);
            if (Length(step, step) <= RelativeZero * lengths[_order[step]])
            {
                break;
            }

            Reflect(step);
            Rank++;
        }
    }

    /// <summary>How many columns are independent; a column is dependent when less than 1e-11 of it is left beside the others.</summary>
    public int Rank { get; }

    public bool IsFullRank => Rank == _packed.Columns;

    /// <summary>The columns that depend on others, by their places in the given matrix.</summary>
    public int[] Dependent => [.. _order.Skip(Rank).Order()];

    /// <summary>The coefficients that bring the columns nearest to the right side; those of dependent columns are 0.</summary>
    public double[] Solve(ReadOnlySpan<double> right)
    {
        double[] rotated = right.ToArray();
        for (int step = 0; step < Rank; step++)
        {
            ApplyTo(rotated, step);
        }

        double[] solution = new double[_packed.Columns];
        for (int row = Rank - 1; row >= 0; row--)
        {
            double value = rotated[row];
            for (int column = row + 1; column < Rank; column++)
            {
                value -= _packed[row, column] * solution[_order[column]];
            }

            solution[_order[row]] = value / _packed[row, row];
        }

        return solution;
    }

    /// <summary>The diagonal of the inverse of X'X: squared standard errors in units of the residual variance. Needs full rank.</summary>
    public double[] InverseCrossDiagonal()
    {
        double[] diagonal = new double[_packed.Columns];
        double[] column = new double[Rank];
        for (int target = 0; target < Rank; target++)
        {
            column[target] = 1 / _packed[target, target];
            diagonal[_order[target]] += column[target] * column[target];
            for (int row = target - 1; row >= 0; row--)
            {
                double value = 0;
                for (int inner = row + 1; inner <= target; inner++)
                {
                    value -= _packed[row, inner] * column[inner];
                }

                column[row] = value / _packed[row, row];
                diagonal[_order[row]] += column[row] * column[row];
            }
        }

        return diagonal;
    }

    private double Length(int column, int from)
    {
        double sum = 0;
        for (int row = from; row < _packed.Rows; row++)
        {
            sum = double.Hypot(sum, _packed[row, column]);
        }

        return sum;
    }

    // Columns are compared by what is left of them in proportion, so that their units do not matter.
    private void Pivot(int step, double[] lengths)
    {
        int best = step;
        double most = -1;
        for (int column = step; column < _packed.Columns; column++)
        {
            double whole = lengths[_order[column]];
            double share = whole == 0 ? 0 : Length(column, step) / whole;
            (best, most) = share > most ? (column, share) : (best, most);
        }

        (_order[step], _order[best]) = (_order[best], _order[step]);
        for (int row = 0; row < _packed.Rows; row++)
        {
            (_packed[row, step], _packed[row, best]) = (_packed[row, best], _packed[row, step]);
        }
    }

    private void Reflect(int step)
    {
        double length = -Math.CopySign(Length(step, step), _packed[step, step]);
        double head = _packed[step, step] - length;
        _factors[step] = -head / length;
        for (int row = step + 1; row < _packed.Rows; row++)
        {
            _packed[row, step] /= head;
        }

        _packed[step, step] = length;
        for (int column = step + 1; column < _packed.Columns; column++)
        {
            double sum = _packed[step, column];
            for (int row = step + 1; row < _packed.Rows; row++)
            {
                sum += _packed[row, step] * _packed[row, column];
            }

            sum *= _factors[step];
            _packed[step, column] -= sum;
            for (int row = step + 1; row < _packed.Rows; row++)
            {
                _packed[row, column] -= sum * _packed[row, step];
            }
        }
    }

    private void ApplyTo(double[] right, int step)
    {
        double sum = right[step];
        for (int row = step + 1; row < _packed.Rows; row++)
        {
            sum += _packed[row, step] * right[row];
        }

        sum *= _factors[step];
        right[step] -= sum;
        for (int row = step + 1; row < _packed.Rows; row++)
        {
            right[row] -= sum * _packed[row, step];
        }
    }
}
