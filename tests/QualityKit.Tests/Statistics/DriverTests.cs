using System.Collections.Immutable;
using QualityKit.Statistics;
using QualityKit.Validation;

namespace QualityKit.Tests.Statistics;

public sealed class DriverTests
{
    [Fact]
    public void The_shares_of_all_predictors_add_up_to_what_they_explain()
    {
        foreach ((int seed, DriverData data) in Made(20, cases: 50, predictors: 6))
        {
            DominanceAnalysis sets = DominanceAnalysis.Linear(data);
            Assert.Equal(sets.Total!.Value, sets.General.Sum(), 1e-12);
            Assert.Equal(sets.Total.Value, LinearRegression.Of(data).RSquared!.Value, 1e-12);
            Assert.Equal(sets.Total.Value, RelativeWeights.Of(data).Weights.Sum(), 1e-12);
            Assert.True(sets.Conditional.All(row => row.All(gain => gain >= 0)), $"seed {seed}");
        }
    }

    [Fact]
    public void Neither_units_nor_offsets_nor_the_order_of_predictors_change_a_share()
    {
        foreach ((int seed, DriverData data) in Made(10, cases: 40, predictors: 5))
        {
            ImmutableArray<double> general = DominanceAnalysis.Linear(data).General;
            ImmutableArray<double> moved = DominanceAnalysis.Linear(RegressionTests.Data(
                [.. data.Outcome.Select(value => 7 - (3 * value))],
                [.. data.Columns.Reverse().Select((column, i) => column.Select(value => 1e6 + (value * (i + 1))).ToArray())])).General;
            Assert.All(Enumerable.Range(0, 5), i => Assert.Equal(general[i], moved[4 - i], 1e-9));
        }
    }

    [Fact]
    public void Predictors_that_do_not_correlate_each_keep_what_they_explain_alone()
    {
        // A full design of three: a explains 4 times b, c nothing.
        double[] a = [-1, -1, -1, -1, 1, 1, 1, 1];
        double[] b = [-1, -1, 1, 1, -1, -1, 1, 1];
        double[] c = [-1, 1, -1, 1, -1, 1, -1, 1];
        DriverData data = RegressionTests.Data([.. a.Zip(b, (x, y) => (2 * x) + y)], a, b, c);
        DominanceAnalysis sets = DominanceAnalysis.Linear(data);
        Assert.Equal([0.8, 0.2, 0], sets.General.Select(share => Math.Round(share, 12)));
        Assert.Equal([0.8, 0.2, 0], RelativeWeights.Of(data).Weights.Select(weight => Math.Round(weight, 12)));
        Assert.Equal(1, sets.AddsMore(0, 1));
        Assert.Equal(0, sets.AddsMore(1, 0));
        Assert.Equal(1, sets.AddsMore(1, 2));
    }

    [Fact]
    public void Twenty_predictors_are_analysed_over_all_their_million_sets()
    {
        DriverData data = Made(1, cases: 200, predictors: 20).First().Data;
        DominanceAnalysis sets = DominanceAnalysis.Linear(data);
        Assert.Equal(LinearRegression.Of(data).RSquared!.Value, sets.General.Sum(), 1e-11);
        Assert.Throws<ArgumentException>(() => DominanceAnalysis.Linear(Made(1, cases: 50, predictors: 21).First().Data));
        Assert.Equal(EstimateStatus.Ok, RelativeWeights.Of(Made(1, cases: 50, predictors: 21).First().Data).Status);
    }

    [Fact]
    public void Logistic_shares_add_up_to_what_the_regression_on_all_explains()
    {
        (_, DriverData data) = Made(1, cases: 120, predictors: 4, binary: true).First();
        DominanceAnalysis sets = DominanceAnalysis.Logistic(data);
        Assert.Equal(LogisticRegression.Of(data).McFadden!.Value, sets.Total!.Value, 1e-10);
        Assert.Equal(sets.Total.Value, sets.General.Sum(), 1e-10);
        Assert.Equal(LogisticRegression.Of(RegressionTests.Data(data.Outcome, data.Columns[2])).McFadden!.Value, sets.Conditional[2][0], 1e-10);
        Assert.Equal(EstimateStatus.Separated, DominanceAnalysis.Logistic(RegressionTests.Data([0, 0, 0, 1, 1, 1], [1, 2, 3, 4, 5, 6])).Status);
        Assert.Throws<ArgumentException>(() => DominanceAnalysis.Logistic(Made(1, cases: 50, predictors: 13, binary: true).First().Data));
    }

    [Fact]
    public void Positions_outside_the_predictors_are_refused()
    {
        DominanceAnalysis sets = DominanceAnalysis.Linear(Made(1, cases: 40, predictors: 3).First().Data);
        Assert.Throws<ArgumentOutOfRangeException>(() => sets.AddsMore(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => sets.AddsMore(3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => sets.AddsMore(0, -1));
        Assert.Null(DominanceAnalysis.Linear(RegressionTests.Data([1, 1, 1, 1, 1], [1, 2, 3, 4, 6], [2, 1, 1, 1, 1])).AddsMore(0, 1));
    }

    [Fact]
    public void What_drives_an_outcome_is_found_ranked_and_weighed()
    {
        var random = new Random(7);
        double?[] solved = Bits(random, 400);
        double?[] polite = Bits(random, 400);
        double?[] scripted = Bits(random, 400);
        double?[] held = Bits(random, 400);
        double?[] rating = [.. Enumerable.Range(0, 400).Select(i => (double?)((2 * solved[i]) + polite[i] - held[i] + (2 * random.NextDouble())))];
        DriverAnalysis analysis = DriverAnalysis.Of(DriverData.From(rating, Named("scripted", scripted), Named("solved", solved), Named("polite", polite), Named("held", held)).Value);
        Assert.Equal(EstimateStatus.Ok, analysis.Status);
        Assert.Equal("solved", analysis.Drivers[0].Name);
        Assert.Equal("scripted", analysis.Drivers[3].Name);
        Assert.Equal([true, true, true, false], analysis.Drivers.Select(driver => driver.IsEstablished));
        Driver held2 = analysis.Drivers.Single(driver => driver.Name == "held");
        Assert.Equal(DriverDirection.Lowers, held2.Direction);
        Assert.Equal(-1, held2.Effect.Value!.Value, 0.2);
        Assert.Equal(DriverDirection.Raises, analysis.Drivers[0].Direction);
        Assert.Equal(1, analysis.Drivers.Sum(driver => driver.Share), 1e-12);
        Assert.Equal(analysis.Explained!.Value, analysis.Drivers.Sum(driver => driver.Importance.Value!.Value), 1e-12);
        Assert.All(analysis.Drivers, driver => Assert.True(driver.Importance.Interval!.Value.Contains(driver.Importance.Value!.Value)));

        ImmutableArray<SuggestedWeight> weights = analysis.SuggestWeights();
        Assert.Equal(100, weights.Sum(weight => weight.Weight));
        Assert.Equal(0, weights.Single(weight => weight.Name == "held").Weight);
        Assert.Equal(0, weights.Single(weight => weight.Name == "scripted").Weight);
        Assert.True(weights[0].Weight > 60);
        Assert.Equal(7, analysis.SuggestWeights(7).Sum(weight => weight.Weight));
    }

    [Fact]
    public void Predictors_that_mean_nothing_are_hardly_ever_established()
    {
        // 40 analyses of 3 meaningless predictors; at 0.05 for any of the three, 2 would be expected at most.
        int established = 0;
        for (int seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            double?[] outcome = [.. Enumerable.Range(0, 60).Select(_ => (double?)random.NextDouble())];
            DriverAnalysis analysis = DriverAnalysis.Of(
                DriverData.From(outcome, Named("a", Bits(random, 60)), Named("b", Bits(random, 60)), Named("c", Bits(random, 60))).Value, new DriverSettings { Replicates = 300 });
            established += analysis.Drivers.Any(driver => driver.IsEstablished) ? 1 : 0;
            Assert.True(analysis.SuggestWeights().IsEmpty || analysis.Drivers.Any(driver => driver.IsEstablished));
        }

        Assert.True(established <= 3, $"{established} of 40");
    }

    [Fact]
    public void An_outcome_of_yes_and_no_has_effects_in_log_odds()
    {
        var random = new Random(3);
        double?[] solved = Bits(random, 300);
        double?[] recommended = [.. solved.Select(value => (double?)(random.NextDouble() < (value == 1 ? 0.9 : 0.3) ? 1 : 0))];
        DriverAnalysis analysis = DriverAnalysis.Of(DriverData.From(recommended, Named("solved", solved)).Value);
        Assert.True(analysis.IsBinary);
        Assert.Equal(Math.Log(9 / (3.0 / 7)), analysis.Drivers[0].Effect.Value!.Value, 0.8);
        Assert.Equal(new SuggestedWeight { Name = "solved", Weight = 100 }, Assert.Single(analysis.SuggestWeights()));
    }

    [Fact]
    public void Predictors_that_separate_yes_from_no_have_an_importance_but_no_effect()
    {
        double?[] outcome = [.. Enumerable.Range(0, 40).Select(i => (double?)(i < 20 ? 0 : 1))];
        DriverAnalysis analysis = DriverAnalysis.Of(DriverData.From(outcome, Named("same", outcome)).Value);
        Assert.Equal(EstimateStatus.Separated, analysis.Drivers[0].Effect.Status);
        Assert.Equal(1, analysis.Drivers[0].Importance.Value!.Value, 1e-9);
        Assert.Equal(DriverDirection.Raises, analysis.Drivers[0].Direction);
    }

    [Fact]
    public void Too_few_cases_say_how_many_are_needed()
    {
        (_, DriverData data) = Made(1, cases: 29, predictors: 3).First();
        DriverAnalysis analysis = DriverAnalysis.Of(data);
        Assert.Equal(EstimateStatus.InsufficientData, analysis.Status);
        Assert.Equal(30, analysis.Needed);
        Assert.Empty(analysis.Drivers);
        Assert.Empty(analysis.SuggestWeights());
        Assert.Equal(EstimateStatus.Ok, DriverAnalysis.Of(data, new DriverSettings { CasesPerPredictor = 9, Replicates = 100 }).Status);

        // Of a hundred, nine said no: it is the rarer answer that counts.
        double?[] outcome = [.. Enumerable.Range(0, 100).Select(i => (double?)(i < 9 ? 0 : 1))];
        Assert.Equal(EstimateStatus.InsufficientData, DriverAnalysis.Of(DriverData.From(outcome, Named("a", Bits(new Random(1), 100))).Value).Status);
        Assert.Equal(EstimateStatus.NoVariation, DriverAnalysis.Of(RegressionTests.Data([.. Enumerable.Repeat(1.0, 50)], [.. Enumerable.Range(0, 50).Select(i => (double)i)])).Status);
    }

    [Fact]
    public void A_predictor_that_follows_from_others_is_named_and_nothing_is_ranked()
    {
        var random = new Random(5);
        double?[] a = Bits(random, 60);
        DriverAnalysis analysis = DriverAnalysis.Of(DriverData.From([.. a.Select(value => value + random.NextDouble())], Named("a", a), Named("twice a", [.. a.Select(value => 2 * value)])).Value);
        Assert.Equal(EstimateStatus.RankDeficient, analysis.Status);
        Assert.Single(analysis.Dependent);
        Assert.Empty(analysis.Drivers);
    }

    [Fact]
    public void Cases_in_which_anything_is_missing_are_left_out_and_counted()
    {
        DriverData data = DriverData.From([1, null, 3, 4], Named("a", [1, 2, null, 4])).Value;
        Assert.Equal(2, data.Cases);
        Assert.Equal(2, data.LeftOut);
        Assert.False(data.IsBinary);
    }

    [Fact]
    public void Everything_wrong_with_the_data_is_said_at_once()
    {
        ImmutableArray<Issue> issues = DriverData.From([1, double.NaN, 3], Named("", [1, 2, 3]), Named("a", [1, 2]), Named("a", [double.PositiveInfinity, 1e101, 3])).Issues;
        Assert.Equal(
            ["QK7104 /outcome/1", "QK7101 /predictors/0/name", "QK7103 /predictors/1/values", "QK7102 /predictors/2/name", "QK7104 /predictors/2/values/0"],
            issues.Select(issue => $"{issue.Code} {issue.Pointer}"));
        Assert.Equal("2 values are not numbers of at most 1e100 from 0; this is the first", issues[^1].ToString().Split(": ", 2)[1]);
        Assert.Throws<ArgumentException>(() => DriverData.From([1, 2]));
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers_and_another_seed_others()
    {
        (_, DriverData data) = Made(1, cases: 60, predictors: 3).First();
        string first = Printed(DriverAnalysis.Of(data, new DriverSettings { Replicates = 200 }));
        Assert.Equal(first, Printed(DriverAnalysis.Of(data, new DriverSettings { Replicates = 200 })));
        Assert.NotEqual(first, Printed(DriverAnalysis.Of(data, new DriverSettings { Replicates = 200, Seed = 2 })));

        static string Printed(DriverAnalysis analysis) => string.Join("; ", analysis.Drivers.Select(driver => $"{driver.Name} {driver.Importance} {driver.Importance.StandardError:R}"));
    }

    [Fact]
    public void More_predictors_than_sets_can_be_counted_are_weighed_after_Johnson()
    {
        (_, DriverData data) = Made(1, cases: 200, predictors: 16).First();
        DriverAnalysis analysis = DriverAnalysis.Of(data, new DriverSettings { Replicates = 100 });
        RelativeWeights weights = RelativeWeights.Of(data);
        Assert.All(analysis.Drivers, driver => Assert.Equal(weights.Weights[weights.Names.IndexOf(driver.Name)], driver.Importance.Value!.Value, 1e-12));
    }

    [Theory]
    [InlineData(0, 0.05, 2000, 0.95)]
    [InlineData(10, 0, 2000, 0.95)]
    [InlineData(10, 0.05, 99, 0.95)]
    [InlineData(10, 0.05, 100_001, 0.95)]
    [InlineData(10, 0.05, 2000, 1)]
    public void Settings_outside_their_ranges_are_refused(int perPredictor, double level, int replicates, double confidence)
    {
        (_, DriverData data) = Made(1, cases: 60, predictors: 3).First();
        Assert.Throws<ArgumentOutOfRangeException>(() => DriverAnalysis.Of(
            data, new DriverSettings { CasesPerPredictor = perPredictor, Level = level, Replicates = replicates, Confidence = confidence }));
    }

    private static Predictor Named(string name, double?[] values) => new() { Name = name, Values = [.. values] };

    private static double?[] Bits(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (double?)random.Next(2))];

    // Predictors that correlate, and an outcome that follows the first ones most.
    private static IEnumerable<(int Seed, DriverData Data)> Made(int count, int cases, int predictors, bool binary = false)
    {
        for (int seed = 1; seed <= count; seed++)
        {
            var random = new Random(seed);
            double[] common = [.. Enumerable.Range(0, cases).Select(_ => random.NextDouble())];
            double[][] columns = [.. Enumerable.Range(0, predictors).Select(_ => common.Select(value => value + (2 * random.NextDouble())).ToArray())];
            double[] outcome = [.. Enumerable.Range(0, cases).Select(row => columns.Select((column, i) => column[row] / (i + 1)).Sum() + (2 * random.NextDouble()))];
            double middle = outcome.Order().ElementAt(cases / 2);
            yield return (seed, RegressionTests.Data(binary ? [.. outcome.Select(value => value > middle ? 1.0 : 0)] : outcome, columns));
        }
    }
}
