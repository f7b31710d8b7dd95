using System.Collections.Immutable;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>Ranks with what is established of them: a range that holds all true ranks at once as often as the confidence says.</summary>
/// <remarks>Mogstad, Romano, Shaikh and Wilhelm (2024), Inference for ranks; every two are compared by <see cref="Difference"/> at a level divided by the number of pairs (Dunn 1961).</remarks>
public static class Ranking
{
    /// <summary>Ranks of means, best first; those without a value come last.</summary>
    /// <param name="samples">One sample an agent.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static ImmutableArray<RankRange> Of(IReadOnlyList<SampleMean> samples, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return Of([.. samples.Select(sample => sample.Mean)], confidence, (i, j, level) => Difference.Of(samples[i], samples[j], level));
    }

    /// <summary>Ranks of shares, best first; those without a value come last.</summary>
    /// <param name="samples">One sample an agent.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static ImmutableArray<RankRange> Of(IReadOnlyList<SampleShare> samples, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return Of([.. samples.Select(sample => sample.Share)], confidence, (i, j, level) => Difference.Of(samples[i], samples[j], level));
    }

    private static ImmutableArray<RankRange> Of(double?[] values, double confidence, Func<int, int, double, Difference> compare)
    {
        Guard.Chance(confidence);
        int count = values.Length;
        double level = 1 - ((1 - confidence) / Math.Max(1, count * (count - 1.0) / 2));
        int[] higher = new int[count];
        int[] lower = new int[count];
        for (int i = 0; i < count; i++)
        {
            for (int j = i + 1; j < count; j++)
            {
                DifferenceVerdict verdict = compare(i, j, level).Verdict;
                if (verdict != DifferenceVerdict.NotEstablished)
                {
                    (int above, int below) = verdict == DifferenceVerdict.FirstHigher ? (i, j) : (j, i);
                    higher[below]++;
                    lower[above]++;
                }
            }
        }

        return [.. Enumerable.Range(0, count)
            .Select(i => new RankRange(i, values[i] is { } value ? 1 + values.Count(other => other > value) : null, 1 + higher[i], count - lower[i]))
            .OrderBy(range => range.Rank ?? int.MaxValue)];
    }
}
