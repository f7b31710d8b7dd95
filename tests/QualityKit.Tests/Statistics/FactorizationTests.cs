using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

public sealed class FactorizationTests
{
    [Fact]
    public void The_inverse_of_three_columns_has_the_diagonal_of_its_fractions()
    {
        // X'X is [4 4 6; 4 6 5; 6 5 14] with the determinant 36; the minors are 59, 20 and 8.
        var qr = new QrFactorization(Matrix.OfColumns([[1, 1, 1, 1], [0, 2, 1, 1], [3, 2, 1, 0]]));
        double[] diagonal = qr.InverseCrossDiagonal();
        Assert.Equal(59 / 36.0, diagonal[0], 1e-14);
        Assert.Equal(20 / 36.0, diagonal[1], 1e-14);
        Assert.Equal(8 / 36.0, diagonal[2], 1e-14);
    }

    [Fact]
    public void Only_the_columns_that_follow_from_others_are_dependent()
    {
        // The third is twice the second, the fifth is the sum of the first and the fourth.
        double[][] columns = [[1, 1, 1, 1, 1], [1, 2, 3, 4, 6], [2, 4, 6, 8, 12], [3, 1, 4, 1, 5], [4, 2, 5, 2, 6]];
        var qr = new QrFactorization(Matrix.OfColumns(columns));
        Assert.Equal(3, qr.Rank);
        Assert.False(qr.IsFullRank);
        Assert.Equal(2, qr.Dependent.Length);
        Assert.Equal(qr.Dependent.Order(), qr.Dependent);

        // 2 + 3 x + z, whichever columns write it.
        double[] right = [8, 9, 15, 15, 25];
        double[] solution = qr.Solve(right);
        Assert.All(right, (value, row) => Assert.Equal(value, columns.Zip(solution, (column, slope) => column[row] * slope).Sum(), 1e-12));
        Assert.All(qr.Dependent, column => Assert.Equal(0, solution[column]));
    }

    [Fact]
    public void A_system_of_three_is_solved()
    {
        Matrix matrix = Matrix.OfColumns([[4, 2, 1], [2, 5, 3], [1, 3, 6]]);
        double[] solution = CholeskyFactorization.Of(matrix)!.Solve([4 - 4 + 3, 2 - 10 + 9, 1 - 6 + 18]);
        Assert.Equal([1.0, -2, 3], solution.Select(value => Math.Round(value, 13)));
    }

    [Theory]
    [InlineData(1e-8)]
    [InlineData(1e8)]
    public void The_units_of_a_system_do_not_make_it_singular(double unit)
    {
        double[] solution = CholeskyFactorization.Of(Matrix.OfColumns([[4 * unit, 2 * unit], [2 * unit, 3 * unit]]))!.Solve([8 * unit, 7 * unit]);
        Assert.Equal(1.25, solution[0], 1e-14);
        Assert.Equal(1.5, solution[1], 1e-14);
    }

    [Fact]
    public void A_system_of_nothing_is_refused()
    {
        Assert.Null(CholeskyFactorization.Of(new Matrix(1, 1)));
        Assert.Null(CholeskyFactorization.Of(Matrix.OfColumns([[-1.0]])));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1e-20)]
    [InlineData(1e20)]
    public void Eigenvalues_come_in_the_units_of_the_matrix(double unit)
    {
        // 2 beside 1: 3 and 1.
        var eigen = new SymmetricEigen(Matrix.OfColumns([[2 * unit, unit], [unit, 2 * unit]]));
        Assert.Equal([1.0, 3], eigen.Values.Order().Select(value => Math.Round(value / unit, 13)));
        Assert.All(Enumerable.Range(0, 2), k => Assert.Equal(0.5, eigen.Vectors[0, k] * eigen.Vectors[0, k], 1e-14));
    }

    [Fact]
    public void What_is_apart_already_stays_apart()
    {
        // The first and the third are turned by 45 degrees: 1.5 and 0.5; the second is alone.
        var eigen = new SymmetricEigen(Matrix.OfColumns([[1, 0, 0.5], [0, 1, 0], [0.5, 0, 1]]));
        Assert.Equal([0.5, 1, 1.5], eigen.Values.Order().Select(value => Math.Round(value, 14)));
        Assert.Equal([5.0, 5, 5], new SymmetricEigen(Matrix.OfColumns([[5, 0, 0], [0, 5, 0], [0, 0, 5]])).Values);
    }

    [Fact]
    public void Replicates_have_the_error_of_a_sample_and_quantiles_between_two()
    {
        // Off the mean by -5, -2 and 7 thirds; and around 100,000,003: -2, -1, 0 and 3, whose squares add up to 14.
        Assert.Equal(Math.Sqrt(((25 + 4 + 49) / 9.0) / 2), Replicates.Error([1e12 + 1, 1e12 + 2, 1e12 + 5]), 1e-7);
        double[] sorted = [100_000_001, 100_000_002, 100_000_003, 100_000_006];
        Assert.Equal(Math.Sqrt(14 / 3.0), Replicates.Error(sorted), 1e-12);
        Assert.Equal(100_000_001, Replicates.Quantile(sorted, 0));
        Assert.Equal(100_000_001.75, Replicates.Quantile(sorted, 0.25), 1e-7);
        Assert.Equal(100_000_005.25, Replicates.Quantile(sorted, 11 / 12.0), 1e-7);
        Assert.Equal(100_000_006, Replicates.Quantile(sorted, 1));
        Assert.Equal(100_000_002, Replicates.Quantile(sorted, 1 / 3.0), 1e-7);
        Assert.Equal(7, Replicates.Quantile([7], 0.3));
    }
}
