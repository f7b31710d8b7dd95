namespace QualityKit.Statistics.Numerics;

/// <summary>The triangular root of a symmetric, positive definite matrix (A.-L. Cholesky 1910; Golub and Van Loan 2013, algorithm 4.2.1).</summary>
internal sealed class CholeskyFactorization
{
    private readonly Matrix _root;

    private CholeskyFactorization(Matrix root) => _root = root;

    /// <summary>The root, or null when the matrix is not positive definite to working precision.</summary>
    public static CholeskyFactorization? Of(Matrix matrix)
    {
        int size = matrix.Rows;
        var root = new Matrix(size, size);
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double value = matrix[row, column];
                for (int inner = 0; inner < column; inner++)
                {
                    value -= root[row, inner] * root[column, inner];
                }

                if (row == column && !(value > 1e-13 * Math.Abs(matrix[row, row])))
                {
                    return null;
                }

                root[row, column] = row == column ? Math.Sqrt(value) : value / root[column, column];
            }
        }

        return new CholeskyFactorization(root);
    }

    public double[] Solve(ReadOnlySpan<double> right)
    {
        double[] solution = right.ToArray();
        for (int row = 0; row < solution.Length; row++)
        {
            for (int inner = 0; inner < row; inner++)
            {
                solution[row] -= _root[row, inner] * solution[inner];
            }

            solution[row] /= _root[row, row];
        }

        for (int row = solution.Length - 1; row >= 0; row--)
        {
            for (int inner = row + 1; inner < solution.Length; inner++)
            {
                solution[row] -= _root[inner, row] * solution[inner];
            }

            solution[row] /= _root[row, row];
        }

        return solution;
    }
}
