using System.Text.Json;
using QualityKit.Calibration;
using QualityKit.CaseRunner.Json;
using QualityKit.Methods;

namespace QualityKit.CaseRunner.Statistics;

/// <summary>What vendors' pages compute of two reviewers.</summary>
internal static class VendorCalibrationCase
{
    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        return published.Input.Member("pairs") is not null ? Pairs(published)
            : published.Input.Member("A") is not null ? Severity(published)
            : throw new UnsupportedCaseException("a calibration score by matches that single mismatches remove is not offered");
    }

    private static Comparison Pairs(Case published)
    {
        published.Input.OnlyHas("input", "pairs", "tolerancePoints", "wellCalibratedAbovePercent");
        published.Expected.OnlyHas("expected result", "agree", "irrPercent", "wellCalibrated");
        CalibrationTolerance tolerance = CalibrationTolerance.Points(published.Input.RequiredDecimal("tolerancePoints"));
        JsonElement[][] pairs = [.. published.Input.RequiredMember("pairs").ToList().Select(pair => pair.ToList().ToArray())];
        int agree = pairs.Count(pair => tolerance.Allows(pair[0].ToDecimal(), pair[1].ToDecimal()));
        EvaluatorTrend trend = EvaluatorTrend.Of(pairs.Select(pair => (Fraction)(pair[0].ToDecimal() - pair[1].ToDecimal())), tolerance.Amount);

        var comparison = new Comparison();
        comparison.Number("agree", published.Expected.RequiredMember("agree"), agree);
        comparison.Number("irrPercent", published.Expected.RequiredMember("irrPercent"), trend.WithinTolerance);
        comparison.Flag("wellCalibrated", published.Expected.RequiredMember("wellCalibrated"), trend.WithinTolerance > published.Input.RequiredDecimal("wellCalibratedAbovePercent"));
        return comparison;
    }

    private static Comparison Severity(Case published)
    {
        published.Input.OnlyHas("input", "A", "B");
        published.Expected.OnlyHas("expected result", "meanA", "meanB", "meanDifferenceAminusB", "meanAbsoluteDifference");
        Fraction[] a = [.. published.Input.RequiredMember("A").ToList().Select(score => (Fraction)score.ToDecimal())];
        Fraction[] b = [.. published.Input.RequiredMember("B").ToList().Select(score => (Fraction)score.ToDecimal())];
        EvaluatorTrend trend = EvaluatorTrend.Of(a.Zip(b, (own, other) => own - other), 5);

        var comparison = new Comparison();
        comparison.Number("meanA", published.Expected.RequiredMember("meanA"), Session(a).MeanScore);
        comparison.Number("meanB", published.Expected.RequiredMember("meanB"), Session(b).MeanScore);
        comparison.Number("meanDifferenceAminusB", published.Expected.RequiredMember("meanDifferenceAminusB"), Session(a).MeanScore - Session(b).MeanScore);
        comparison.Number("meanAbsoluteDifference", published.Expected.RequiredMember("meanAbsoluteDifference"), trend.MeanAbsoluteDeviation);
        return comparison;
    }

    private static SessionComparison Session(Fraction[] scores)
    {
        CalibrationForm form = CalibrationForm.Of(new CalibrationQuestion { Key = "total", Group = "total", Maximum = 100 });
        return CalibrationMath.Compare(form, scores.Select((score, at) => form.Sheet($"{at}", score)));
    }
}
