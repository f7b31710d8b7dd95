namespace QualityKit.Reference.Statistics;

/// <summary>Chances of more than a value, to more digits than a double has.</summary>
public static class ExactDistributions
{
    private static readonly Real Half = Real.One / Real.Two;

    /// <summary>Far out by the continued fraction of Laplace (Abramowitz and Stegun 26.2.14), else by the series.</summary>
    public static Real NormalUpper(double z)
    {
        if (z > 12)
        {
            var below = Real.Of(z);
            for (var n = 400; n >= 1; n--)
            {
                below = Real.Of(z) + (Real.Of(n) / below);
            }

            return NormalDensity(z) / below;
        }

        var square = Real.Of(z) * Real.Of(z) * Half;
        var lower = z == 0 ? Real.Zero : ExactFunctions.LowerGamma(Half, square);
        return Half * (z < 0 ? Real.One + lower : Real.One - lower);
    }

    public static Real NormalDensity(double z) => (-Half * Real.Of(z) * Real.Of(z)).Exp() / (Real.Two * Real.Pi).Sqrt();

    public static Real StudentTUpper(double t, double degrees)
    {
        var nu = Real.Of(degrees);
        var square = Real.Of(t) * Real.Of(t);
        var outside = t == 0 ? Real.One : ExactFunctions.Beta(nu * Half, Half, nu / (nu + square));
        return t < 0 ? Real.One - (outside * Half) : outside * Half;
    }

    public static Real FisherFUpper(double f, double above, double below)
    {
        var (d1, d2) = (Real.Of(above), Real.Of(below));
        return ExactFunctions.Beta(d2 * Half, d1 * Half, d2 / (d2 + (d1 * Real.Of(f))));
    }

    public static Real FisherFLower(double f, double above, double below)
    {
        var (d1, d2) = (Real.Of(above), Real.Of(below));
        var scaled = d1 * Real.Of(f);
        return ExactFunctions.Beta(d1 * Half, d2 * Half, scaled / (d2 + scaled));
    }

    public static Real ChiSquareUpper(double x, double degrees) => ExactFunctions.UpperGamma(Real.Of(degrees) * Half, Real.Of(x) * Half);
}
