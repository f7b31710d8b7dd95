using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

public sealed class RegressionEdgeTests
{
    private static readonly double[] A = [-1, -1, -1, -1, 1, 1, 1, 1];
    private static readonly double[] B = [-1, -1, 1, 1, -1, -1, 1, 1];
    private static readonly double[] C = [-1, 1, -1, 1, -1, 1, -1, 1];

    [Theory]
    [InlineData(0)]
    [InlineData(100_000_000 / 3.0)]
    public void Two_predictors_are_tested_together_wherever_the_outcome_lies(double offset)
    {
        // 3 a + b, and a c that nothing explains: squares of 80 and 8.
        double[] outcome = [.. Enumerable.Range(0, 8).Select(i => offset + (3 * A[i]) + B[i] + C[i])];
        LinearRegression regression = LinearRegression.Of(RegressionTests.Data(outcome, A, B));
        Assert.Equal(25, regression.Test!.Value.F, 1e-6);
        Assert.Equal((2.0, 5.0), (regression.Test.Value.Above, regression.Test.Value.Below));

        // F with two degrees above has the upper tail (1 + 2 F / n)^(-n/2).
        Assert.Equal(Math.Pow(11, -2.5), regression.Test.Value.PValue, 1e-9);
        Assert.Equal(80 / 88.0, regression.RSquared!.Value, 1e-8);
        Assert.Equal(1 - (7 * 8 / 88.0 / 5), regression.AdjustedRSquared!.Value, 1e-8);
        Assert.Equal(Math.Sqrt(8 / 5.0), regression.ResidualDeviation!.Value, 1e-8);
        Assert.Equal(offset, regression.Intercept!.Value!.Value, 1e-7);
        Assert.Equal(3, regression.Terms[0].Coefficient.Value!.Value, 1e-7);
        Assert.Equal(1, regression.Terms[1].Coefficient.Value!.Value, 1e-7);
        Assert.All(regression.Terms, term => Assert.Equal(Math.Sqrt(1.6 / 8), term.Coefficient.StandardError!.Value, 1e-8));
        Assert.Equal((8L, 8L, 0), (regression.Intercept.Units, regression.Intercept.Ratings, regression.Intercept.Categories));
    }

    [Fact]
    public void A_fit_that_leaves_nothing_has_no_test()
    {
        LinearRegression regression = LinearRegression.Of(RegressionTests.Data([0, 0, 0, 0, 2, 2, 2, 2], A));
        Assert.Equal(0, regression.ResidualDeviation);
        Assert.Null(regression.Test);
        Assert.Null(regression.Terms[0].PValue);
        Assert.Equal(1, regression.RSquared);
    }

    [Fact]
    public void Predictors_that_follow_from_others_are_named_in_their_order()
    {
        double[] x = [1, 2, 4, 7, 11, 3, 5, 6];
        double[] constant = [3, 3, 3, 3, 3, 3, 3, 3];
        LinearRegression linear = LinearRegression.Of(RegressionTests.Data([1, 0, 1, 1, 0, 0, 1, 0], constant, x, A, constant));
        Assert.Equal(EstimateStatus.RankDeficient, linear.Status);
        Assert.Equal(["a", "d"], linear.Dependent.ToArray());
        Assert.Equal(["a", "d"], LogisticRegression.Of(RegressionTests.Data([1, 0, 1, 1, 0, 0, 1, 0], constant, x, A, constant)).Dependent.ToArray());
        Assert.Empty(linear.Terms);
        Assert.Null(linear.Intercept);
    }

    [Fact]
    public void What_cannot_be_fitted_is_refused_with_the_reason()
    {
        Assert.Throws<ArgumentNullException>("data", () => LinearRegression.Of(null!));
        Assert.Throws<ArgumentNullException>("data", () => LogisticRegression.Of(null!));
        Assert.Throws<ArgumentNullException>("data", () => RelativeWeights.Of((DriverData)null!));
        ArgumentException error = Assert.Throws<ArgumentException>("data", () => LogisticRegression.Of(RegressionTests.Data([0, 1, 2], [1, 2, 3])));
        Assert.Contains("is 0 or 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_cases_more_than_predictors_are_enough_for_log_odds()
    {
        // Symmetric around the middle: no slope, and a third of the cases are yes.
        LogisticRegression regression = LogisticRegression.Of(RegressionTests.Data([0, 1, 0], [1, 2, 3]));
        Assert.Equal(EstimateStatus.Ok, regression.Status);
        Assert.Equal(0, regression.Terms[0].Coefficient.Value!.Value, 1e-12);
        Assert.Equal(Math.Log(0.5), regression.Intercept!.Value!.Value, 1e-12);
        Assert.Equal(EstimateStatus.InsufficientData, LogisticRegression.Of(RegressionTests.Data([0, 1, 0], [1, 2, 3], [1, 0, 0])).Status);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_case_that_is_certain_costs_the_likelihood_nothing(int sign)
    {
        // Far out, the chance is 0 or 1 to all digits; the rest is a table of two by two.
        double[] outcome = [0, 0, 1, 0, 1, 1, sign > 0 ? 1 : 0];
        double[] x = [0, 0, 0, 1, 1, 1, sign * 2000.0];
        LogisticRegression regression = LogisticRegression.Of(RegressionTests.Data(outcome, x));
        Assert.Equal(EstimateStatus.Ok, regression.Status);
        Assert.Equal(Math.Log(4), regression.Terms[0].Coefficient.Value!.Value, 1e-9);
        Assert.Equal(Math.Log(0.5), regression.Intercept!.Value!.Value, 1e-9);
        Assert.Equal((4 * Math.Log(2 / 3.0)) + (2 * Math.Log(1 / 3.0)), regression.LogLikelihood!.Value, 1e-12);
    }

    [Fact]
    public void The_weights_of_predictors_apart_are_what_each_explains()
    {
        double[] outcome = [.. Enumerable.Range(0, 8).Select(i => (3 * A[i]) + B[i] + C[i])];
        RelativeWeights weights = RelativeWeights.Of(RegressionTests.Data(outcome, A, B));
        Assert.Equal(80 / 88.0, weights.Total!.Value, 1e-13);
        Assert.Equal(72 / 88.0, weights.Weights[0], 1e-13);
        Assert.Equal(8 / 88.0, weights.Weights[1], 1e-13);
        RelativeWeights none = RelativeWeights.Of(RegressionTests.Data([1, 4, 2, 8, 5], [1, 2, 3, 4, 5], [2, 4, 6, 8, 10]));
        Assert.Equal((EstimateStatus.RankDeficient, null, 0, 2), (none.Status, none.Total, none.Weights.Length, none.Names.Length));
    }
}
