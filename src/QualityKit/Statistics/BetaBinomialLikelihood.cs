using System.Collections.Immutable;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>How likely counts are under a beta-binomial distribution, as sums over how many agents reach each count (Smith 1983, algorithm AS 189).</summary>
internal sealed class BetaBinomialLikelihood
{
    private const double Rounding = 1e-13;

    private const int Steps = 500;

    private readonly double[] _failures;
    private readonly double[] _successes;
    private readonly double[] _trials;

    public BetaBinomialLikelihood(ImmutableArray<SampleShare> samples)
    {
        _successes = Reached([.. samples.Select(sample => sample.Successes)]);
        _failures = Reached([.. samples.Select(sample => sample.Trials - sample.Successes)]);
        _trials = Reached([.. samples.Select(sample => sample.Trials)]);
        double passes = samples.Sum(sample => (double)sample.Successes);
        double all = samples.Sum(sample => (double)sample.Trials);
        SlopeAtNoVariation = passes == 0 || passes == all
            ? 0
            : samples.Sum(sample => (Pairs(sample.Successes) / (passes / all)) + (Pairs(sample.Trials - sample.Successes) / (1 - (passes / all))) - Pairs(sample.Trials));
    }

    /// <summary>The slope of the likelihood where agents do not differ; not above 0 when that is the most likely (Tarone 1979).</summary>
    public double SlopeAtNoVariation { get; }

    public double At(double alpha, double beta) => Log(_successes, alpha) + Log(_failures, beta) - Log(_trials, alpha + beta);

    /// <summary>The most likely shapes; null when there are none.</summary>
    public (double Alpha, double Beta)? Most()
    {
        (double a, double b) = (1, 1);
        double here = At(a, b);
        double damping = 1e-3;
        for (int step = 0; step < Steps && a + b is >= 1e-6 and <= 1e9; step++)
        {
            (double da, double db) = Direction(a, b, damping);
            (double nextA, double nextB) = (a * Math.Exp(Math.Clamp(da, -2, 2)), b * Math.Exp(Math.Clamp(db, -2, 2)));
            double next = At(nextA, nextB);

            // On the top only rounding says which of two places is higher, and Newton's step knows better.
            bool isLevel = Math.Abs(next - here) <= Rounding * Math.Abs(here);
            if (isLevel && damping < 1e-9)
            {
                return (nextA, nextB);
            }

            (a, b, here, damping) = next > here || isLevel
                ? (nextA, nextB, next, damping / 10)
                : (a, b, here, Math.Max(damping, 1e-12) * 10);
        }

        return null;
    }

    // A step of Newton's method for the logarithms of both shapes, damped towards steepest ascent.
    private (double A, double B) Direction(double a, double b, double damping)
    {
        (double whole, double wholeSquare) = Inverse(_trials, a + b);
        (double one, double oneSquare) = Inverse(_successes, a);
        (double other, double otherSquare) = Inverse(_failures, b);
        double slopeA = a * (one - whole);
        double slopeB = b * (other - whole);
        double aa = (a * a * (oneSquare - wholeSquare)) - slopeA;
        double bb = (b * b * (otherSquare - wholeSquare)) - slopeB;
        double ab = -a * b * wholeSquare;
        double size = Math.Abs(aa) + Math.Abs(bb) + 1;
        double extra = damping * size;
        while (aa + extra <= 0 || ((aa + extra) * (bb + extra)) - (ab * ab) <= 0)
        {
            extra = Math.Max(2 * extra, 1e-3 * size);
        }

        double determinant = ((aa + extra) * (bb + extra)) - (ab * ab);
        double da = (((bb + extra) * slopeA) - (ab * slopeB)) / determinant;
        double db = (((aa + extra) * slopeB) - (ab * slopeA)) / determinant;
        return (da, db);
    }

    private static double Pairs(double count) => count * (count - 1) / 2;

    private static double[] Reached(long[] counts)
    {
        double[] reached = new double[counts.Length == 0 ? 0 : counts.Max()];
        foreach (long count in counts)
        {
            for (long j = 0; j < count; j++)
            {
                reached[j]++;
            }
        }

        return reached;
    }

    private static double Log(double[] reached, double shape)
    {
        StableSum sum = default;
        for (int j = 0; j < reached.Length; j++)
        {
            sum.Add(reached[j] * Math.Log(shape + j));
        }

        return sum.Value;
    }

    private static (double Sum, double Squares) Inverse(double[] reached, double shape)
    {
        StableSum sum = default;
        StableSum squares = default;
        for (int j = 0; j < reached.Length; j++)
        {
            double inverse = 1 / (shape + j);
            sum.Add(reached[j] * inverse);
            squares.Add(reached[j] * inverse * inverse);
        }

        return (sum.Value, squares.Value);
    }
}
