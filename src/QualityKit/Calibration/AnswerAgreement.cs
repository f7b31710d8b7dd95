using System.Collections.Immutable;
using QualityKit.Methods;
using QualityKit.Statistics;

namespace QualityKit.Calibration;

/// <summary>How far raters agree on answers, by every coefficient. Show the percent of agreement and one coefficient (<see cref="Face"/>), and keep the others behind them.</summary>
/// <remarks>A unit is one question of one interaction, and N/A is no rating. Answers to one interaction depend on each other, so intervals over several questions are somewhat too narrow.</remarks>
public sealed record AnswerAgreement
{
    private AnswerAgreement(Ratings ratings)
    {
        UnitCounts counts = ratings.ToCounts();
        bool isScale = ratings.Scale.Count > 2;
        Percent = Agreement.Percent(counts);
        Krippendorff = Agreement.Krippendorff(counts, isScale ? AlphaMetric.Ordinal : AlphaMetric.Nominal);
        Gwet = Agreement.Gwet(counts);
        Fleiss = Agreement.Fleiss(counts);
        BrennanPrediger = Agreement.BrennanPrediger(counts);
        Conger = Agreement.Conger(ratings);
        Weighted = Agreement.Gwet(counts, AgreementWeights.Quadratic);
        IsScale = isScale;
    }

    /// <summary>The share of pairs of raters that agree.</summary>
    public Estimate Percent { get; }

    /// <summary>Krippendorff's alpha: nominal for two answers, ordinal for more.</summary>
    public Estimate Krippendorff { get; }

    /// <summary>Gwet's AC1, which stays high where nearly all answers are alike.</summary>
    public Estimate Gwet { get; }

    /// <summary>Fleiss' kappa; with two raters Scott's pi.</summary>
    public Estimate Fleiss { get; }

    /// <summary>The coefficient of Brennan and Prediger.</summary>
    public Estimate BrennanPrediger { get; }

    /// <summary>Conger's kappa; with two raters Cohen's. No value where ratings are missing.</summary>
    public Estimate Conger { get; }

    /// <summary>Gwet's AC2 with quadratic weights, which forgives near misses.</summary>
    public Estimate Weighted { get; }

    /// <summary>Whether there are more than two different answers.</summary>
    public bool IsScale { get; }

    /// <summary>The coefficient to show beside the percent: alpha, or AC1 where alpha has no value or nine of ten answers agree by chance alone.</summary>
    public Estimate Face => Krippendorff.HasValue && !(Fleiss.Expected > 0.9) ? Krippendorff : Gwet;

    /// <summary>From scores in percent.</summary>
    /// <param name="units">For each unit the score of every rater; null for N/A and for what is missing.</param>
    internal static AnswerAgreement Of(IEnumerable<ImmutableArray<Fraction?>> units) => new(RatingsOf(units));

    internal static Ratings RatingsOf(IEnumerable<ImmutableArray<Fraction?>> units) =>
        Ratings.FromRows(units.Select(unit => unit.Select(score => score?.ToDouble()).ToArray())).Value;
}
