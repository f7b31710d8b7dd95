using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Statistics;

namespace QualityKit.CaseRunner.Statistics;

/// <summary>Sizes, allocation and the choice of samples.</summary>
internal static class SamplingCases
{
    public static Comparison ShareSize(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "population", "margin", "proportion", "confidence");
        (long population, double margin) = (Whole(published, "population"), Number(published, "margin"));
        (double share, double confidence) = (Number(published, "proportion"), Number(published, "confidence"));
        SampleNeed need = SampleSize.ForShare(margin, population, share, confidence);
        SampleNeed table = SampleSize.KrejcieMorgan(population, margin, share);
        return new StatisticResults
        {
            ["infinitePopulation"] = SampleSize.ForShare(margin, null, share, confidence).Exact,
            ["exact"] = need.Exact,
            ["required"] = need.Required,
            ["krejcieMorganExact"] = table.Exact,
            ["krejcieMorganRounded"] = table.Required,
        }.Compare(published);
    }

    public static Comparison Margin(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "sample", "population", "proportion", "confidence");
        (long sample, double share, double confidence) = (Whole(published, "sample"), Number(published, "proportion"), Number(published, "confidence"));
        return new StatisticResults
        {
            ["margin"] = SampleSize.MarginOfShare(sample, Whole(published, "population"), share, confidence),
            ["marginIgnoringPopulation"] = SampleSize.MarginOfShare(sample, null, share, confidence),
        }.Compare(published);
    }

    public static Comparison MeanSize(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "sd", "margin", "population", "confidence");
        (double deviation, double margin, double confidence) = (Number(published, "sd"), Number(published, "margin"), Number(published, "confidence"));
        SampleNeed endless = SampleSize.ForMean(deviation, margin, null, confidence);
        SampleNeed need = SampleSize.ForMean(deviation, margin, Whole(published, "population"), confidence);
        return new StatisticResults
        {
            ["zExact"] = endless.Exact,
            ["zRequired"] = endless.Required,
            ["withPopulation"] = need.Exact,
            ["withPopulationRequired"] = need.Required,
            ["tRequired"] = SampleSize.ForMeanByStudent(deviation, margin, null, confidence),
        }.Compare(published);
    }

    public static Comparison Shift(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "alpha", "beta", "shiftInSd", "oneSided");
        (double alpha, double beta, double shift) = (Number(published, "alpha"), Number(published, "beta"), Number(published, "shiftInSd"));
        bool isOneSided = published.Input.RequiredMember("oneSided").GetBoolean();
        SampleNeed need = SampleSize.ForShift(shift, alpha, beta, isOneSided);
        return new StatisticResults
        {
            ["zExact"] = need.Exact,
            ["zRequired"] = need.Required,
            ["tRequired"] = SampleSize.ForShiftByStudent(shift, alpha, beta, isOneSided),
        }.Compare(published);
    }

    public static Comparison ZeroDefect(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "maxRate", "alpha", "population", "maxDefectives");
        double alpha = Number(published, "alpha");
        return new StatisticResults
        {
            ["binomial"] = SampleSize.WithoutDefect(Number(published, "maxRate"), alpha),
            ["hypergeometric"] = SampleSize.WithoutDefect(Whole(published, "population"), Whole(published, "maxDefectives"), alpha),
        }.Compare(published);
    }

    public static Comparison Allocate(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "sizes", "standardDeviations", "sample");
        Stratum[] strata = [.. StatisticInput.Numbers(published.Input, "sizes").Zip(
            StatisticInput.Numbers(published.Input, "standardDeviations"), (size, deviation) => new Stratum((int)size, deviation))];
        var sample = (int)Whole(published, "sample");
        double weight = strata.Sum(stratum => stratum.Size * stratum.StandardDeviation);
        Allocation proportional = Allocation.Proportional(strata, sample);
        Allocation neyman = Allocation.Neyman(strata, sample);
        Allocation optimal = Allocation.Optimal(strata, sample);
        return new StatisticResults
        {
            ["proportional"] = proportional.Exact,
            ["proportionalInteger"] = proportional.Sizes,
            ["neyman"] = strata.Select(stratum => sample * stratum.Size * stratum.StandardDeviation / weight),
            ["neymanCapped"] = neyman.Exact,
            ["neymanCappedInteger"] = neyman.Sizes,
            ["optimalInteger"] = optimal.Sizes,
            ["varianceOfTotalProportional"] = proportional.VarianceOfTotal.Value,
            ["varianceOfTotalOptimal"] = optimal.VarianceOfTotal.Value,
        }.Compare(published);
    }

    public static Comparison Hash(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "salt", "ids", "rate", "k");
        var sample = new HashSample(published.Input.RequiredMember("salt").ToText());
        ImmutableArray<string> names = [.. published.Input.RequiredMember("ids").ToList().Select(element => element.ToText())];
        double rate = Number(published, "rate");
        return new StatisticResults
        {
            ["keys"] = names.Select(sample.KeyOf),
            ["selectedByRate"] = names.Where(name => sample.Selects(name, rate)),
            ["bottomK"] = sample.Take(names, (int)Whole(published, "k")),
        }.Compare(published);
    }

    public static Comparison Systematic(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "population", "sample", "u");
        return new StatisticResults
        {
            ["items"] = SystematicSample.Of((int)Whole(published, "population"), (int)Whole(published, "sample"), Number(published, "u")).Select(item => item + 1),
        }.Compare(published);
    }

    private static double Number(Case published, string name) => published.Input.RequiredMember(name).GetDouble();

    private static long Whole(Case published, string name) => (long)published.Input.RequiredDecimal(name);
}
