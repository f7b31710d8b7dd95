namespace QualityKit.Statistics.Numerics;

/// <summary>Continued fractions, by the method of Lentz as Thompson and Barnett (1986) changed it.</summary>
internal static class ContinuedFraction
{
    private const double Tiny = 1e-300;

    // Large parameters need about the square root of them; this is far beyond.
    private const int Longest = 1_000_000;

    /// <summary>b(0) + a(1) / (b(1) + a(2) / (b(2) + ...)).</summary>
    /// <param name="term">The pair a(m) and b(m); a(0) is not used.</param>
    public static double Evaluate(Func<int, (double A, double B)> term)
    {
        double value = NotZero(term(0).B);
        double c = value;
        double d = 0;
        for (int m = 1; m < Longest; m++)
        {
            (double a, double b) = term(m);
            d = 1 / NotZero(b + (a * d));
            c = NotZero(b + (a / c));
            double factor = c * d;
            value *= factor;
            // What is no number will never be one.
            if (!(Math.Abs(factor - 1) >= 1e-16))
            {
                break;
            }
        }

        return value;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
