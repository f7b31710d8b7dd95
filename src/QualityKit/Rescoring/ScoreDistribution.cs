using System.Collections.Immutable;
using QualityKit.Methods;

namespace QualityKit.Rescoring;

/// <summary>How many scores lie where, in bins of a stated width; so quartiles are known up to that width, whatever the number of scores.</summary>
public sealed class ScoreDistribution
{
    private readonly BinScale _scale;
    private readonly ImmutableArray<long> _counts;

    internal ScoreDistribution(BinScale scale, ImmutableArray<long> counts)
    {
        _scale = scale;
        _counts = counts;
        Count = counts.Sum();
    }

    /// <summary>How wide a bin is: one percent of a share; of points and grades 1, 2 or 5 times a power of ten, by what the form can earn.</summary>
    public Score Step => _scale.Step;

    /// <summary>How many scores there are.</summary>
    public long Count { get; }

    /// <summary>The bin below zero, a hundred steps, the bin of exactly a hundred steps (full marks), and the bin above it.</summary>
    public ImmutableArray<ScoreBin> Bins => [.. _counts.Select((count, bin) => _scale.Bin(bin, count))];

    /// <summary>The bin of the score that a quarter of the scores do not go beyond; null when there are none.</summary>
    public ScoreBin? LowerQuartile => Quantile(Fraction.Of(1, 4));

    /// <summary>The bin of the score that half of the scores do not go beyond; null when there are none.</summary>
    public ScoreBin? Median => Quantile(Fraction.Of(1, 2));

    /// <summary>The bin of the score that three quarters of the scores do not go beyond; null when there are none.</summary>
    public ScoreBin? UpperQuartile => Quantile(Fraction.Of(3, 4));

    /// <summary>The bin of the score at a rank: of n scores in ascending order the one at <paramref name="share"/> times n, rounded up (nearest rank).</summary>
    /// <param name="share">From 0 to 1.</param>
    /// <returns>Null when there are no scores.</returns>
    public ScoreBin? Quantile(Fraction share)
    {
        if (share < Fraction.Zero || share > Fraction.One)
        {
            throw new ArgumentOutOfRangeException(nameof(share), share.ToString(), "a share lies from 0 to 1");
        }

        Fraction rank = Fraction.Max(share * Fraction.Of(Count), Fraction.One);
        long reached = 0;
        for (int bin = 0; bin < _counts.Length; bin++)
        {
            reached += _counts[bin];
            if (Fraction.Of(reached) >= rank)
            {
                return _scale.Bin(bin, _counts[bin]);
            }
        }

        return null;
    }
}
