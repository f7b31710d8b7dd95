namespace QualityKit.Statistics;

/// <summary>The agreement of two raters by chance when each keeps to their own shares, averaged over pairs of raters (Conger 1980; Gwet 2014, section 2.5).</summary>
internal sealed class RaterChance
{
    private readonly Ratings _ratings;
    private readonly double[] _sizes;
    private readonly double[][] _pull;
    private readonly double[] _mean;
    private readonly double _pairs;
    private readonly long _units;

    public RaterChance(Ratings ratings, UnitSums sums)
    {
        _ratings = ratings;
        _units = sums.Units;
        int width = ratings.Scale.Count;
        double[][] shares = SharesOf(ratings, out _sizes);
        int raters = _sizes.Count(size => size > 0);
        _pairs = raters * (raters - 1.0);
        double[] all = [.. Enumerable.Range(0, width).Select(k => shares.Sum(share => share[k]))];

        // How much a rater's share of a category meets in all the others.
        _pull = [.. shares.Select(share => Enumerable.Range(0, width)
            .Select(l => Enumerable.Range(0, width).Sum(k => sums.Weight(k, l) * (all[k] - share[k]))).ToArray())];
        _mean = [.. shares.Select((share, g) => share.Zip(_pull[g], (own, pull) => own * pull).Sum())];
        Expected = _mean.Sum() / _pairs;
    }

    public double Expected { get; }

    public double OfUnit(int unit)
    {
        ReadOnlySpan<int> raters = _ratings.RatersOf(unit);
        ReadOnlySpan<int> codes = _ratings.CodesOf(unit);
        double sum = 0;
        for (int i = 0; i < codes.Length; i++)
        {
            int rater = raters[i];
            sum += _units / _sizes[rater] * (_pull[rater][codes[i]] - _mean[rater]);
        }

        return Expected + (sum / _pairs);
    }

    private static double[][] SharesOf(Ratings ratings, out double[] sizes)
    {
        double[][] shares = [.. Enumerable.Range(0, ratings.RaterCount).Select(_ => new double[ratings.Scale.Count])];
        sizes = new double[ratings.RaterCount];
        for (int unit = 0; unit < ratings.UnitCount; unit++)
        {
            ReadOnlySpan<int> raters = ratings.RatersOf(unit);
            ReadOnlySpan<int> codes = ratings.CodesOf(unit);
            for (int i = 0; i < codes.Length; i++)
            {
                shares[raters[i]][codes[i]]++;
                sizes[raters[i]]++;
            }
        }

        for (int g = 0; g < shares.Length; g++)
        {
            for (int k = 0; k < shares[g].Length && sizes[g] > 0; k++)
            {
                shares[g][k] /= sizes[g];
            }
        }

        return shares;
    }
}
