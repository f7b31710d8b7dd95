using System.Collections.Immutable;

namespace QualityKit.Statistics;

/// <summary>What drives an outcome, such as a customer's rating: how much each predictor explains, which way, how sure that is, and the weights that would follow for a rubric.</summary>
/// <remarks>
/// Importance is the Shapley share of R squared (<see cref="DominanceAnalysis"/>) up to <see cref="MostShapleyPredictors"/> predictors, Johnson's weight (<see cref="RelativeWeights"/>) beyond; for yes and no it is that of the linear probability model.
/// A share is never below 0, so its interval cannot say whether it is anything. A random predictor is therefore added to every set of cases drawn again, and a driver is established when it is hardly ever beaten by it (Tonidandel, LeBreton and Johnson 2009, Determining the statistical significance of relative weights).
/// Correlation is no cause: a driver says where to look.
/// </remarks>
public sealed record DriverAnalysis
{
    /// <summary>The most predictors whose importance is their Shapley share: 14.</summary>
    public const int MostShapleyPredictors = 14;

    private DriverAnalysis(EstimateStatus status, DriverData data, int needed)
    {
        Status = status;
        Cases = data.Cases;
        LeftOut = data.LeftOut;
        IsBinary = data.IsBinary;
        Needed = needed;
    }

    /// <summary>Ok; insufficient data below <see cref="Needed"/>; no variation when all outcomes are alike; rank deficient when predictors follow from others (see <see cref="Dependent"/>).</summary>
    public EstimateStatus Status { get; }

    /// <summary>How many complete cases there are.</summary>
    public int Cases { get; }

    /// <summary>How many cases were left out for what is missing in them.</summary>
    public int LeftOut { get; }

    /// <summary>Whether the outcome is yes or no, so that effects are log odds.</summary>
    public bool IsBinary { get; }

    /// <summary>How many cases are needed; for yes and no, how many of the rarer answer.</summary>
    public int Needed { get; }

    /// <summary>How much of the outcome's variance all predictors explain together, 0 to 1; null without a solution.</summary>
    public double? Explained { get; internal init; }

    /// <summary>The predictors, the most important first; empty without a solution.</summary>
    public ImmutableArray<Driver> Drivers { get; internal init; } = [];

    /// <summary>The predictors that never vary or follow from others: leave them out.</summary>
    public ImmutableArray<string> Dependent { get; internal init; } = [];

    /// <summary>Finds what drives an outcome.</summary>
    /// <param name="data">The outcome and the predictors.</param>
    /// <param name="settings">How sure drivers must be; the defaults when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public static DriverAnalysis Of(DriverData data, DriverSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        settings ??= new DriverSettings();
        Guard(settings);
        int needed = Math.Max(settings.CasesPerPredictor * data.Names.Length, data.Names.Length + 2);
        double ones = data.Outcome.Count(value => value == 1);
        if ((data.IsBinary ? Math.Min(ones, data.Cases - ones) : data.Cases) < needed && data.Outcome.Distinct().Skip(1).Any())
        {
            return new(EstimateStatus.InsufficientData, data, needed);
        }

        LinearRegression linear = LinearRegression.Of(data);
        return linear.Status == EstimateStatus.Ok
            ? new(EstimateStatus.Ok, data, needed) { Explained = linear.RSquared, Drivers = new DriverBootstrap(data, settings).Drivers(Effects(data, linear)) }
            : new(linear.Status, data, needed) { Dependent = linear.Dependent };
    }

    /// <summary>Weights in proportion to importance, of the drivers that are established and raise the outcome; all others get 0. Equal remainders go to the more important one.</summary>
    /// <param name="total">What they add up to, 1 or more. Default 100.</param>
    /// <returns>One a driver, in their order; empty when no driver is established, since then nothing is suggested.</returns>
    public ImmutableArray<SuggestedWeight> SuggestWeights(int total = 100)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(total);
        double[] importance = [.. Drivers.Select(driver => driver is { IsEstablished: true, Direction: DriverDirection.Raises } ? driver.Importance.Value!.Value : 0)];
        double sum = importance.Sum();
        if (sum == 0)
        {
            return [];
        }

        int[] weights = LargestRemainder.Of([.. importance.Select(value => total * value / sum)], total);
        return [.. Drivers.Select((driver, i) => new SuggestedWeight { Name = driver.Name, Weight = weights[i] })];
    }

    private static Estimate[] Effects(DriverData data, LinearRegression linear)
    {
        if (!data.IsBinary)
        {
            return [.. linear.Terms.Select(term => term.Coefficient)];
        }

        LogisticRegression logistic = LogisticRegression.Of(data);
        return logistic.Status == EstimateStatus.Ok
            ? [.. logistic.Terms.Select(term => term.Coefficient)]
            : [.. data.Names.Select(_ => Estimate.None(logistic.Status, data.Size))];
    }

    private static void Guard(DriverSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.CasesPerPredictor, 1, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Replicates, 100, nameof(settings));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(settings.Replicates, 100_000, nameof(settings));
        Numerics.Guard.Chance(settings.Level);
        Numerics.Guard.Chance(settings.Confidence);
    }
}
