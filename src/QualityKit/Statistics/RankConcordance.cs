using QualityKit.Statistics.Numerics;

namespace QualityKit.Statistics;

/// <summary>Kendall's W: how far raters put units into one order (Kendall and Babington Smith 1939; ties as Kendall 1970 corrects them).</summary>
public sealed record RankConcordance
{
    private RankConcordance(Estimate w) => W = w;

    /// <summary>1 where all raters have one order. All raters must have rated all units.</summary>
    public Estimate W { get; }

    /// <summary>W without the correction for ties.</summary>
    public double? Uncorrected { get; private init; }

    /// <summary>m (n - 1) W, chi-square distributed when raters order by chance.</summary>
    public double? ChiSquare { get; private init; }

    /// <summary>The degrees of freedom of chi-square: one less than units.</summary>
    public long Degrees => W.Units - 1;

    /// <summary>The chance of a W as large if raters ordered by chance.</summary>
    public double? PValue => ChiSquare is { } x ? ChiSquareDistribution.Upper(x, Degrees) : null;

    /// <summary>The mean of Spearman's correlation over pairs of raters; null when one of them ties all units.</summary>
    public double? MeanSpearman { get; private init; }

    /// <summary>Compares the orders of raters.</summary>
    /// <param name="ratings">The ratings, none missing.</param>
    public static RankConcordance Of(Ratings ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        (int n, int m) = (ratings.UnitCount, ratings.RaterCount);
        var size = new EstimateSize(n, ratings.Count, ratings.Scale.Count);
        if (n < 2 || m < 2 || ratings.Count != (long)n * m)
        {
            return new RankConcordance(Estimate.None(EstimateStatus.InsufficientData, size));
        }

        double[][] ranks = [.. Enumerable.Range(0, m).Select(rater => Ranks.Of(Column(ratings, rater)))];
        double mean = m * (n + 1) / 2.0;
        double spread = Enumerable.Range(0, n).Sum(unit => Square(ranks.Sum(column => column[unit]) - mean));
        double most = (double)m * m * (((double)n * n * n) - n);
        double ties = m * ranks.Sum(Ties);
        if (most - ties <= 0)
        {
            return new RankConcordance(Estimate.None(EstimateStatus.NoVariation, size));
        }

        double w = 12 * spread / (most - ties);
        return new RankConcordance(Estimate.Of(w, size))
        {
            Uncorrected = 12 * spread / most,
            ChiSquare = m * (n - 1.0) * w,
            MeanSpearman = Mean(ranks),
        };
    }

    private static double[] Column(Ratings ratings, int rater) =>
        [.. Enumerable.Range(0, ratings.UnitCount).Select(unit => (double)ratings.CodesOf(unit)[rater])];

    private static double Ties(double[] ranks) => ranks.GroupBy(rank => rank).Sum(group => ((double)group.Count() * group.Count() * group.Count()) - group.Count());

    private static double Square(double value) => value * value;

    private static double? Mean(double[][] ranks)
    {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < ranks.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (new PairMoments(ranks[i], ranks[j]).Correlation is not { } r)
                {
                    return null;
                }

                sum += r;
                pairs++;
            }
        }

        return sum / pairs;
    }
}
