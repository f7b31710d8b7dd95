using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>Where 95 of 100 differences lie, around their mean.</summary>
/// <remarks>Bland and Altman (1986), with the normal quantile for their 2; intervals of 95 % from Student's t with n - 1 degrees of freedom.</remarks>
public sealed record LimitsOfAgreement
{
    private const double Confidence = 0.95;

    private static readonly double Z = NormalDistribution.UpperQuantile((1 - Confidence) / 2);

    private LimitsOfAgreement(Estimate bias) => Bias = bias;

    /// <summary>The mean difference, with its standard error and interval.</summary>
    public Estimate Bias { get; }

    /// <summary>The sample standard deviation of the differences; null for fewer than two.</summary>
    public double? StandardDeviation { get; private init; }

    /// <summary>The lower limit, with the exact standard error s sqrt(1 / n + z^2 / (2 (n - 1))).</summary>
    public Estimate Lower => Limit(-1);

    /// <summary>The upper limit, with the exact standard error s sqrt(1 / n + z^2 / (2 (n - 1))).</summary>
    public Estimate Upper => Limit(1);

    /// <summary>The standard error of a limit as the paper has it, sqrt(3 s^2 / n); null for fewer than two.</summary>
    public double? ApproximateErrorOfLimit => StandardDeviation * Math.Sqrt(3.0 / Bias.Units);

    private EstimateSize Size => new(Bias.Units, Bias.Ratings, 0);

    /// <summary>From differences.</summary>
    /// <param name="differences">Numbers at most 1e100 from 0.</param>
    /// <exception cref="ArgumentException">A difference cannot be used.</exception>
    public static LimitsOfAgreement Of(ReadOnlySpan<double> differences)
    {
        double[] all = differences.ToArray();
        if (!all.All(RatingScale.IsUsable))
        {
            throw new ArgumentException("a difference is a number at most 1e100 from 0", nameof(differences));
        }

        var size = new EstimateSize(all.Length, 2L * all.Length, 0);
        if (all.Length == 0)
        {
            return new LimitsOfAgreement(Estimate.None(EstimateStatus.InsufficientData, size));
        }

        var moments = new PairMoments(all, all);
        if (all.Length < 2)
        {
            return new LimitsOfAgreement(Estimate.Of(moments.MeanX, size));
        }

        double n = all.Length;
        double deviation = Math.Sqrt(moments.VarianceX * n / (n - 1));
        double error = deviation / Math.Sqrt(n);
        return new LimitsOfAgreement(Estimate.Of(moments.MeanX, size, error, Intervals.StudentT(moments.MeanX, error, n - 1, Confidence)))
        {
            StandardDeviation = deviation,
        };
    }

    private Estimate Limit(int side)
    {
        if (StandardDeviation is not { } deviation)
        {
            return Estimate.None(EstimateStatus.InsufficientData, Size);
        }

        double n = Bias.Units;
        double limit = Bias.Value!.Value + (side * Z * deviation);
        double error = deviation * Math.Sqrt((1 / n) + (Z * Z / (2 * (n - 1))));
        return Estimate.Of(limit, Size, error, Intervals.StudentT(limit, error, n - 1, Confidence));
    }
}
