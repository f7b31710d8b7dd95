using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>The ends of the interval of a share.</summary>
internal readonly record struct ShareIntervals(double Successes, double Trials, double Confidence)
{
    private double Share => Successes / Trials;

    private double Failures => Trials - Successes;

    private double Side => (1 - Confidence) / 2;

    private double Z => NormalDistribution.UpperQuantile(Side);

    public (double Lower, double Upper) Of(ShareMethod method) => method switch
    {
        ShareMethod.Wilson => Wilson(1),
        ShareMethod.WilsonCorrected => Corrected(),
        ShareMethod.ClopperPearson => (
            Successes == 0 ? 0 : BetaDistribution.Quantile(Side, Successes, Failures + 1),
            Failures == 0 ? 1 : BetaDistribution.UpperQuantile(Side, Successes + 1, Failures)),
        ShareMethod.Jeffreys => (
            Successes == 0 ? 0 : BetaDistribution.Quantile(Side, Successes + 0.5, Failures + 0.5),
            Failures == 0 ? 1 : BetaDistribution.UpperQuantile(Side, Successes + 0.5, Failures + 0.5)),
        ShareMethod.AgrestiCoull => Around((Successes + (Z * Z / 2)) / (Trials + (Z * Z)), Trials + (Z * Z)),
        ShareMethod.Wald => Around(Share, Trials),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "unknown method"),
    };

    /// <summary>The shares p with (share - p)^2 at most z^2 p (1 - p) / n, the variance cut by what the sample leaves of the population.</summary>
    public (double Lower, double Upper) Wilson(double left)
    {
        double c = Z * Z * left / Trials;
        double root = ((2 * Share) + c + Math.Sqrt(c * (c + (4 * Share * Failures / Trials)))) / 2;

        // The product of both solutions is known, so neither is a difference of near numbers.
        return (Share * Share / root, Failures == 0 ? 1 : Math.Min(1, root / (1 + c)));
    }

    private (double Lower, double Upper) Corrected()
    {
        double square = Z * Z;
        double below = square - 2 - (1 / Trials) + (4 * Share * (Failures + 1));
        double above = square + 2 - (1 / Trials) + (4 * Share * (Failures - 1));
        double lower = ((2 * Successes) + square - 1 - (Z * Math.Sqrt(below))) / (2 * (Trials + square));
        double upper = ((2 * Successes) + square + 1 + (Z * Math.Sqrt(above))) / (2 * (Trials + square));
        return (Successes == 0 ? 0 : Math.Max(0, lower), Failures == 0 ? 1 : Math.Min(1, upper));
    }

    private (double Lower, double Upper) Around(double centre, double trials)
    {
        double margin = Z * Math.Sqrt(centre * (1 - centre) / trials);
        return (centre - margin, centre + margin);
    }
}
