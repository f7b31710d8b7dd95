namespace QualityKit.Statistics.Numerics;

/// <summary>The functions that the distributions are made of, to a relative error below 1e-12.</summary>
public static class SpecialFunctions
{
    /// <summary>The logarithm of the gamma function (Abramowitz and Stegun 1964, 6.1.33 and 6.1.41).</summary>
    /// <param name="x">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0, or not finite.</exception>
    public static double LogGamma(double x)
    {
        Guard.Positive(x);
        return x switch
        {
            < 0.5 => LogGamma(1 + x) - Math.Log(x),
            < 1.5 => ZetaSeries.LogGammaOfTwoPlus(x - 1) - double.LogP1(x - 1),
            < 2.5 => ZetaSeries.LogGammaOfTwoPlus(x - 2),
            _ => ((x - 0.5) * Math.Log(x)) - x + StirlingSeries.HalfLogTwoPi + StirlingSeries.Error(x),
        };
    }

    /// <summary>The error function, 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to x (Abramowitz and Stegun 1964, 7.1.1).</summary>
    /// <param name="x">Any number.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a number.</exception>
    public static double Erf(double x)
    {
        Guard.Number(x);
        return Math.CopySign(Math.Abs(x) > 6 ? 1 : GammaIntegral.Of(0.5, x * x).Lower, x);
    }

    /// <summary>1 less the error function, with all its digits where that is small (Abramowitz and Stegun 1964, 7.1.2).</summary>
    /// <param name="x">Any number.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a number.</exception>
    public static double Erfc(double x)
    {
        Guard.Number(x);
        return x switch
        {
            <= 0 => 1 + Erf(-x),
            > 28 => 0,
            _ => GammaIntegral.Of(0.5, x * x).Upper,
        };
    }

    /// <summary>The regularised lower incomplete gamma function P(a, x) (Abramowitz and Stegun 1964, 6.5.1).</summary>
    /// <param name="a">The shape, above 0.</param>
    /// <param name="x">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double LowerGamma(double a, double x)
    {
        Guard.Positive(a);
        Guard.NotNegative(x);
        return double.IsInfinity(x) ? 1 : GammaIntegral.Of(a, x).Lower;
    }

    /// <summary>The regularised upper incomplete gamma function Q(a, x) = 1 - P(a, x), with all its digits where it is small.</summary>
    /// <param name="a">The shape, above 0.</param>
    /// <param name="x">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double UpperGamma(double a, double x)
    {
        Guard.Positive(a);
        Guard.NotNegative(x);
        return double.IsInfinity(x) ? 0 : GammaIntegral.Of(a, x).Upper;
    }

    /// <summary>The regularised incomplete beta function I(x; a, b) (Abramowitz and Stegun 1964, 6.6.2; DiDonato and Morris 1992).</summary>
    /// <param name="x">0 to 1.</param>
    /// <param name="a">The first shape, above 0.</param>
    /// <param name="b">The second shape, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static double Beta(double x, double a, double b)
    {
        Guard.Share(x);
        Guard.Positive(a);
        Guard.Positive(b);
        return BetaIntegral.Of(a, b, x, 1 - x).Lower;
    }

    /// <summary>log(1 + x) with all its digits where x is small, which <see cref="double.LogP1"/> has not (Kahan 1982): what 1 + x rounds off is made good in proportion.</summary>
    internal static double LogOnePlus(double x)
    {
        double rounded = 1 + x;
        return rounded == 1 ? x : Math.Log(rounded) * (x / (rounded - 1));
    }
}
