using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Statistics;

namespace QualityKit.CaseRunner.Statistics;

/// <summary>What drives an outcome, and regressions.</summary>
internal static class DriverCases
{
    public static Comparison Importance(Case published, Setting setting)
    {
        DriverData data = Data(published);
        DominanceAnalysis sets = DominanceAnalysis.Linear(data);
        RelativeWeights weights = RelativeWeights.Of(data);
        LinearRegression regression = LinearRegression.Of(data);
        return new StatisticResults
        {
            ["r2"] = sets.Total,
            ["lmg"] = sets.General,
            ["first"] = sets.Conditional.Select(row => row[0]),
            ["last"] = sets.Conditional.Select(row => row[^1]),
            ["relativeWeights"] = weights.Weights,
            ["relativeWeightsPercent"] = weights.Weights.Select(weight => 100 * weight / weights.Total),
            ["coefficients"] = Terms(regression).Select(term => term.Value),
            ["standardErrors"] = Terms(regression).Select(term => term.StandardError),
        }.AddStatus(sets.Status).Compare(published);
    }

    public static Comparison Dominance(Case published, Setting setting)
    {
        DominanceAnalysis sets = DominanceAnalysis.Linear(Data(published));
        return new StatisticResults
        {
            ["r2"] = sets.Total,
            ["general"] = sets.General,
            ["conditional"] = sets.Conditional,
            ["complete"] = sets.Names.Select((_, i) => sets.Names.Select((_, j) => i == j ? -1 : sets.AddsMore(i, j))),
        }.AddStatus(sets.Status).Compare(published);
    }

    public static Comparison LogisticDominance(Case published, Setting setting)
    {
        DominanceAnalysis sets = DominanceAnalysis.Logistic(Data(published));
        return new StatisticResults { ["mcFaddenR2"] = sets.Total, ["general"] = sets.General, ["conditional"] = sets.Conditional }.AddStatus(sets.Status).Compare(published);
    }

    public static Comparison LeastSquares(Case published, Setting setting)
    {
        LinearRegression regression = LinearRegression.Of(Data(published));
        return new StatisticResults
        {
            ["coefficients"] = Terms(regression).Select(term => term.Value),
            ["standardErrors"] = Terms(regression).Select(term => term.StandardError),
            ["r2"] = regression.RSquared,
            ["adjustedR2"] = regression.AdjustedRSquared,
            ["residualSd"] = regression.ResidualDeviation,
            ["f"] = regression.Test?.F,
        }.AddStatus(regression.Status).Compare(published);
    }

    public static Comparison Logistic(Case published, Setting setting)
    {
        LogisticRegression regression = LogisticRegression.Of(Data(published));
        return new StatisticResults
        {
            ["coefficients"] = regression.Intercept is { } intercept ? regression.Terms.Select(term => term.Coefficient.Value).Prepend(intercept.Value) : null,
            ["standardErrors"] = regression.Intercept is { } first ? regression.Terms.Select(term => term.Coefficient.StandardError).Prepend(first.StandardError) : null,
            ["logLikelihood"] = regression.LogLikelihood,
            ["mcFaddenR2"] = regression.McFadden,
        }.AddStatus(regression.Status).Compare(published);
    }

    public static Comparison Adjusted(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "pValues");
        double[] chances = StatisticInput.Numbers(published.Input, "pValues");
        ImmutableArray<double> shares = MultipleTests.BenjaminiHochberg(chances);
        return new StatisticResults
        {
            ["benjaminiHochberg"] = shares,
            ["holm"] = MultipleTests.Holm(chances),
            ["rejectedAt05"] = shares.Count(chance => chance <= 0.05),
        }.Compare(published);
    }

    private static IEnumerable<Estimate> Terms(LinearRegression regression) =>
        regression.Intercept is { } intercept ? regression.Terms.Select(term => term.Coefficient).Prepend(intercept) : [];

    private static DriverData Data(Case published)
    {
        published.Input.OnlyHas("input", "outcome", "predictors", "names");
        ImmutableArray<JsonElement> columns = published.Input.RequiredMember("predictors").ToList();
        return DriverData.From(
            StatisticInput.Numbers(published.Input, "outcome").Select(value => (double?)value),
            columns.Select((column, i) => new Predictor
            {
                Name = (i + 1).ToString(CultureInfo.InvariantCulture),
                Values = [.. StatisticInput.Numbers(column).Select(value => (double?)value)],
            })).Value;
    }
}
