using System.Collections.Immutable;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>Means of equal precision, all drawn to their own mean by the same share (James and Stein 1961; Efron and Morris 1975).</summary>
public sealed record JamesStein
{
    private JamesStein()
    {
    }

    /// <summary>Insufficient data for fewer than four agents; no variation when all means are alike.</summary>
    public EstimateStatus Status { get; private init; }

    /// <summary>The mean of the means; null without a value.</summary>
    public double? Mean { get; private init; }

    /// <summary>The part of its distance from the mean that each keeps, 1 - (k - 3) v / S, cut off at 0; null without a value.</summary>
    public double? Kept { get; private init; }

    /// <summary>The shrunken means, in the order given; empty without a value.</summary>
    public ImmutableArray<double> Shrunken { get; private init; } = [];

    /// <summary>From means.</summary>
    /// <param name="means">One an agent.</param>
    /// <param name="variance">The sampling variance of each, 0 or more.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public static JamesStein Of(ReadOnlySpan<double> means, double variance)
    {
        Guard.NotNegative(variance);
        Guard.Finite(variance);
        double[] all = means.ToArray();
        if (!all.All(RatingScale.IsUsable))
        {
            throw new ArgumentException("a mean is a number at most 1e100 from 0", nameof(means));
        }

        if (all.Length < 4)
        {
            return new JamesStein { Status = EstimateStatus.InsufficientData };
        }

        double centre = StableSum.Of(all) / all.Length;
        double squares = StableSum.Of([.. all.Select(mean => (mean - centre) * (mean - centre))]);
        if (squares == 0)
        {
            return new JamesStein { Status = EstimateStatus.NoVariation };
        }

        double kept = Math.Max(0, 1 - ((all.Length - 3) * variance / squares));
        return new JamesStein { Mean = centre, Kept = kept, Shrunken = [.. all.Select(mean => centre + (kept * (mean - centre)))] };
    }
}
