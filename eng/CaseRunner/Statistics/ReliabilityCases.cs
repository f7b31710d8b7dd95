using QualityKit.CaseRunner.Json;
using QualityKit.Statistics;

namespace QualityKit.CaseRunner.Statistics;

/// <summary>Reliability of scores.</summary>
internal static class ReliabilityCases
{
    public static Comparison Icc(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "ratings");
        IntraclassCorrelation icc = IntraclassCorrelation.Of(StatisticInput.Ratings(published.Input));
        var results = new StatisticResults
        {
            ["msRows"] = icc.RowMeanSquare,
            ["msColumns"] = icc.ColumnMeanSquare,
            ["msError"] = icc.ErrorMeanSquare,
            ["msWithin"] = icc.WithinMeanSquare,
            ["icc1F"] = icc.OneWayTest?.F,
            ["icc1P"] = icc.OneWayTest?.PValue,
            ["iccCF"] = icc.TwoWayTest?.F,
            ["iccCP"] = icc.TwoWayTest?.PValue,
            ["semConsistency"] = icc.ConsistencyErrorOfMeasurement,
            ["semAgreement"] = icc.AgreementErrorOfMeasurement,
            ["varianceObjects"] = icc.UnitVariance,
            ["varianceRaters"] = icc.RaterVariance,
            ["varianceResidual"] = icc.ErrorVariance,
            ["generalizability"] = icc.ConsistencyAverage.Value,
            ["dependability"] = icc.AgreementAverage.Value,
        };
        Add(results, "icc1", icc.OneWay);
        Add(results, "icc1k", icc.OneWayAverage);
        Add(results, "iccA1", icc.Agreement);
        Add(results, "iccAk", icc.AgreementAverage);
        Add(results, "iccC1", icc.Consistency);
        Add(results, "iccCk", icc.ConsistencyAverage);
        return results.AddStatus(icc.Agreement.Status).Compare(published);
    }

    public static Comparison Unbalanced(Case published, Setting setting)
    {
        OneWayAnova anova = Anova(published);
        return new StatisticResults
        {
            ["msBetween"] = anova.BetweenMeanSquare,
            ["msWithin"] = anova.WithinMeanSquare,
            ["k0"] = anova.Size,
            ["icc1"] = anova.IntraclassCorrelation.Value,
        }.AddStatus(anova.IntraclassCorrelation.Status).Compare(published);
    }

    public static Comparison OneWay(Case published, Setting setting)
    {
        OneWayAnova anova = Anova(published);
        return new StatisticResults
        {
            ["ssBetween"] = anova.BetweenSquares,
            ["ssWithin"] = anova.WithinSquares,
            ["f"] = anova.Test?.F,
            ["r2"] = anova.ExplainedShare,
            ["residualSd"] = anova.WithinMeanSquare is { } within ? Math.Sqrt(within) : null,
        }.Compare(published);
    }

    public static Comparison BlandAltman(Case published, Setting setting)
    {
        LimitsOfAgreement limits = Pairs(published).LimitsOfAgreement();
        return new StatisticResults
        {
            ["bias"] = limits.Bias.Value,
            ["sdDifference"] = limits.StandardDeviation,
            ["lowerLimit"] = limits.Lower.Value,
            ["upperLimit"] = limits.Upper.Value,
            ["biasCiLower"] = limits.Bias.Interval?.Lower,
            ["biasCiUpper"] = limits.Bias.Interval?.Upper,
            ["limitSeApprox"] = limits.ApproximateErrorOfLimit,
            ["limitSeExact"] = limits.Lower.StandardError,
            ["lowerLimitCiLower"] = limits.Lower.Interval?.Lower,
            ["lowerLimitCiUpper"] = limits.Lower.Interval?.Upper,
            ["upperLimitCiLower"] = limits.Upper.Interval?.Lower,
            ["upperLimitCiUpper"] = limits.Upper.Interval?.Upper,
        }.AddStatus(limits.Bias.Status).Compare(published);
    }

    public static Comparison Concordance(Case published, Setting setting)
    {
        PairedScores pairs = Pairs(published);
        Estimate ccc = pairs.Concordance();
        double? margin = 1.959963984540054 * ccc.StandardError;
        return new StatisticResults
        {
            ["ccc"] = ccc.Value,
            ["pearson"] = pairs.Pearson().Value,
            ["biasCorrection"] = ccc.Value / pairs.Pearson().Value,
            ["seAsymptotic"] = ccc.StandardError,
            ["ciLowerAsymptotic"] = ccc.Value - margin,
            ["ciUpperAsymptotic"] = ccc.Value + margin,
            ["ciLowerZ"] = ccc.Interval?.Lower,
            ["ciUpperZ"] = ccc.Interval?.Upper,
        }.AddStatus(ccc.Status).Compare(published);
    }

    public static Comparison Correlation(Case published, Setting setting)
    {
        PairedScores pairs = Pairs(published);
        Estimate pearson = pairs.Pearson();
        return new StatisticResults
        {
            ["pearson"] = pearson.Value,
            ["pearsonLower"] = pearson.Interval?.Lower,
            ["pearsonUpper"] = pearson.Interval?.Upper,
            ["pearsonP"] = pairs.PearsonPValue(),
            ["spearman"] = pairs.Spearman().Value,
            ["kendallTauB"] = pairs.KendallTau().Value,
        }.AddStatus(pearson.Status).Compare(published);
    }

    public static Comparison KendallW(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "ratings");
        RankConcordance order = RankConcordance.Of(StatisticInput.Ratings(published.Input));
        return new StatisticResults
        {
            ["w"] = order.W.Value,
            ["wUncorrected"] = order.Uncorrected,
            ["chiSquare"] = order.ChiSquare,
            ["df"] = order.Degrees,
            ["pValue"] = order.PValue,
            ["meanSpearman"] = order.MeanSpearman,
        }.AddStatus(order.W.Status).Compare(published);
    }

    public static Comparison Generalizability(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "rows", "columns", "varianceOrder");
        double[][] rows = [.. published.Input.RequiredMember("rows").ToList().Select(StatisticInput.Numbers)];
        GeneralizabilityStudy study = GeneralizabilityStudy.Of([.. rows.GroupBy(row => row[0]).Select(person =>
            person.GroupBy(row => row[1]).Select(task => task.OrderBy(row => row[2]).Select(row => row[3]).ToArray()).ToArray())]);
        return new StatisticResults
        {
            ["variance"] = new[] { study.Person, study.Task, study.RaterWithinTask, study.PersonByTask, study.Residual },
            ["relativeErrorVariance"] = study.RelativeErrorVariance,
            ["absoluteErrorVariance"] = study.AbsoluteErrorVariance,
            ["generalizability"] = study.Generalizability,
            ["dependability"] = study.Dependability,
        }.AddStatus(study.Status).Compare(published);
    }

    public static Comparison Additive(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "scores");
        AdditiveModel model = AdditiveModel.Of(Ratings.FromRows(published.Input.RequiredMember("scores").ToList()
            .Select(row => row.ToList().Select(cell => cell.ValueKind == System.Text.Json.JsonValueKind.Null ? (double?)null : cell.GetDouble()).ToArray())).Value);
        return new StatisticResults
        {
            ["mean"] = model.Mean,
            ["leniency"] = model.Leniency.Select(estimate => estimate.Value),
            ["leniencySe"] = model.Leniency.Select(estimate => estimate.StandardError),
            ["interactionEffects"] = model.AdjustedScores.Select(score => score - model.Mean),
            ["adjustedScores"] = model.AdjustedScores,
            ["residualSd"] = model.ResidualDeviation,
            ["residualDf"] = model.ResidualDegrees,
            ["components"] = model.Components,
        }.AddStatus(model.Status).Compare(published);
    }

    private static OneWayAnova Anova(Case published)
    {
        published.Input.OnlyHas("input", "groups");
        return OneWayAnova.Of(published.Input.RequiredMember("groups").ToList().Select(StatisticInput.Numbers));
    }

    private static PairedScores Pairs(Case published)
    {
        published.Input.OnlyHas("input", "x", "y");
        return PairedScores.Of(StatisticInput.Numbers(published.Input, "x"), StatisticInput.Numbers(published.Input, "y"));
    }

    private static void Add(StatisticResults results, string name, Estimate estimate)
    {
        results[name] = estimate.Value;
        results[name + "Lower"] = estimate.Interval?.Lower;
        results[name + "Upper"] = estimate.Interval?.Upper;
    }
}
