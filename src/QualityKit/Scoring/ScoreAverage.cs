using System.Collections.Immutable;
using System.Numerics;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>The average of many scores, exact and mergeable (rule S22). Evaluations without a total, and calibrations, stay out: do not add the latter.</summary>
/// <remarks>Sums are kept a denominator, so adding is cheap, merging in any order gives the same, and there is one division at the end. Immutable.</remarks>
public sealed class ScoreAverage
{
    private readonly ImmutableDictionary<BigInteger, BigInteger> _totals;
    private readonly ImmutableDictionary<BigInteger, BigInteger> _weighted;
    private readonly ImmutableDictionary<BigInteger, BigInteger> _possible;

    private ScoreAverage(
        long count,
        ScoreUnit? unit,
        ImmutableDictionary<BigInteger, BigInteger> totals,
        ImmutableDictionary<BigInteger, BigInteger> weighted,
        ImmutableDictionary<BigInteger, BigInteger> possible)
    {
        Count = count;
        Unit = unit;
        _totals = totals;
        _weighted = weighted;
        _possible = possible;
    }

    /// <summary>The average of no scores.</summary>
    public static ScoreAverage Empty { get; } = new(
        0, null, ImmutableDictionary<BigInteger, BigInteger>.Empty, ImmutableDictionary<BigInteger, BigInteger>.Empty, ImmutableDictionary<BigInteger, BigInteger>.Empty);

    /// <summary>How many scores are in it.</summary>
    public long Count { get; }

    /// <summary>The unit of the scores; null when there are none.</summary>
    public ScoreUnit? Unit { get; }

    /// <summary>The mean of scores: the sum of totals over their number; null when there are none.</summary>
    public Score? Mean => Unit is { } unit ? new Score(Sum(_totals) / Fraction.Of(Count), unit) : null;

    /// <summary>The ratio of sums: each total weighed by its possible points; null when nothing was possible.</summary>
    public Score? RatioOfSums => Unit is { } unit && Sum(_possible) is { IsZero: false } possible ? new Score(Sum(_weighted) / possible, unit) : null;

    /// <summary>The sum of totals.</summary>
    internal Fraction Totals => Sum(_totals);

    /// <summary>The sum of totals times possible points.</summary>
    internal Fraction Weighted => Sum(_weighted);

    /// <summary>The sum of possible points.</summary>
    internal Fraction Possible => Sum(_possible);

    /// <summary>The average with one more score; the same average when the scorecard has no total.</summary>
    /// <exception cref="ArgumentException">The score has another unit than those before, or is provisional.</exception>
    public ScoreAverage Add(Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (card.IsProvisional)
        {
            throw new ArgumentException("a provisional score cannot be averaged; submit it first", nameof(card));
        }

        return card.Total is { } total ? Add(total, card.Possible) : this;
    }

    /// <summary>The average with one more score.</summary>
    /// <param name="total">The score.</param>
    /// <param name="possible">The possible points behind it, from 0.</param>
    /// <exception cref="ArgumentException">The score has another unit than those before.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The possible points are negative.</exception>
    public ScoreAverage Add(Score total, Fraction possible)
    {
        if (possible.Sign < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(possible), possible.ToString(), "possible points are 0 or more");
        }

        Require(total.Unit);
        return new(Count + 1, total.Unit, Plus(_totals, total.Value), Plus(_weighted, total.Value * possible), Plus(_possible, possible));
    }

    /// <summary>The average of the scores of both.</summary>
    /// <exception cref="ArgumentException">The units differ.</exception>
    public ScoreAverage Merge(ScoreAverage other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Unit is { } unit)
        {
            Require(unit);
        }

        return new(Count + other.Count, Unit ?? other.Unit, Plus(_totals, other._totals), Plus(_weighted, other._weighted), Plus(_possible, other._possible));
    }

    /// <summary>The average of scores that were added up elsewhere.</summary>
    internal static ScoreAverage Of(long count, ScoreUnit unit, Fraction totals, Fraction weighted, Fraction possible) =>
        count == 0 ? Empty : new(count, unit, Plus(Empty._totals, totals), Plus(Empty._weighted, weighted), Plus(Empty._possible, possible));

    private void Require(ScoreUnit unit)
    {
        if (Unit is { } own && own != unit)
        {
            throw new ArgumentException($"a score in `{unit}` cannot be averaged with scores in `{own}`", nameof(unit));
        }
    }

    private static ImmutableDictionary<BigInteger, BigInteger> Plus(ImmutableDictionary<BigInteger, BigInteger> sums, Fraction amount) =>
        sums.SetItem(amount.Denominator, sums.GetValueOrDefault(amount.Denominator) + amount.Numerator);

    private static ImmutableDictionary<BigInteger, BigInteger> Plus(ImmutableDictionary<BigInteger, BigInteger> sums, ImmutableDictionary<BigInteger, BigInteger> others) =>
        others.Aggregate(sums, (all, other) => all.SetItem(other.Key, all.GetValueOrDefault(other.Key) + other.Value));

    private static Fraction Sum(ImmutableDictionary<BigInteger, BigInteger> sums) =>
        sums.Aggregate(Fraction.Zero, (all, part) => all + Fraction.Of(part.Value, part.Key));
}
