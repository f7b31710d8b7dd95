using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

/// <summary>What predictors add to sets of others, beside one regression a set.</summary>
public sealed class DominanceTests
{
    private static readonly double[] Outcome = [3, 8, 2, 9, 4, 7, 1, 6, 5, 12, 3, 7];

    private static readonly double[][] Columns =
    [
        [1, 4, 2, 5, 1, 4, 0, 2, 3, 7, 2, 2],
        [10, 12, 9, 8, 14, 11, 10, 15, 7, 13, 8, 8],
        [0, 3, 1, 4, 2, 2, 1, 4, 2, 5, 0, 4],
        [5, 1, 4, 2, 8, 5, 7, 1, 3, 3, 9, 4],
    ];

    private static readonly DriverData Data = RegressionTests.Data(Outcome, Columns);

    [Fact]
    public void A_predictor_adds_more_in_as_many_sets_as_one_counts()
    {
        double[] shares = [.. Enumerable.Range(0, 16).Select(Explained)];
        DominanceAnalysis analysis = DominanceAnalysis.Linear(Data);
        foreach ((int i, int j) in Pairs())
        {
            int[] sets = [.. Enumerable.Range(0, 16).Where(set => (set >> i) % 2 == 0 && (set >> j) % 2 == 0)];
            Assert.Equal(sets.Count(set => shares[set + (1 << i)] > shares[set + (1 << j)]) / 4.0, analysis.AddsMore(i, j));
        }

        Assert.Contains(Pairs(), pair => analysis.AddsMore(pair.I, pair.J) is > 0 and < 1);
    }

    [Fact]
    public void The_shares_of_sets_are_those_of_a_regression_on_each()
    {
        double[] shares = SubsetShares.Of(DriverCorrelations.Of(Data));
        Assert.All(shares, (share, set) => Assert.Equal(Explained(set), share, 1e-12));
        DominanceAnalysis analysis = DominanceAnalysis.Linear(Data);
        Assert.Equal(Explained(15), analysis.Total!.Value, 1e-12);
        for (int i = 0; i < 4; i++)
        {
            for (int size = 0; size < 4; size++)
            {
                int[] sets = [.. Enumerable.Range(0, 16).Where(set => (set >> i) % 2 == 0 && int.PopCount(set) == size)];
                Assert.Equal(sets.Average(set => Explained(set + (1 << i)) - Explained(set)), analysis.Conditional[i][size], 1e-12);
            }

            Assert.Equal(analysis.Conditional[i].Average(), analysis.General[i], 1e-15);
        }
    }

    [Fact]
    public void Predictors_that_add_the_same_do_not_add_more()
    {
        double[] a = [-1, -1, 1, 1];
        double[] b = [-1, 1, -1, 1];
        DominanceAnalysis analysis = DominanceAnalysis.Linear(RegressionTests.Data([-2, 0, 0, 2], a, b));
        Assert.Equal((0.0, 0.0), (analysis.AddsMore(0, 1), analysis.AddsMore(1, 0)));
    }

    [Fact]
    public void A_predictor_that_follows_from_those_before_it_adds_nothing()
    {
        // The second is the first again, the third is apart from both.
        var correlations = new Matrix(4, 4);
        double[][] rows = [[1, 1, 0.25, 0.5], [1, 1, 0.25, 0.5], [0.25, 0.25, 1, 0.4], [0.5, 0.5, 0.4, 1]];
        for (int row = 0; row < 4; row++)
        {
            rows[row].CopyTo(correlations.Row(row));
        }

        // Of the first and the third: (0.25 + 0.16 - 2 * 0.5 * 0.4 * 0.25) over 1 - 0.0625.
        double both = 0.31 / 0.9375;
        Assert.Equal([0, 0.25, 0.25, 0.25, 0.16, both, both, both], SubsetShares.Of(correlations), (x, y) => Math.Abs(x - y) < 1e-15);
    }

    [Fact]
    public void Positions_and_predictors_that_cannot_be_are_refused_with_the_reason()
    {
        DominanceAnalysis analysis = DominanceAnalysis.Linear(Data);
        Assert.Throws<ArgumentOutOfRangeException>("predictor", () => analysis.AddsMore(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("predictor", () => analysis.AddsMore(4, 0));
        Assert.Throws<ArgumentOutOfRangeException>("other", () => analysis.AddsMore(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>("other", () => analysis.AddsMore(0, 4));
        Assert.Throws<ArgumentOutOfRangeException>("predictor", () => analysis.AddsMore(2, 2));
        Assert.Throws<ArgumentNullException>("data", () => DominanceAnalysis.Linear(null!));
        DriverData many = RegressionTests.Data([1, 0], [.. Enumerable.Range(0, 21).Select(i => (double[])[i, 1])]);
        ArgumentException error = Assert.Throws<ArgumentException>("data", () => DominanceAnalysis.Linear(many));
        Assert.Contains("21 predictors are given, at most 20", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>("data", () => DominanceAnalysis.Logistic(many));
        Assert.Contains("21 predictors are given, at most 12", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_solution_there_is_no_share()
    {
        DominanceAnalysis analysis = DominanceAnalysis.Linear(RegressionTests.Data([1, 4, 2, 8, 5], [1, 2, 3, 4, 5], [2, 4, 6, 8, 10]));
        Assert.Equal(EstimateStatus.RankDeficient, analysis.Status);
        Assert.Null(analysis.Total);
        Assert.Null(analysis.AddsMore(0, 1));
        Assert.Empty(analysis.General);
        Assert.Empty(analysis.Conditional);
        Assert.Equal(2, analysis.Names.Length);
    }

    private static double Explained(int set) => set == 0
        ? 0
        : LinearRegression.Of(RegressionTests.Data(Outcome, [.. Columns.Where((_, i) => (set >> i) % 2 == 1)])).RSquared!.Value;

    private static IEnumerable<(int I, int J)> Pairs() => Enumerable.Range(0, 4).SelectMany(i => Enumerable.Range(0, 4).Where(j => j != i).Select(j => (i, j)));
}
