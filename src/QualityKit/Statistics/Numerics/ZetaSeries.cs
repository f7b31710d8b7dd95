namespace QualityKit.Statistics.Numerics;

/// <summary>log Gamma around 1 and 2, where it is 0 and any other formula loses its digits.</summary>
/// <remarks>Abramowitz and Stegun (1964), 6.1.33, with the first term of every zeta function taken out.</remarks>
internal static class ZetaSeries
{
    private const double EulerGamma = 0.577215664901532860606512090082;

    private const int Terms = 32;

    // zeta(k) - 1; the first two are not used.
    private static readonly double[] ZetaLessOne = [.. Enumerable.Range(0, Terms).Select(LessOne)];

    /// <summary>log Gamma(2 + e) for e of -1/2 to 1/2.</summary>
    public static double LogGammaOfTwoPlus(double e)
    {
        double sum = 0;
        for (int k = Terms - 1; k >= 2; k--)
        {
            sum = (sum * -e) + (ZetaLessOne[k] / k);
        }

        return (e * (1 - EulerGamma)) + (sum * e * e);
    }

    // Twenty terms, and what is left by Euler and Maclaurin.
    private static double LessOne(int k)
    {
        const double last = 20;
        double sum = 0;
        for (double n = last - 1; n >= 2; n--)
        {
            sum += Math.Pow(n, -k);
        }

        double tail = Math.Pow(last, -k);
        double step = k * tail / last;
        double rest = (tail * last / (k - 1)) + (tail / 2) + (step / 12);
        step *= (k + 1) * (k + 2) / (last * last);
        rest -= step / 720;
        step *= (k + 3) * (k + 4) / (last * last);
        return sum + rest + (step / 30240);
    }
}
