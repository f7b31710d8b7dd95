namespace QualityKit.Reference.Statistics;

/// <summary>Samples and intervals, by trying and by exact fractions.</summary>
public static class ExactSampling
{
    private const int Halvings = 150;

    /// <summary>The share at which (p - x)^2 n is z^2 x (1 - x) times what is left of the population, on one side of p; by halving.</summary>
    public static double ScoreLimit(long successes, long trials, double z, ExactNumber left, bool isUpper)
    {
        ArgumentNullException.ThrowIfNull(left);
        var p = Real.Of(ExactNumber.Of(successes, trials));
        var square = Real.Of(z) * Real.Of(z) * Real.Of(left);
        var inside = p;
        var outside = isUpper ? Real.One : Real.Zero;
        for (var i = 0; i < Halvings; i++)
        {
            var x = (inside + outside) / Real.Two;
            var isInside = (p - x) * (p - x) * Real.Of(trials) <= square * x * (Real.One - x);
            (inside, outside) = isInside ? (x, outside) : (inside, x);
        }

        return ((inside + outside) / Real.Two).ToDouble();
    }

    /// <summary>The smallest sample that misses all bad ones with a chance of at most alpha, one factor after another.</summary>
    public static long WithoutDefect(long population, long defects, ExactNumber alpha)
    {
        var chance = ExactNumber.One;
        var n = 0L;
        for (; chance > alpha; n++)
        {
            chance *= ExactNumber.Of(population - defects - n, population - n);
        }

        return n;
    }

    /// <summary>The least variance of a total over all ways to share a sample out, every part getting 1 to all it has.</summary>
    public static ExactNumber LeastVariance(IReadOnlyList<(int Size, int Deviation)> strata, int sample)
    {
        ArgumentNullException.ThrowIfNull(strata);
        return Ways(strata, sample).Select(way => Variance(strata, way)).Min()!;
    }

    public static ExactNumber Variance(IReadOnlyList<(int Size, int Deviation)> strata, IReadOnlyList<int> sizes)
    {
        ArgumentNullException.ThrowIfNull(strata);
        ArgumentNullException.ThrowIfNull(sizes);
        return ExactNumber.Sum(strata.Select((stratum, h) => stratum.Deviation == 0
            ? ExactNumber.Zero
            : ExactNumber.Of((System.Numerics.BigInteger)stratum.Size * stratum.Deviation * stratum.Deviation * (stratum.Size - sizes[h]), sizes[h])));
    }

    /// <summary>The logarithm of the likelihood of counts but for the binomial coefficients, factor by factor.</summary>
    public static double BetaBinomial(double alpha, double beta, IEnumerable<(long Successes, long Trials)> counts)
    {
        var (a, b) = (Real.Of(alpha), Real.Of(beta));
        var likelihood = Real.One;
        foreach (var (successes, trials) in counts)
        {
            for (var j = 0; j < trials; j++)
            {
                likelihood /= a + b + Real.Of(j);
                likelihood *= j < successes ? a + Real.Of(j) : b + Real.Of(j - successes);
            }
        }

        return likelihood.Log().ToDouble();
    }

    private static IEnumerable<int[]> Ways(IReadOnlyList<(int Size, int Deviation)> strata, int sample)
    {
        IEnumerable<int[]> ways = [[]];
        foreach (var (size, _) in strata)
        {
            ways = ways.SelectMany(way => Enumerable.Range(1, size).Select(n => (int[])[.. way, n]));
        }

        return ways.Where(way => way.Sum() == sample);
    }
}
