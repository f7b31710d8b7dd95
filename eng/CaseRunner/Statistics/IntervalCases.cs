using QualityKit.CaseRunner.Json;
using QualityKit.Statistics;

namespace QualityKit.CaseRunner.Statistics;

/// <summary>Intervals and shrinkage.</summary>
internal static class IntervalCases
{
    public static Comparison Share(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "successes", "trials", "confidence");
        double confidence = published.Input.RequiredMember("confidence").GetDouble();
        SampleShare sample = SampleShare.Of((long)published.Input.RequiredDecimal("successes"), (long)published.Input.RequiredDecimal("trials"));
        StatisticResults results = new StatisticResults { ["proportion"] = sample.Share }.AddStatus(sample.Interval(confidence).Status);
        foreach ((string name, ShareMethod method) in new[]
        {
            ("wilson", ShareMethod.Wilson),
            ("wilsonCc", ShareMethod.WilsonCorrected),
            ("clopperPearson", ShareMethod.ClopperPearson),
            ("agrestiCoull", ShareMethod.AgrestiCoull),
            ("jeffreys", ShareMethod.Jeffreys),
            ("wald", ShareMethod.Wald),
        })
        {
            ConfidenceInterval? interval = sample.Interval(method, confidence).Interval;
            results[name + "Lower"] = interval?.Lower;
            results[name + "Upper"] = interval?.Upper;
        }

        return results.Compare(published);
    }

    public static Comparison JamesStein(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "successes", "trials");
        double trials = published.Input.RequiredMember("trials").GetDouble();
        double[] shares = [.. StatisticInput.Numbers(published.Input, "successes").Select(successes => successes / trials)];
        double mean = shares.Average();
        double variance = mean * (1 - mean) / trials;
        var shrunken = QualityKit.Statistics.JamesStein.Of(shares, variance);
        return new StatisticResults
        {
            ["grandMean"] = shrunken.Mean,
            ["sigma2"] = variance,
            ["shrinkFactor"] = shrunken.Kept,
            ["estimates"] = shrunken.Shrunken,
        }.AddStatus(shrunken.Status).Compare(published);
    }

    public static Comparison BetaOfMoments(Case published, Setting setting)
    {
        SampleShare[] samples = Shares(published);
        SampleMean rates = SampleMean.Of([.. samples.Select(sample => sample.Share!.Value)]);
        BetaShrinkage fit = BetaShrinkage.OfMoments(samples);
        return new StatisticResults
        {
            ["mean"] = rates.Mean,
            ["sd"] = rates.StandardDeviation,
            ["alpha"] = fit.Alpha,
            ["beta"] = fit.Beta,
        }.AddStatus(fit.Status).Compare(published);
    }

    public static Comparison BetaMostLikely(Case published, Setting setting)
    {
        SampleShare[] samples = Shares(published);
        BetaShrinkage fit = BetaShrinkage.Of(samples);
        return new StatisticResults
        {
            ["alpha"] = fit.Alpha,
            ["beta"] = fit.Beta,
            ["posteriorMean"] = samples.Select((_, agent) => fit.Shrunken(agent).Value),
            ["logLikelihoodKernel"] = fit.LogLikelihood,
        }.AddStatus(fit.Status).Compare(published);
    }

    public static Comparison Normal(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "estimates", "variances");
        NormalShrinkage fit = NormalShrinkage.Of(StatisticInput.Numbers(published.Input, "estimates"), StatisticInput.Numbers(published.Input, "variances"));
        return new StatisticResults
        {
            ["q"] = fit.Q,
            ["tau2"] = fit.BetweenVariance,
            ["mean"] = fit.Mean.Value,
            ["meanSe"] = fit.Mean.StandardError,
            ["shrunk"] = fit.Shrunken.Select(estimate => estimate.Value),
        }.AddStatus(fit.Status).Compare(published);
    }

    private static SampleShare[] Shares(Case published)
    {
        published.Input.OnlyHas("input", "successes", "trials");
        return [.. StatisticInput.Numbers(published.Input, "successes").Zip(
            StatisticInput.Numbers(published.Input, "trials"), (successes, trials) => SampleShare.Of((long)successes, (long)trials))];
    }
}
