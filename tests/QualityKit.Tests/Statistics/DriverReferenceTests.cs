using QualityKit.Reference;
using QualityKit.Reference.Statistics;
using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

public sealed class DriverReferenceTests
{
    [Fact]
    public void Shares_over_all_sets_are_those_over_all_orders_in_exact_fractions()
    {
        int compared = 0;
        foreach ((int seed, DriverTable table) in DriverTable.Many(60))
        {
            ExactDrivers exact = table.Exact();
            DominanceAnalysis sets = DominanceAnalysis.Linear(table.Data());
            if (sets.Status != EstimateStatus.Ok)
            {
                Assert.True(exact.Share(0) is null || sets.Status == EstimateStatus.InsufficientData, $"seed {seed}");
                continue;
            }

            compared++;
            Near(exact.RSquared([.. Enumerable.Range(0, table.Predictors.Length)]), sets.Total, seed);
            for (int i = 0; i < table.Predictors.Length; i++)
            {
                Near(exact.Share(i), sets.General[i], seed);
                for (int size = 0; size < table.Predictors.Length; size++)
                {
                    Near(exact.Share(i, size), sets.Conditional[i][size], seed);
                }
            }
        }

        Assert.True(compared > 30);
    }

    [Fact]
    public void Coefficients_are_those_of_exact_fractions()
    {
        foreach ((int seed, DriverTable table) in DriverTable.Many(200))
        {
            int[] all = [.. Enumerable.Range(0, table.Predictors.Length)];
            LinearRegression regression = LinearRegression.Of(table.Data());
            if (regression.Status == EstimateStatus.Ok)
            {
                ExactNumber[] slopes = table.Exact().Slopes(all)!;
                Assert.All(all, i => Near(slopes[i], regression.Terms[i].Coefficient.Value, seed));
                Near(table.Exact().RSquared(all), regression.RSquared, seed);
            }
            else if (regression.Status == EstimateStatus.RankDeficient)
            {
                Assert.Null(table.Exact().Slopes(all));
                Assert.NotEmpty(regression.Dependent);
            }
        }
    }

    [Fact]
    public void Predictors_that_hardly_differ_keep_their_digits()
    {
        // Years, and nearly the same years again: normal equations would lose everything.
        int[] years = [.. Enumerable.Range(2001, 16)];
        int[] almost = [.. years.Select((year, i) => (year * 1000) + (i % 3))];
        int[] outcome = [.. years.Select((year, i) => (i * i) + (7 * (i % 4)))];
        var table = new DriverTable(outcome, [years, almost]);
        ExactNumber[] slopes = table.Exact().Slopes(0, 1)!;
        LinearRegression regression = LinearRegression.Of(table.Data());
        Assert.Equal(Real.Of(slopes[0]).ToDouble(), regression.Terms[0].Coefficient.Value!.Value, 1e-6 * Math.Abs(Real.Of(slopes[0]).ToDouble()));
        Assert.Equal(Real.Of(slopes[1]).ToDouble(), regression.Terms[1].Coefficient.Value!.Value, 1e-6 * Math.Abs(Real.Of(slopes[1]).ToDouble()));
    }

    [Fact]
    public void Of_two_predictors_Johnsons_weights_are_the_shares_over_all_orders()
    {
        foreach ((int seed, DriverTable table) in DriverTable.Many(100, predictors: 2))
        {
            RelativeWeights weights = RelativeWeights.Of(table.Data());
            if (weights.Status == EstimateStatus.Ok)
            {
                Near(table.Exact().Share(0), weights.Weights[0], seed, 1e-8);
                Near(table.Exact().Share(1), weights.Weights[1], seed, 1e-8);
            }
        }
    }

    private static void Near(ExactNumber? expected, double? actual, int seed, double tolerance = 1e-9)
    {
        Assert.True(expected is not null && actual is not null, $"seed {seed}: one has no value");
        double exact = Real.Of(expected!).ToDouble();
        Assert.True(Math.Abs(exact - actual!.Value) <= tolerance * Math.Max(1, Math.Abs(exact)), $"seed {seed}: {actual} is not {exact}");
    }
}
