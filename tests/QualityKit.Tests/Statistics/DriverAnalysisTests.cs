using System.Collections.Immutable;
using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

public sealed class DriverAnalysisTests
{
    private static readonly DriverSettings Quick = new() { CasesPerPredictor = 1, Replicates = 100 };

    [Fact]
    public void At_least_two_cases_more_than_predictors_are_needed()
    {
        double[][] columns = [[1, 2, 4, 8, 3], [3, 1, 4, 1, 5], [2, 7, 1, 8, 2]];
        DriverAnalysis enough = DriverAnalysis.Of(RegressionTests.Data([5, 3, 8, 9, 7], columns), Quick);
        Assert.Equal((EstimateStatus.Ok, 5, 5, false), (enough.Status, enough.Needed, enough.Cases, enough.IsBinary));
        DriverAnalysis few = DriverAnalysis.Of(RegressionTests.Data([5, 3, 8, 9], [.. columns.Select(column => column[..4])]), Quick);
        Assert.Equal((EstimateStatus.InsufficientData, 5, 4), (few.Status, few.Needed, few.Cases));
        Assert.Equal((null, 0, 0), (few.Explained, few.Drivers.Length, few.Dependent.Length));
        Assert.Equal(6, DriverAnalysis.Of(RegressionTests.Data([5, 3, 8, 9, 7], columns), Quick with { CasesPerPredictor = 2 }).Needed);
    }

    [Fact]
    public void Of_yes_and_no_as_many_of_the_rarer_are_needed()
    {
        // Three of eight are yes; one predictor needs three.
        DriverData data = RegressionTests.Data([0, 1, 0, 0, 1, 0, 1, 0], [2, 5, 1, 4, 3, 6, 8, 2.5]);
        DriverAnalysis analysis = DriverAnalysis.Of(data, Quick);
        Assert.Equal((EstimateStatus.Ok, 3, true), (analysis.Status, analysis.Needed, analysis.IsBinary));
        Assert.Equal(LogisticRegression.Of(data).Terms[0].Coefficient, Assert.Single(analysis.Drivers).Effect);
        Assert.Equal(EstimateStatus.InsufficientData, DriverAnalysis.Of(data, Quick with { CasesPerPredictor = 4 }).Status);
        Assert.Equal(EstimateStatus.InsufficientData, DriverAnalysis.Of(RegressionTests.Data([1, 0, 1, 1, 0, 1, 0, 1], [2, 5, 1, 4, 3, 6, 8, 2.5]), Quick with { CasesPerPredictor = 4 }).Status);
        DriverAnalysis separated = DriverAnalysis.Of(RegressionTests.Data([0, 0, 0, 1, 1, 1], [1, 2, 3, 4, 5, 7]), Quick);
        Assert.Equal((EstimateStatus.Separated, 6L, 6L), (separated.Drivers[0].Effect.Status, separated.Drivers[0].Effect.Units, separated.Drivers[0].Effect.Ratings));
    }

    [Fact]
    public void Effects_are_the_coefficients_of_the_regression_on_all()
    {
        DriverData data = RegressionTests.Data([5, 3, 8, 9, 7, 1], [1, 2, 4, 8, 3, 0], [3, 1, 4, 1, 5, 9]);
        DriverAnalysis analysis = DriverAnalysis.Of(data, Quick);
        LinearRegression regression = LinearRegression.Of(data);
        Assert.Equal(regression.RSquared, analysis.Explained);
        Assert.All(analysis.Drivers, driver => Assert.Equal(regression.Terms.Single(term => term.Name == driver.Name).Coefficient, driver.Effect));
    }

    [Fact]
    public void Weights_are_suggested_for_what_is_established_and_raises_the_outcome()
    {
        DriverAnalysis analysis = With(
            Driver("a", 0.5, true, 0.2, 0.9), Driver("b", 0.3, true, -0.9, -0.1), Driver("d", 0.25, true, 0.1, 0.6), Driver("c", 0.2, false, 0.1, 0.5), Driver("e", 0.1, true, -0.1, 0.5));
        Assert.Equal([7, 0, 3, 0, 0], analysis.SuggestWeights(10).Select(weight => weight.Weight));
        Assert.Equal(["a", "b", "d", "c", "e"], analysis.SuggestWeights(10).Select(weight => weight.Name));
        Assert.Equal([67, 0, 33, 0, 0], analysis.SuggestWeights().Select(weight => weight.Weight));
        Assert.Equal([1, 0, 0, 0, 0], analysis.SuggestWeights(1).Select(weight => weight.Weight));
        Assert.Empty(With(Driver("b", 0.3, true, -0.9, -0.1), Driver("c", 0.2, false, 0.1, 0.5)).SuggestWeights());
        Assert.Throws<ArgumentOutOfRangeException>("total", () => analysis.SuggestWeights(0));
        Assert.Throws<ArgumentOutOfRangeException>("total", () => With().SuggestWeights(-1));
    }

    [Fact]
    public void A_direction_is_clear_where_the_interval_leaves_out_0()
    {
        Assert.Equal(DriverDirection.Raises, Driver("a", 0.5, true, 1e-9, 0.9).Direction);
        Assert.Equal(DriverDirection.Unclear, Driver("a", 0.5, true, 0, 0.9).Direction);
        Assert.Equal(DriverDirection.Lowers, Driver("a", 0.5, true, -0.9, -1e-9).Direction);
        Assert.Equal(DriverDirection.Unclear, Driver("a", 0.5, true, -0.9, 0).Direction);
        Assert.Equal(
            [DriverDirection.Raises, DriverDirection.Lowers, DriverDirection.Unclear, DriverDirection.Unclear],
            new double[] { 1, -1, 0.5, -0.5 }.Select(r => (Driver("a", 0.5, true, 0, 1) with { Correlation = Estimate.Of(r, default) }).Direction));
        Assert.Equal(DriverDirection.Unclear, (Driver("a", 0.5, true, 0, 1) with { Correlation = Estimate.None(EstimateStatus.NoVariation, default) }).Direction);
    }

    [Fact]
    public void An_analysis_needs_data() => Assert.Throws<ArgumentNullException>("data", () => DriverAnalysis.Of(null!));

    private static DriverAnalysis With(params Driver[] drivers) =>
        DriverAnalysis.Of(RegressionTests.Data([1, 2], [3, 4]), Quick) with { Drivers = [.. drivers] };

    private static Driver Driver(string name, double importance, bool established, double lower, double upper) => new()
    {
        Name = name,
        Importance = Estimate.Of(importance, default),
        Share = importance,
        Correlation = Estimate.Of((lower + upper) / 2, default, null, new ConfidenceInterval(lower, upper, 0.95)),
        Effect = Estimate.Of(1, default),
        PValue = 0.01,
        IsEstablished = established,
    };
}
