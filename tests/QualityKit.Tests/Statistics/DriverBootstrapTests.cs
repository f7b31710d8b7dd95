using System.Collections.Immutable;
using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

/// <summary>Cases drawn again, beside draws that are computed here from the definition.</summary>
public sealed class DriverBootstrapTests
{
    private static readonly double[] Outcome = [3, 8, 2, 9, 4, 7.5, 1, 6, 5, 12];

    private static readonly double[][] Predictors =
    [
        [1, 4, 2, 5, 1, 4, 0, 2, 3, 7],
        [10, 12, 9, 8, 14, 11, 10, 15, 7, 13],
    ];

    [Fact]
    public void Importance_has_the_error_the_interval_and_the_chance_of_cases_drawn_again()
    {
        var settings = new DriverSettings { Replicates = 30, Confidence = 0.8, Seed = 9 };
        double[] whole = Shares(Predictors, Outcome);
        double[][] drawn = Draws(Predictors, Outcome, settings);
        Driver[] drivers = [.. Bootstrap(settings, Outcome, Predictors)];
        Assert.Equal(["a", "b"], drivers.Select(driver => driver.Name));
        ImmutableArray<double> chances = MultipleTests.Holm([.. Enumerable.Range(0, 2).Select(i => (drawn.Count(shares => shares[i] <= shares[2]) + 1) / 31.0)]);
        Assert.InRange(drawn.Count(shares => shares[1] <= shares[2]), 5, 25);
        for (int i = 0; i < 2; i++)
        {
            double[] sorted = [.. drawn.Select(shares => shares[i]).Order()];
            double mean = sorted.Average();
            Estimate importance = drivers[i].Importance;
            Assert.Equal(whole[i], importance.Value!.Value, 1e-12);
            Assert.Equal(Math.Sqrt(sorted.Sum(share => (share - mean) * (share - mean)) / 29), importance.StandardError!.Value, 1e-10);
            Assert.Equal(Quantile(sorted, 0.1), importance.Interval!.Value.Lower, 1e-10);
            Assert.Equal(Quantile(sorted, 0.9), importance.Interval.Value.Upper, 1e-10);
            Assert.Equal(0.8, importance.Interval.Value.Confidence);
            Assert.Equal((10, 10, 0), (importance.Units, importance.Ratings, importance.Categories));
            Assert.Equal(whole[i] / (whole[0] + whole[1]), drivers[i].Share, 1e-12);
            Assert.Equal(PairedScores.Of(Predictors[i], Outcome).Pearson(), drivers[i].Correlation);
            Assert.Equal(chances[i], drivers[i].PValue, 1e-15);
            Assert.Equal(chances[i] <= 0.05, drivers[i].IsEstablished);
        }
    }

    [Fact]
    public void Drivers_keep_their_own_numbers_when_they_are_ranked()
    {
        var settings = new DriverSettings { Replicates = 30, Seed = 9 };
        Driver[] drivers = [.. Bootstrap(settings, Outcome, Predictors[1], Predictors[0])];
        Assert.Equal(["b", "a"], drivers.Select(driver => driver.Name));
        double[] whole = Shares(Predictors, Outcome);
        Assert.Equal(whole[0], drivers[0].Importance.Value!.Value, 1e-12);
        Assert.Equal(whole[1], drivers[1].Importance.Value!.Value, 1e-12);
        Assert.Equal([1.0, 0.0], drivers.Select(driver => driver.Effect.Value!.Value));
        Assert.Equal(PairedScores.Of(Predictors[0], Outcome).Pearson(), drivers[0].Correlation);
        Assert.True(drivers[0].PValue < drivers[1].PValue);
    }

    [Fact]
    public void Draws_in_which_nothing_varies_count_against_a_driver()
    {
        // A third of all draws of three cases have one outcome only: both importances are 0, and 0 is not more.
        double[] outcome = [0, 0, 5];
        double[] predictor = [1, 2, 4];
        var settings = new DriverSettings { Replicates = 90, Seed = 3 };
        double[][] drawn = Draws([predictor], outcome, settings);
        Assert.InRange(drawn.Count(shares => shares[0] == 0 && shares[1] == 0), 15, 45);
        Driver driver = Assert.Single(Bootstrap(settings, outcome, predictor));
        Assert.Equal((drawn.Count(shares => shares[0] <= shares[1]) + 1) / 91.0, driver.PValue, 1e-15);
        double[] sorted = [.. drawn.Select(shares => shares[0]).Order()];
        Assert.Equal(Math.Max(Quantile(sorted, 0.975), driver.Importance.Value!.Value), driver.Importance.Interval!.Value.Upper, 1e-9);
        Assert.Equal(0, driver.Importance.Interval.Value.Lower);
    }

    [Fact]
    public void A_predictor_that_explains_nothing_has_no_share()
    {
        Driver driver = Assert.Single(Bootstrap(new DriverSettings { Replicates = 10 }, [1, 1, 3, 3], [-1, 1, -1, 1]));
        Assert.Equal(0, driver.Importance.Value);
        Assert.Equal(0, driver.Share);
        Assert.Equal(0, driver.Importance.Interval!.Value.Lower);
    }

    [Fact]
    public void A_chance_of_just_the_level_establishes_a_driver()
    {
        double[] predictor = [1, 2, 4, 5, 7, 8, 11, 13];
        double[] outcome = [.. predictor.Select((value, i) => (3 * value) + (i % 2))];
        Assert.True(Assert.Single(Bootstrap(new DriverSettings { Replicates = 199, Level = 0.005 }, outcome, predictor)).IsEstablished);
        Driver missed = Assert.Single(Bootstrap(new DriverSettings { Replicates = 199, Level = Math.BitDecrement(0.005) }, outcome, predictor));
        Assert.False(missed.IsEstablished);
        Assert.Equal(0.005, missed.PValue);
    }

    [Fact]
    public void Fourteen_predictors_have_their_shares_over_all_sets()
    {
        DriverData data = Many(14);
        ImmutableArray<double> general = DominanceAnalysis.Linear(data).General;
        ImmutableArray<Driver> drivers = Of(data, new DriverSettings { Replicates = 2 });
        Assert.All(drivers, driver => Assert.Equal(general[data.Names.IndexOf(driver.Name)], driver.Importance.Value!.Value, 1e-12));
        Assert.True(drivers.Zip(drivers.Skip(1)).All(pair => pair.First.Importance.Value >= pair.Second.Importance.Value));
    }

    [Fact]
    public void Fifteen_predictors_are_weighed_after_Johnson()
    {
        DriverData data = Many(15);
        RelativeWeights weights = RelativeWeights.Of(data);
        Assert.All(
            Of(data, new DriverSettings { Replicates = 2 }),
            driver => Assert.Equal(weights.Weights[data.Names.IndexOf(driver.Name)], driver.Importance.Value!.Value, 1e-12));
    }

    private static ImmutableArray<Driver> Bootstrap(DriverSettings settings, double[] outcome, params double[][] predictors) => Of(RegressionTests.Data(outcome, predictors), settings);

    private static ImmutableArray<Driver> Of(DriverData data, DriverSettings settings) =>
        new DriverBootstrap(data, settings).Drivers([.. data.Names.Select((_, i) => Estimate.Of(i, data.Size))]);

    private static DriverData Many(int predictors)
    {
        var random = new Random(4);
        double[][] columns = [.. Enumerable.Range(0, predictors).Select(_ => Enumerable.Range(0, 40).Select(_ => random.NextDouble()).ToArray())];
        return RegressionTests.Data([.. Enumerable.Range(0, 40).Select(row => columns.Select((column, i) => column[row] * i).Sum() + random.NextDouble())], columns);
    }

    // The shares of the predictors and, last, of the random one, in every draw.
    private static double[][] Draws(double[][] predictors, double[] outcome, DriverSettings settings)
    {
        var stream = new RandomStream(settings.Seed);
        var draws = new List<double[]>();
        for (int replicate = 0; replicate < settings.Replicates; replicate++)
        {
            var cases = new List<int>();
            var random = new List<double>();
            for (int i = 0; i < outcome.Length; i++)
            {
                cases.Add(stream.Below(outcome.Length));
                random.Add(stream.Share());
            }

            draws.Add(Shares([.. predictors.Select(column => cases.Select(row => column[row]).ToArray()), [.. random]], [.. cases.Select(row => outcome[row])]));
        }

        return [.. draws];
    }

    // What each predictor adds, over all orders.
    private static double[] Shares(double[][] predictors, double[] outcome)
    {
        int[][] orders = [.. Orders([.. Enumerable.Range(0, predictors.Length)])];
        return [.. Enumerable.Range(0, predictors.Length).Select(i => orders.Average(order =>
        {
            double[][] before = [.. order.TakeWhile(other => other != i).Select(other => predictors[other])];
            return Explained([.. before, predictors[i]], outcome) - Explained(before, outcome);
        }))];
    }

    private static IEnumerable<int[]> Orders(int[] items) => items.Length == 0
        ? [[]]
        : items.SelectMany(first => Orders([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));

    // By what is left of each column beside those before it; nothing where it follows from them.
    private static double Explained(double[][] columns, double[] outcome)
    {
        double[] target = Centered(outcome);
        var apart = new List<double[]>();
        foreach (double[] column in columns)
        {
            double[] left = Centered(column);
            double whole = Product(left, left);
            foreach (double[] other in apart)
            {
                double slope = Product(left, other) / Product(other, other);
                left = [.. left.Zip(other, (a, b) => a - (slope * b))];
            }

            if (Product(left, left) > 1e-20 * whole)
            {
                apart.Add(left);
            }
        }

        double all = Product(target, target);
        return all == 0 ? 0 : apart.Sum(column => Product(column, target) * Product(column, target) / Product(column, column)) / all;
    }

    private static double[] Centered(double[] values)
    {
        double mean = values.Average();
        return values.Distinct().Count() == 1 ? new double[values.Length] : [.. values.Select(value => value - mean)];
    }

    private static double Product(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    // Hyndman and Fan, type 7.
    private static double Quantile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        (double low, double high) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
        return low + ((place - Math.Floor(place)) * (high - low));
    }
}
