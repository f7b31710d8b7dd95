namespace QualityKit.Statistics;

public static partial class Agreement
{
    // Above this the table of units and categories costs more than going through the values.
    private const int MostCategories = 64;

    /// <summary>Krippendorff's alpha: 1 less the observed over the expected disagreement, of units with two ratings or more (Krippendorff 2011, section C).</summary>
    /// <param name="counts">The ratings.</param>
    /// <param name="metric">How far apart values are.</param>
    /// <returns>
    /// The value does not depend on the order of units or shards, to the last bit. The standard error is that of linearised units (Gwet 2014, section 6.4);
    /// for the ordinal metric, which depends on the ratings itself, it is that of the jackknife.
    /// </returns>
    public static Estimate Krippendorff(UnitCounts counts, AlphaMetric metric)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return new AlphaOfCounts(counts, metric).Estimate();
    }

    /// <summary>Krippendorff's alpha in its form by weights, for weights that are no metric of his (Gwet 2014, section 6.4).</summary>
    /// <param name="counts">The ratings.</param>
    /// <param name="weights">How much categories agree: 1 less a share of the squared distance.</param>
    public static Estimate Krippendorff(UnitCounts counts, AgreementWeights weights)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(weights);
        return new AlphaOfCounts(counts, weights.For(counts.Scale)).Estimate();
    }

    /// <summary>Krippendorff's alpha, also of values without categories, such as totals of evaluations.</summary>
    /// <param name="ratings">The ratings.</param>
    /// <param name="metric">How far apart values are. The ratio metric takes time in the square of the number of distinct values, the others do not.</param>
    /// <returns>As for counts; with more than 64 distinct values the ordinal metric has no standard error: use a bootstrap.</returns>
    public static Estimate Krippendorff(Ratings ratings, AlphaMetric metric)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        return ratings.Scale.Count <= MostCategories
            ? Krippendorff(ratings.ToCounts(), metric)
            : new AlphaOfValues(ratings, metric).Estimate();
    }

    /// <summary>Krippendorff's alpha with each unit left out in turn: which unit decides, how far the value is biased, how much it varies (Tukey 1958).</summary>
    /// <param name="counts">The ratings.</param>
    /// <param name="metric">How far apart values are.</param>
    public static Jackknife KrippendorffJackknife(UnitCounts counts, AlphaMetric metric)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return new AlphaOfCounts(counts, metric).Jackknife();
    }

    /// <summary>Krippendorff's alpha with units drawn again, as often as asked for: an interval that assumes nothing about the distribution.</summary>
    /// <param name="counts">The ratings; at most 64 categories.</param>
    /// <param name="metric">How far apart values are.</param>
    /// <param name="seed">Decides what is drawn: the same seed, the same numbers.</param>
    /// <param name="replicates">How often to draw, 2 or more; 1000 is usual.</param>
    /// <param name="confidence">The confidence of the interval, between 0 and 1.</param>
    /// <exception cref="ArgumentException">There are more than 64 categories, or an argument is out of its range.</exception>
    public static BootstrapResult KrippendorffBootstrap(UnitCounts counts, AlphaMetric metric, ulong seed, int replicates = 1000, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 2);
        Numerics.Guard.Chance(confidence);
        if (counts.Scale.Count > MostCategories)
        {
            throw new ArgumentException($"a bootstrap takes at most {MostCategories} categories, and there are {counts.Scale.Count}", nameof(counts));
        }

        Estimate whole = new AlphaOfCounts(counts, metric).Value();
        return whole.HasValue
            ? new AlphaBootstrap(new AlphaFeatures(counts.Scale, metric), counts).Run(whole, seed, replicates, confidence)
            : new BootstrapResult { Estimate = whole };
    }
}
