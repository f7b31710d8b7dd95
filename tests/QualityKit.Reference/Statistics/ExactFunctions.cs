using System.Numerics;

namespace QualityKit.Reference.Statistics;

/// <summary>The functions behind the distributions, by series whose terms all have one sign.</summary>
public static class ExactFunctions
{
    private const int StirlingFrom = 80;

    private static readonly ExactNumber[] Bernoulli = EvenBernoulli(60);

    /// <summary>Stirling's series, after the argument is raised until the series holds.</summary>
    public static Real LogGamma(Real x)
    {
        ArgumentNullException.ThrowIfNull(x);
        var product = Real.One;
        for (; x < Real.Of(StirlingFrom); x += Real.One)
        {
            product *= x;
        }

        var half = Real.One / Real.Two;
        var sum = ((x - half) * x.Log()) - x + (half * (Real.Two * Real.Pi).Log());
        var power = x;
        for (var k = 1; k < Bernoulli.Length; k++)
        {
            sum += Real.Of(Bernoulli[k]) / (Real.Of(2L * k * ((2L * k) - 1)) * power);
            power = power * x * x;
        }

        return sum - product.Log();
    }

    /// <summary>P(a, x), by Abramowitz and Stegun 6.5.29.</summary>
    public static Real LowerGamma(Real a, Real x)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(x);
        var sum = Real.One;
        var term = Real.One;
        for (var n = 1; !term.IsNothingBeside(sum); n++)
        {
            term = term * x / (a + Real.Of(n));
            sum += term;
        }

        return sum * ((a * x.Log()) - x - LogGamma(a + Real.One)).Exp();
    }

    /// <summary>Q(a, x): what is left of 1.</summary>
    public static Real UpperGamma(Real a, Real x) => Real.One - LowerGamma(a, x);

    /// <summary>I(x; a, b), by Abramowitz and Stegun 26.5.4, and by the other side where that is shorter.</summary>
    public static Real Beta(Real a, Real b, Real x)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(x);
        return x * Real.Two <= Real.One ? BetaSeries(a, b, x) : Real.One - BetaSeries(b, a, Real.One - x);
    }

    private static Real BetaSeries(Real a, Real b, Real x)
    {
        var sum = Real.One;
        var term = Real.One;
        for (var n = 0; !term.IsNothingBeside(sum); n++)
        {
            term = term * x * (a + b + Real.Of(n)) / (a + Real.Of(n + 1));
            sum += term;
        }

        var log = (a * x.Log()) + (b * (Real.One - x).Log()) + LogGamma(a + b) - LogGamma(a + Real.One) - LogGamma(b);
        return sum * log.Exp();
    }

    // From the tangent numbers (Brent and Harvey 2013), which are whole.
    private static ExactNumber[] EvenBernoulli(int count)
    {
        var tangents = new BigInteger[count + 1];
        tangents[1] = 1;
        for (var k = 2; k <= count; k++)
        {
            tangents[k] = (k - 1) * tangents[k - 1];
        }

        for (var k = 2; k <= count; k++)
        {
            for (var j = k; j <= count; j++)
            {
                tangents[j] = ((j - k) * tangents[j - 1]) + ((j - k + 2) * tangents[j]);
            }
        }

        return [.. Enumerable.Range(0, count + 1).Select(k => k == 0
            ? ExactNumber.One
            : ExactNumber.Of((k % 2 == 1 ? 1 : -1) * 2 * k * tangents[k], BigInteger.Pow(4, k) * (BigInteger.Pow(4, k) - 1)))];
    }
}
