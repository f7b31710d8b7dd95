using System.Collections.Immutable;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>How many evaluations each part of a population gets.</summary>
public sealed class Allocation
{
    private readonly ImmutableArray<Stratum> _strata;

    private Allocation(ImmutableArray<Stratum> strata, ImmutableArray<double> exact, ImmutableArray<int> sizes)
    {
        _strata = strata;
        Exact = exact;
        Sizes = sizes;
    }

    /// <summary>What the formula gives, in the order of the parts.</summary>
    public ImmutableArray<double> Exact { get; }

    /// <summary>Whole numbers that add to the sample, by the largest remainders (equal ones to the earlier part).</summary>
    public ImmutableArray<int> Sizes { get; }

    /// <summary>The variance of the total that such a sample estimates, the sum of N^2 S^2 (1 / n - 1 / N) (Cochran 1977, theorem 5.3); insufficient data when a part that varies gets nothing.</summary>
    public Estimate VarianceOfTotal
    {
        get
        {
            var size = new EstimateSize(Sizes.Sum(), Sizes.Sum(), Sizes.Length);
            double[] parts = [.. _strata.Select((stratum, h) => stratum is { Size: 0 } or { StandardDeviation: 0 }
                ? 0
                : stratum.Size * stratum.StandardDeviation * stratum.StandardDeviation * ((stratum.Size / (double)Sizes[h]) - 1))];
            return parts.All(double.IsFinite) ? Estimate.Of(StableSum.Of(parts), size) : Estimate.None(EstimateStatus.InsufficientData, size);
        }
    }

    /// <summary>In proportion to the sizes of the parts (Cochran 1977, section 5.5).</summary>
    /// <param name="strata">The parts.</param>
    /// <param name="sample">How many evaluations there are, 0 to all interactions.</param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public static Allocation Proportional(IReadOnlyList<Stratum> strata, int sample)
    {
        ImmutableArray<Stratum> parts = Checked(strata, sample);
        double total = parts.Sum(stratum => (double)stratum.Size);
        return Rounded(parts, [.. parts.Select(stratum => total == 0 ? 0 : sample * (stratum.Size / total))], sample);
    }

    /// <summary>In proportion to size times deviation (Neyman 1934). A part that would get more than it has is evaluated whole, and the rest is shared anew (Cochran 1977, section 5.8).</summary>
    /// <param name="strata">The parts.</param>
    /// <param name="sample">How many evaluations there are, 0 to all interactions.</param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public static Allocation Neyman(IReadOnlyList<Stratum> strata, int sample)
    {
        ImmutableArray<Stratum> parts = Checked(strata, sample);
        double[] exact = new double[parts.Length];
        var open = Enumerable.Range(0, parts.Length).ToList();
        double left = sample;
        while (open.Count > 0)
        {
            double weight = open.Sum(h => parts[h].Size * parts[h].StandardDeviation);
            double size = open.Sum(h => (double)parts[h].Size);
            foreach (int h in open)
            {
                // Where nothing varies any more, size alone decides.
                exact[h] = size == 0 ? 0 : weight == 0 ? left * (parts[h].Size / size) : left * (parts[h].Size * parts[h].StandardDeviation / weight);
            }

            List<int> full = [.. open.Where(h => exact[h] >= parts[h].Size)];
            if (full.Count == 0)
            {
                break;
            }

            foreach (int h in full)
            {
                exact[h] = parts[h].Size;
                left -= exact[h];
                open.Remove(h);
            }
        }

        return Rounded(parts, [.. exact], sample);
    }

    /// <summary>The whole numbers with the least variance of the total: each evaluation goes where N S / sqrt(n (n + 1)) is highest (Wright 2012, The equivalence of Neyman optimum allocation for sampling and equal proportions for apportioning the U.S. House of Representatives).</summary>
    /// <param name="strata">The parts.</param>
    /// <param name="sample">How many evaluations there are: enough for the least of every part, at most all interactions.</param>
    /// <param name="least">What every part gets at least, or all it has; 1 or more.</param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public static Allocation Optimal(IReadOnlyList<Stratum> strata, int sample, int least = 1)
    {
        ImmutableArray<Stratum> parts = Checked(strata, sample);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(least);
        int[] sizes = [.. parts.Select(stratum => Math.Min(least, stratum.Size))];
        long left = sample - sizes.Sum(size => (long)size);
        if (left < 0)
        {
            throw new ArgumentException($"the least of every part is {sample - left} together, more than the sample of {sample}", nameof(sample));
        }

        var queue = new PriorityQueue<int, (double Gain, int Part)>();
        for (int h = 0; h < sizes.Length; h++)
        {
            Offer(h);
        }

        for (; left > 0; left--)
        {
            int next = queue.Dequeue();
            sizes[next]++;
            Offer(next);
        }

        return new Allocation(parts, [.. sizes.Select(size => (double)size)], [.. sizes]);

        void Offer(int h)
        {
            if (sizes[h] < parts[h].Size)
            {
                double gain = parts[h].Size * parts[h].StandardDeviation / Math.Sqrt(sizes[h] * (sizes[h] + 1.0));
                queue.Enqueue(h, (-gain, h));
            }
        }
    }

    private static ImmutableArray<Stratum> Checked(IReadOnlyList<Stratum> strata, int sample)
    {
        ArgumentNullException.ThrowIfNull(strata);
        if (strata.Any(stratum => stratum.Size < 0 || !(stratum.StandardDeviation is >= 0 and <= 1e100)))
        {
            throw new ArgumentException("a part has a size and a deviation of 0 or more", nameof(strata));
        }

        long total = strata.Sum(stratum => (long)stratum.Size);
        return sample >= 0 && sample <= total
            ? [.. strata]
            : throw new ArgumentOutOfRangeException(nameof(sample), sample, $"the sample is 0 to {total}, which is all there is");
    }

    private static Allocation Rounded(ImmutableArray<Stratum> strata, ImmutableArray<double> exact, int sample) =>
        new(strata, exact, [.. LargestRemainder.Of(exact, sample)]);
}
