namespace QualityKit.Statistics;

/// <summary>Cohen's kappa of every two raters (Light 1971; Conger 1980).</summary>
public sealed record PairwiseKappa
{
    /// <summary>The mean over pairs of raters: Light's kappa. Pairs without a kappa stay out.</summary>
    public required Estimate Mean { get; init; }

    /// <summary>The lowest kappa of a pair.</summary>
    public double? Least { get; init; }

    /// <summary>The highest kappa of a pair.</summary>
    public double? Most { get; init; }

    /// <summary>How many pairs of raters have a kappa.</summary>
    public int Pairs { get; init; }

    /// <summary>How many pairs of raters rated nothing in common, or all in one category.</summary>
    public int PairsWithout { get; init; }

    /// <summary>Compares every two raters.</summary>
    /// <param name="ratings">The ratings.</param>
    /// <param name="weights">How much categories agree; null: only the same.</param>
    public static PairwiseKappa Of(Ratings ratings, AgreementWeights? weights = null)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        Estimate[] all = [.. Enumerable.Range(0, ratings.RaterCount)
            .SelectMany(first => Enumerable.Range(first + 1, ratings.RaterCount - first - 1), (first, second) => ContingencyTable.Of(ratings, first, second).Cohen(weights))];
        double[] known = [.. all.Where(estimate => estimate.HasValue).Select(estimate => estimate.Value!.Value)];
        var size = new EstimateSize(ratings.UnitCount, ratings.Count, ratings.Scale.Count);
        EstimateStatus why = all.Any(estimate => estimate.Status == EstimateStatus.NoVariation) ? EstimateStatus.NoVariation : EstimateStatus.InsufficientData;
        return new PairwiseKappa
        {
            Mean = known.Length == 0 ? Estimate.None(why, size) : Estimate.Of(known.Average(), size),
            Least = known.Length == 0 ? null : known.Min(),
            Most = known.Length == 0 ? null : known.Max(),
            Pairs = known.Length,
            PairsWithout = all.Length - known.Length,
        };
    }
}
