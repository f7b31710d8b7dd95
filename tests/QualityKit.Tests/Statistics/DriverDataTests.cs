using System.Collections.Immutable;
using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;
using QualityKit.Validation;

namespace QualityKit.Tests.Statistics;

public sealed class DriverDataTests
{
    [Fact]
    public void A_case_counts_only_with_every_predictor()
    {
        DriverData data = DriverData.From([1, 0, 1, null, 0], Of("a", 1, 2, null, 4, 5), Of("b", 7, null, 8, 9, 6)).Value;
        Assert.Equal((2, 3), (data.Cases, data.LeftOut));
        Assert.Equal([1.0, 0], data.Outcome);
        Assert.Equal([[1.0, 5], [7.0, 6]], data.Columns);
        Assert.Equal(["a", "b"], data.Names.ToArray());
        Assert.True(data.IsBinary);
        Assert.Equal(new EstimateSize(2, 2, 0), data.Size);
    }

    [Fact]
    public void Without_cases_nothing_is_yes_or_no()
    {
        DriverData data = DriverData.From([], Of("a")).Value;
        Assert.False(data.IsBinary);
        Assert.Equal((0, 0), (data.Cases, data.LeftOut));
        Assert.False(DriverData.From([0, 1, 0.5], Of("a", 1, 2, 3)).Value.IsBinary);
    }

    [Fact]
    public void What_is_wrong_is_said_with_its_names_and_numbers()
    {
        ImmutableArray<Issue> issues = DriverData.From([1, 2, 3], Of("a", 1, 2), Of("a", 1, 2, 3), Of(" ", 1, 2, 3)).Issues;
        Assert.Equal(
            [
                "QK7103 at /predictors/0/values: the predictor has 2 values, and the outcome has 3",
                "QK7102 at /predictors/1/name: `a` is the name of an earlier predictor too",
                "QK7101 at /predictors/2/name: the predictor has no name",
            ],
            issues.Select(issue => issue.ToString()));
    }

    [Fact]
    public void Data_without_an_outcome_or_a_predictor_are_refused()
    {
        Assert.Throws<ArgumentNullException>("outcome", () => DriverData.From(null!, Of("a", 1)));
        Assert.Throws<ArgumentNullException>("predictors", () => DriverData.From([1], (Predictor[])null!));
        foreach (Predictor[] predictors in new Predictor[][] { [], [Of("a", 1), null!] })
        {
            ArgumentException error = Assert.Throws<ArgumentException>("predictors", () => DriverData.From([1], predictors));
            Assert.Contains("at least one predictor", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_predictor_says_how_many_values_it_has_and_never_which()
    {
        Assert.Equal("solved (3 cases)", Of("solved", 17, null, 19).ToString());
        Predictor never = new() { Name = "a", Values = default };
        Assert.Empty(never.Values);
        Assert.Equal("a (0 cases)", never.ToString());
    }

    [Fact]
    public void Correlations_have_ones_on_the_diagonal_and_zeros_for_what_never_varies()
    {
        Matrix matrix = DriverCorrelations.Of(RegressionTests.Data([2, 3, 5, 10, 4], [1, 2, 4, 8, 3], [7, 7, 7, 7, 7], [0.1, 0.7, 0.2, 0.4, 0.9]));
        Assert.Equal([1, 0, 1, 1], Enumerable.Range(0, 4).Select(i => matrix[i, i]));
        Assert.All(new[] { 0, 2, 3 }, i => Assert.Equal((0, 0), (matrix[1, i], matrix[i, 1])));

        // Sums of squares 29.2 and 38.8, of products 33.6.
        Assert.Equal(33.6 / Math.Sqrt(29.2 * 38.8), matrix[0, 3], 1e-14);
        Assert.Equal(Correlation([0.1, 0.7, 0.2, 0.4, 0.9], [2, 3, 5, 10, 4]), matrix[2, 3], 1e-14);
        Assert.Equal(Correlation([0.1, 0.7, 0.2, 0.4, 0.9], [1, 2, 4, 8, 3]), matrix[0, 2], 1e-14);
        Assert.Equal((matrix[0, 3], matrix[2, 3]), (matrix[3, 0], matrix[3, 2]));
    }

    [Fact]
    public void Standardized_values_have_no_mean_and_a_length_of_1()
    {
        Assert.Equal(new[] { -3, -1, 1, 3 }.Select(value => value / Math.Sqrt(20)), DriverCorrelations.Standardized([1_000_001, 1_000_003, 1_000_005, 1_000_007]), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal([0, 0, 0], DriverCorrelations.Standardized([0.1, 0.1, 0.1]));
        Assert.Empty(DriverCorrelations.Standardized([]));
    }

    private static double Correlation(double[] x, double[] y)
    {
        (double meanX, double meanY) = (x.Average(), y.Average());
        return x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / Math.Sqrt(x.Sum(a => Math.Pow(a - meanX, 2)) * y.Sum(b => Math.Pow(b - meanY, 2)));
    }

    private static Predictor Of(string name, params double?[] values) => new() { Name = name, Values = [.. values] };
}
