namespace QualityKit.Statistics;

/// <summary>How many raters put each unit into each category: what all coefficients need that do not ask who the raters were. Immutable; shards add up.</summary>
public sealed class UnitCounts
{
    private readonly int[] _counts;
    private readonly long[]? _times;

    // A row may stand for several units with the same counts.
    internal UnitCounts(RatingScale scale, int[] counts, long[]? times)
    {
        Scale = scale;
        _counts = counts;
        _times = times;
    }

    /// <summary>The categories.</summary>
    public RatingScale Scale { get; }

    internal int Rows => _counts.Length / Scale.Count;

    /// <summary>Counts as a table: a row a unit, a column a category.</summary>
    /// <param name="scale">The categories.</param>
    /// <param name="counts">Row after row; a whole number of rows, none below 0.</param>
    /// <exception cref="ArgumentException">The counts are not whole rows, or one is below 0.</exception>
    public static UnitCounts Of(RatingScale scale, params ReadOnlySpan<int> counts)
    {
        ArgumentNullException.ThrowIfNull(scale);
        if (counts.Length % scale.Count != 0)
        {
            throw new ArgumentException($"{counts.Length} counts are not a whole number of rows of {scale.Count}", nameof(counts));
        }

        foreach (int count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
        }

        return new UnitCounts(scale, counts.ToArray(), null);
    }

    /// <summary>Counts of ratings that are given by the numbers of their units and categories, in any order: the fast way for millions.</summary>
    /// <param name="scale">The categories.</param>
    /// <param name="unitCount">How many units there are.</param>
    /// <param name="units">The unit of each rating, from 0.</param>
    /// <param name="categories">The position of each rating's category in the scale, from 0.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or a number is out of its range.</exception>
    public static UnitCounts FromPairs(RatingScale scale, int unitCount, ReadOnlySpan<int> units, ReadOnlySpan<byte> categories)
    {
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentOutOfRangeException.ThrowIfNegative(unitCount);
        if (units.Length != categories.Length)
        {
            throw new ArgumentException("the two columns have one length", nameof(categories));
        }

        return new UnitCounts(scale, PairCounter.Count(scale.Count, unitCount, units, categories), null);
    }

    /// <summary>The counts of these units and of others: two shards are the whole.</summary>
    /// <param name="other">Counts of other units on the same scale.</param>
    /// <exception cref="ArgumentException">The scales differ.</exception>
    public UnitCounts Plus(UnitCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Scale.Equals(other.Scale))
        {
            throw new ArgumentException("counts of different scales do not add up", nameof(other));
        }

        long[]? times = _times is null && other._times is null ? null : [.. Times(), .. other.Times()];
        return new UnitCounts(Scale, [.. _counts, .. other._counts], times);
    }

    internal ReadOnlySpan<int> Row(int row) => _counts.AsSpan(row * Scale.Count, Scale.Count);

    internal long TimesOf(int row) => _times is null ? 1 : _times[row];

    private IEnumerable<long> Times() => _times ?? Enumerable.Repeat(1L, Rows);
}
