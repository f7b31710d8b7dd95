using QualityKit.CaseRunner.Json;
using QualityKit.Statistics;

namespace QualityKit.CaseRunner.Statistics;

/// <summary>Coefficients of agreement.</summary>
internal static class AgreementCases
{
    public static Comparison Krippendorff(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "ratings", "metric", "categories");
        Ratings ratings = StatisticInput.Ratings(published.Input);
        Estimate alpha = Agreement.Krippendorff(ratings, StatisticInput.Metric(published.Input));
        return new StatisticResults
        {
            ["alpha"] = alpha.Value,
            ["observedDisagreement"] = alpha.Observed,
            ["expectedDisagreement"] = alpha.Expected,
            ["pairableValues"] = alpha.Ratings,
            ["percentAgreement"] = Agreement.Percent(ratings.ToCounts()).Value,
        }.AddStatus(alpha.Status).Compare(published);
    }

    public static Comparison KrippendorffJackknife(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "ratings", "metric", "categories");
        Jackknife jackknife = Agreement.KrippendorffJackknife(StatisticInput.Ratings(published.Input).ToCounts(), StatisticInput.Metric(published.Input));
        return new StatisticResults
        {
            ["alpha"] = jackknife.Estimate.Value,
            ["jackknifeValues"] = jackknife.Values,
            ["jackknifeSe"] = jackknife.Estimate.StandardError,
            ["jackknifeBias"] = jackknife.Bias,
            ["biasCorrected"] = jackknife.Corrected,
        }.AddStatus(jackknife.Estimate.Status).Compare(published);
    }

    public static Comparison Raw(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "ratings", "categories", "weights", "agreementWeights");
        Ratings ratings = StatisticInput.Ratings(published.Input);
        AgreementWeights weights = StatisticInput.Weights(published.Input);
        return Counted(ratings.ToCounts(), weights)
            .Add("congerKappa", Agreement.Conger(ratings, weights))
            .Compare(published);
    }

    public static Comparison Counts(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "counts", "categories", "weights", "agreementWeights");
        return Counted(StatisticInput.Counts(published.Input), StatisticInput.Weights(published.Input)).Compare(published);
    }

    public static Comparison Contingency(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "table", "categories", "weights", "agreementWeights");
        ContingencyTable table = StatisticInput.Table(published.Input);
        AgreementWeights weights = StatisticInput.Weights(published.Input);
        StatisticResults results = Counted(table.ToCounts(), weights);
        Estimate kappa = table.Cohen(weights);
        double? byChance = table.CohenErrorByChance(weights);
        results.Add("cohenKappa", kappa).AddStatus(kappa.Status);
        results["observedAgreement"] = kappa.Observed;
        results["cohenKappaSeNull"] = byChance;
        results["cohenKappaZ"] = kappa.Value / byChance;
        results["scottPi"] = results["fleissKappa"];
        results["pabak"] = table.Scale.Count == 2 ? results["brennanPrediger"] : null;
        results["prevalenceIndex"] = table.PrevalenceIndex();
        results["biasIndex"] = table.BiasIndex();
        return results.Compare(published);
    }

    public static Comparison Fleiss(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "counts", "categories");
        FleissTest test = FleissTest.Of(StatisticInput.Counts(published.Input));
        return new StatisticResults
        {
            ["fleissKappa"] = test.Kappa.Value,
            ["observedAgreement"] = test.Kappa.Observed,
            ["expectedAgreement"] = test.Kappa.Expected,
            ["seNull"] = test.ErrorByChance,
            ["z"] = test.Z,
            ["categoryKappas"] = test.Categories,
            ["categorySe"] = test.CategoryErrorByChance,
            ["categoryZ"] = test.Categories.Select(kappa => kappa / test.CategoryErrorByChance),
        }.AddStatus(test.Kappa.Status).Compare(published);
    }

    public static Comparison Light(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "ratings", "categories", "weights");
        PairwiseKappa pairs = PairwiseKappa.Of(StatisticInput.Ratings(published.Input), StatisticInput.Weights(published.Input));
        return new StatisticResults
        {
            ["meanPairwiseKappa"] = pairs.Mean.Value,
            ["minPairwiseKappa"] = pairs.Least,
            ["maxPairwiseKappa"] = pairs.Most,
        }.AddStatus(pairs.Mean.Status).Compare(published);
    }

    private static StatisticResults Counted(UnitCounts counts, AgreementWeights weights)
    {
        return new StatisticResults()
            .Add("percentAgreement", Agreement.Percent(counts, weights))
            .Add("gwetAc", Agreement.Gwet(counts, weights))
            .Add("fleissKappa", Agreement.Fleiss(counts, weights))
            .Add("brennanPrediger", Agreement.BrennanPrediger(counts, weights))
            .Add("krippendorffAlpha", Agreement.Krippendorff(counts, weights));
    }
}
