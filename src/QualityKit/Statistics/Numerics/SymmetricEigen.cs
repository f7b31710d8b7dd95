namespace QualityKit.Statistics.Numerics;

/// <summary>The eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations (Golub and Van Loan 2013, section 8.5).</summary>
internal sealed class SymmetricEigen
{
    private const int Sweeps = 100;

    private readonly Matrix _work;

    public SymmetricEigen(Matrix matrix)
    {
        _work = matrix.Copy();
        Vectors = Matrix.Identity(matrix.Rows);
        for (int sweep = 0; sweep < Sweeps && !IsDiagonal(); sweep++)
        {
            for (int p = 0; p < _work.Rows; p++)
            {
                for (int q = p + 1; q < _work.Rows; q++)
                {
                    Rotate(p, q);
                }
            }
        }

        Values = [.. Enumerable.Range(0, matrix.Rows).Select(i => _work[i, i])];
    }

    /// <summary>The eigenvalues, in no order.</summary>
    public double[] Values { get; }

    /// <summary>The eigenvectors, one a column, in the order of the values.</summary>
    public Matrix Vectors { get; }

    private bool IsDiagonal()
    {
        double beside = 0;
        double on = 0;
        for (int p = 0; p < _work.Rows; p++)
        {
            on += _work[p, p] * _work[p, p];
            for (int q = p + 1; q < _work.Rows; q++)
            {
                beside += _work[p, q] * _work[p, q];
            }
        }

        return beside <= 1e-33 * on;
    }

    private void Rotate(int p, int q)
    {
        double beside = _work[p, q];
        if (beside == 0)
        {
            return;
        }

        double theta = (_work[q, q] - _work[p, p]) / (2 * beside);
        double tangent = Math.CopySign(1, theta) / (Math.Abs(theta) + double.Hypot(theta, 1));
        double cosine = 1 / double.Hypot(tangent, 1);
        double sine = tangent * cosine;
        for (int k = 0; k < _work.Rows; k++)
        {
            (_work[k, p], _work[k, q]) = Turn(_work[k, p], _work[k, q], cosine, sine);
            (Vectors[k, p], Vectors[k, q]) = Turn(Vectors[k, p], Vectors[k, q], cosine, sine);
        }

        for (int k = 0; k < _work.Rows; k++)
        {
            (_work[p, k], _work[q, k]) = Turn(_work[p, k], _work[q, k], cosine, sine);
        }
    }

    private static (double P, double Q) Turn(double p, double q, double cosine, double sine) => ((cosine * p) - (sine * q), (sine * p) + (cosine * q));
}
