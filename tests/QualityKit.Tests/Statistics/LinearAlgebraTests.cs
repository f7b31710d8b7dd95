using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

public sealed class LinearAlgebraTests
{
    [Fact]
    public void A_line_through_points_is_found()
    {
        var qr = new QrFactorization(Matrix.OfColumns([[1, 1, 1, 1], [1, 2, 3, 4]]));
        double[] line = qr.Solve([3, 5, 7, 9]);
        Assert.True(qr.IsFullRank);
        Assert.Equal(1, line[0], 12);
        Assert.Equal(2, line[1], 12);

        // X'X is [4 10; 10 30], its determinant 20.
        double[] diagonal = qr.InverseCrossDiagonal();
        Assert.Equal(1.5, diagonal[0], 12);
        Assert.Equal(0.2, diagonal[1], 12);
    }

    [Fact]
    public void A_column_that_depends_on_others_is_named()
    {
        var qr = new QrFactorization(Matrix.OfColumns([[1, 1, 1, 1], [1, 2, 3, 4], [2, 3, 4, 5]]));
        Assert.Equal(2, qr.Rank);
        Assert.Single(qr.Dependent);
    }

    [Fact]
    public void The_units_of_a_column_do_not_make_it_dependent()
    {
        var qr = new QrFactorization(Matrix.OfColumns([[1, 1, 1], [1e-9, 3e-9, 7e-9]]));
        Assert.True(qr.IsFullRank);
        Assert.Equal(2e9, qr.Solve([2, 6, 14])[1], 2.0);
    }

    [Fact]
    public void A_column_of_nothing_is_dependent()
    {
        var qr = new QrFactorization(Matrix.OfColumns([[0, 0, 0], [1, 2, 3]]));
        Assert.Equal([0], qr.Dependent);
        Assert.Equal(2, qr.Solve([2, 4, 6])[1], 12);
    }

    [Fact]
    public void A_positive_definite_system_is_solved_and_any_other_refused()
    {
        Matrix matrix = Matrix.OfColumns([[4, 2], [2, 3]]);
        double[] solution = CholeskyFactorization.Of(matrix)!.Solve([8, 7]);
        Assert.Equal(1.25, solution[0], 14);
        Assert.Equal(1.5, solution[1], 14);
        Assert.Null(CholeskyFactorization.Of(Matrix.OfColumns([[1, 1], [1, 1]])));
        Assert.Null(CholeskyFactorization.Of(Matrix.OfColumns([[1, 2], [2, 1]])));
    }

    [Fact]
    public void Eigenvectors_give_the_matrix_back()
    {
        Matrix matrix = Matrix.OfColumns([[4, 1, 0.5], [1, 3, -1], [0.5, -1, 2]]);
        var eigen = new SymmetricEigen(matrix);
        for (int row = 0; row < 3; row++)
        {
            for (int column = 0; column < 3; column++)
            {
                double sum = Enumerable.Range(0, 3).Sum(k => eigen.Vectors[row, k] * eigen.Values[k] * eigen.Vectors[column, k]);
                Assert.Equal(matrix[row, column], sum, 13);
            }
        }
    }

    [Fact]
    public void A_stable_sum_keeps_what_a_plain_sum_loses()
    {
        Assert.Equal(2, StableSum.Of([1, 1e100, 1, -1e100]));
        StableSum left = default;
        left.Add(1);
        left.Add(1e100);
        StableSum right = default;
        right.Add(1);
        right.Add(-1e100);
        left.Add(right);
        Assert.Equal(2, left.Value);
    }

    [Fact]
    public void A_seed_gives_the_same_numbers_on_every_machine()
    {
        var stream = new RandomStream(42);
        Assert.Equal(1546998764402558742UL, stream.Next());
        Assert.Equal(6990951692964543102UL, stream.Next());
    }

    [Fact]
    public void Whole_numbers_are_drawn_evenly()
    {
        var stream = new RandomStream(7);
        int[] counts = new int[6];
        for (int i = 0; i < 60_000; i++)
        {
            counts[stream.Below(6)]++;
            Assert.InRange(stream.Share(), 0, 1);
        }

        double distance = counts.Sum(count => Math.Pow(count - 10_000, 2) / 10_000);
        Assert.InRange(distance, 0, ChiSquareDistribution.UpperQuantile(1e-6, 5));
    }
}
