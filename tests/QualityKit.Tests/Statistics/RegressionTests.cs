using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

public sealed class RegressionTests
{
    [Fact]
    public void A_line_has_the_errors_that_one_works_out_by_hand()
    {
        // Means 2.25 and 2.5, sums of squares 5 and 4.75, of products 4.5: y = 0.9 x, which leaves 0.7.
        LinearRegression line = LinearRegression.Of(Data([1, 2, 2, 4], [1, 2, 3, 4]));
        Assert.Equal(0.9, line.Terms[0].Coefficient.Value!.Value, 12);
        Assert.Equal(0, line.Intercept!.Value!.Value, 12);
        Assert.Equal(0.7 / 2, Math.Pow(line.ResidualDeviation!.Value, 2), 12);
        Assert.Equal(Math.Sqrt(0.35 / 5), line.Terms[0].Coefficient.StandardError!.Value, 12);
        Assert.Equal(Math.Sqrt(0.35 * 30 / 20), line.Intercept.StandardError!.Value, 12);
        Assert.Equal(1 - (0.7 / 4.75), line.RSquared!.Value, 12);
        Assert.Equal(1 - (0.7 / 4.75 * 3 / 2), line.AdjustedRSquared!.Value, 12);
        Assert.Equal(4.05 / 0.35, line.Test!.Value.F, 9);

        // One predictor: the F test and the t test are one.
        Assert.Equal(line.Test.Value.PValue, line.Terms[0].PValue!.Value, 12);
    }

    [Fact]
    public void A_line_through_all_points_leaves_nothing_and_tests_nothing()
    {
        LinearRegression line = LinearRegression.Of(Data([1, 3, 5, 7], [0, 1, 2, 3]));
        Assert.Equal(1, line.RSquared!.Value, 12);
        Assert.Equal(2, line.Terms[0].Coefficient.Value!.Value, 12);
    }

    [Fact]
    public void An_outcome_that_never_varies_has_no_regression()
    {
        Assert.Equal(EstimateStatus.NoVariation, LinearRegression.Of(Data([3, 3, 3, 3], [1, 2, 3, 5])).Status);
        Assert.Equal(EstimateStatus.NoVariation, LogisticRegression.Of(Data([1, 1, 1, 1], [1, 2, 3, 5])).Status);
    }

    [Fact]
    public void Too_few_cases_have_no_regression()
    {
        Assert.Equal(EstimateStatus.InsufficientData, LinearRegression.Of(Data([1, 2], [1, 2])).Status);
        Assert.Equal(EstimateStatus.InsufficientData, LogisticRegression.Of(Data([0, 1], [1, 2])).Status);
        Assert.Equal(EstimateStatus.InsufficientData, LogisticRegression.Of(Data([], (double[])[])).Status);
    }

    [Fact]
    public void A_predictor_that_follows_from_others_is_named()
    {
        LinearRegression linear = LinearRegression.Of(Data([1, 4, 2, 8, 5], [1, 2, 3, 4, 5], [3, 1, 4, 1, 5], [4, 3, 7, 5, 10]));
        Assert.Equal(EstimateStatus.RankDeficient, linear.Status);
        Assert.Single(linear.Dependent);
        LinearRegression constant = LinearRegression.Of(Data([1, 4, 2, 8, 5], [1, 2, 3, 4, 5], [7, 7, 7, 7, 7]));
        Assert.Equal("b", Assert.Single(constant.Dependent));
        Assert.Equal("b", Assert.Single(LogisticRegression.Of(Data([0, 1, 0, 1, 1], [1, 2, 3, 4, 5], [7, 7, 7, 7, 7])).Dependent));
    }

    [Fact]
    public void A_table_of_two_by_two_gives_the_odds_ratio_and_its_error()
    {
        // 10 of 30 without, 24 of 40 with: the logarithm of (24 * 20) / (16 * 10), and the root of 1/10 + 1/20 + 1/24 + 1/16 (Woolf 1955).
        double[] outcome = [.. Repeat(1, 10), .. Repeat(0, 20), .. Repeat(1, 24), .. Repeat(0, 16)];
        LogisticRegression regression = LogisticRegression.Of(Data(outcome, [.. Repeat(0, 30), .. Repeat(1, 40)]));
        Assert.Equal(Math.Log(3), regression.Terms[0].Coefficient.Value!.Value, 10);
        Assert.Equal(Math.Sqrt((1.0 / 10) + (1.0 / 20) + (1.0 / 24) + (1.0 / 16)), regression.Terms[0].Coefficient.StandardError!.Value, 10);
        Assert.Equal(Math.Log(0.5), regression.Intercept!.Value!.Value, 10);
        double fitted = (10 * Math.Log(1 / 3.0)) + (20 * Math.Log(2 / 3.0)) + (24 * Math.Log(0.6)) + (16 * Math.Log(0.4));
        double none = (34 * Math.Log(34 / 70.0)) + (36 * Math.Log(36 / 70.0));
        Assert.Equal(fitted, regression.LogLikelihood!.Value, 10);
        Assert.Equal(none, regression.NullLogLikelihood!.Value, 10);
        Assert.Equal(1 - (fitted / none), regression.McFadden!.Value, 10);
        Assert.Equal(0.0293, regression.Terms[0].PValue!.Value, 4);
    }

    [Fact]
    public void A_predictor_without_effect_explains_nothing()
    {
        double[] outcome = [0, 1, 0, 1];
        LogisticRegression regression = LogisticRegression.Of(Data(outcome, [0, 0, 1, 1]));
        Assert.Equal(0, regression.Terms[0].Coefficient.Value!.Value, 12);
        Assert.Equal(0, regression.McFadden!.Value, 12);
        Assert.Equal(1, regression.Terms[0].PValue!.Value, 12);
    }

    [Theory]
    [InlineData(new double[] { 0, 0, 0, 1, 1, 1 }, new double[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(new double[] { 1, 1, 1, 0, 0, 0 }, new double[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(new double[] { 0, 0, 0, 1, 1, 1 }, new double[] { 1, 2, 3, 3, 5, 6 })]
    [InlineData(new double[] { 0, 1, 0, 1, 1, 1 }, new double[] { 0, 0, 0, 1, 1, 1 })]
    [InlineData(new double[] { 0, 0, 0, 1, 1, 1 }, new double[] { 1e6, 1e6, 1e6, 1e6, 1e6, 2e6 })]
    public void Predictors_that_tell_the_outcomes_apart_wholly_or_at_an_edge_have_no_coefficient(double[] outcome, double[] predictor)
    {
        LogisticRegression regression = LogisticRegression.Of(Data(outcome, predictor));
        Assert.Equal(EstimateStatus.Separated, regression.Status);
        Assert.Null(regression.McFadden);
        Assert.Empty(regression.Terms);
    }

    [Fact]
    public void Two_predictors_that_separate_only_together_have_no_coefficient()
    {
        // y is 1 where a + b is above 3; neither alone tells.
        double[] a = [0, 1, 2, 3, 3, 2, 1, 0, 4, 2];
        double[] b = [3, 2, 1, 0, 2, 2, 3, 4, 0, 3];
        double[] outcome = [.. a.Zip(b, (x, y) => x + y > 3 ? 1.0 : 0)];
        Assert.Equal(EstimateStatus.Separated, LogisticRegression.Of(Data(outcome, a, b)).Status);
        Assert.Equal(EstimateStatus.Ok, LogisticRegression.Of(Data(outcome, a)).Status);
    }

    [Fact]
    public void One_case_on_the_wrong_side_is_enough_to_have_a_coefficient()
    {
        double[] outcome = [.. Repeat(0, 50), 1, 0, .. Repeat(1, 50)];
        LogisticRegression regression = LogisticRegression.Of(Data(outcome, [.. Enumerable.Range(0, 102).Select(i => (double)i)]));
        Assert.Equal(EstimateStatus.Ok, regression.Status);
        Assert.True(regression.Terms[0].Coefficient.Value > 0.5);
    }

    [Fact]
    public void The_units_and_the_offset_of_a_predictor_change_its_coefficient_alone()
    {
        double[] outcome = [0, 1, 0, 1, 1, 0, 1, 1, 0, 1];
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        LogisticRegression first = LogisticRegression.Of(Data(outcome, x));
        LogisticRegression scaled = LogisticRegression.Of(Data(outcome, [.. x.Select(value => 1000 + (value * 1e-3))]));
        Assert.Equal(first.McFadden!.Value, scaled.McFadden!.Value, 9);
        Assert.Equal(first.Terms[0].Coefficient.Value!.Value, scaled.Terms[0].Coefficient.Value!.Value * 1e-3, 6);
    }

    [Fact]
    public void An_outcome_of_more_than_two_values_is_refused() =>
        Assert.Throws<ArgumentException>(() => LogisticRegression.Of(Data([0, 1, 2], [1, 2, 3])));

    internal static DriverData Data(double[] outcome, params double[][] predictors) => DriverData.From(
        outcome.Select(value => (double?)value),
        predictors.Select((values, i) => new Predictor { Name = DriverTable.Name(i), Values = [.. values.Select(value => (double?)value)] })).Value;

    private static IEnumerable<double> Repeat(double value, int count) => Enumerable.Repeat(value, count);
}
