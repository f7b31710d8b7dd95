namespace QualityKit.Statistics;

/// <summary>How far raters agree, as a share and beyond chance. Ratings may be missing; a unit counts from its second rating on.</summary>
/// <remarks>
/// After K. L. Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition: standard errors are those of units, linearised (sections 5.3 and 6.3),
/// with a divisor of n (n - 1); intervals are t intervals of 95 % with n - 1 degrees of freedom, cut off at 1.
/// </remarks>
public static partial class Agreement
{
    /// <summary>The share of pairs of raters that agree, averaged over units (Gwet 2014, equation 2.7).</summary>
    /// <param name="counts">The ratings.</param>
    /// <param name="weights">How much categories agree; null: only the same.</param>
    public static Estimate Percent(UnitCounts counts, AgreementWeights? weights = null) => Sums(counts, weights).Percent();

    /// <summary>Fleiss' generalised kappa (Fleiss 1971; Gwet 2014, equation 2.9). With two raters it is Scott's pi (1955).</summary>
    /// <param name="counts">The ratings.</param>
    /// <param name="weights">How much categories agree; null: only the same.</param>
    public static Estimate Fleiss(UnitCounts counts, AgreementWeights? weights = null)
    {
        UnitSums sums = Sums(counts, weights);
        double[] weighted = [.. sums.Shares.Select((_, k) => sums.WeightedShare(k, sums.Shares))];
        return sums.Coefficient(() => sums.Expected(sums.Shares), row => sums.MeanOf(row, weighted));
    }

    /// <summary>The coefficient of Brennan and Prediger (1981): chance is even over the categories. For two of them it is PABAK (Byrt and others 1993). Declare the scale.</summary>
    /// <param name="counts">The ratings.</param>
    /// <param name="weights">How much categories agree; null: only the same.</param>
    public static Estimate BrennanPrediger(UnitCounts counts, AgreementWeights? weights = null)
    {
        UnitSums sums = Sums(counts, weights);
        double chance = sums.TotalWeight / ((double)counts.Scale.Count * counts.Scale.Count);
        return sums.Coefficient(() => chance, _ => chance);
    }

    /// <summary>Gwet's AC1, or AC2 with weights (Gwet 2008; 2014, equation 5.13): chance is small where one category is nearly all. Declare the scale.</summary>
    /// <param name="counts">The ratings.</param>
    /// <param name="weights">How much categories agree; null: only the same.</param>
    public static Estimate Gwet(UnitCounts counts, AgreementWeights? weights = null)
    {
        UnitSums sums = Sums(counts, weights);
        double scale = sums.TotalWeight / (counts.Scale.Count * (counts.Scale.Count - 1.0));
        double[] others = [.. sums.Shares.Select(share => scale * (1 - share))];
        return sums.Coefficient(() => sums.Shares.Zip(others, (share, other) => share * other).Sum(), row => sums.MeanOf(row, others));
    }

    /// <summary>Conger's kappa for any number of raters, who keep shares of their own (Conger 1980; Gwet 2014, equation 2.13). With two raters it is Cohen's.</summary>
    /// <param name="ratings">The ratings.</param>
    /// <param name="weights">How much categories agree; null: only the same.</param>
    public static Estimate Conger(Ratings ratings, AgreementWeights? weights = null)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        UnitSums sums = Sums(ratings.ToCounts(), weights);
        var chance = new RaterChance(ratings, sums);
        return sums.Coefficient(() => chance.Expected, chance.OfUnit);
    }

    private static UnitSums Sums(UnitCounts counts, AgreementWeights? weights)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return new UnitSums(counts, weights ?? AgreementWeights.Identity);
    }
}
