using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Validation;

namespace QualityKit.Statistics;

/// <summary>Ratings of units by raters, any of them missing. Immutable.</summary>
public sealed class Ratings
{
    private const long MostCells = 250_000_000;

    private readonly int[] _starts;
    private readonly int[] _raters;
    private readonly int[] _codes;

    internal Ratings(RatingScale scale, int raterCount, int[] starts, int[] raters, int[] codes)
    {
        Scale = scale;
        RaterCount = raterCount;
        _starts = starts;
        _raters = raters;
        _codes = codes;
    }

    /// <summary>The categories: those declared, or the distinct values that were seen.</summary>
    public RatingScale Scale { get; }

    /// <summary>How many units there are, those without a rating included.</summary>
    public int UnitCount => _starts.Length - 1;

    /// <summary>How many raters there are, those who rated nothing included.</summary>
    public int RaterCount { get; }

    /// <summary>How many ratings there are.</summary>
    public int Count => _codes.Length;

    /// <summary>The names of the units; empty when they were given by number.</summary>
    public ImmutableArray<string> UnitNames { get; private init; } = [];

    /// <summary>The names of the raters; empty when they were given by number.</summary>
    public ImmutableArray<string> RaterNames { get; private init; } = [];

    /// <summary>Ratings by the names of their units and raters, in any order.</summary>
    /// <param name="ratings">At most one for a unit and a rater.</param>
    /// <param name="scale">The categories; null: the distinct values that are seen.</param>
    /// <returns>The ratings, or every value outside the scale (QK7001), pair given twice (QK7002) and unusable number (QK7003).</returns>
    public static Validated<Ratings> From(IEnumerable<Rating> ratings, RatingScale? scale = null)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var input = new RatingsInput(index => string.Create(CultureInfo.InvariantCulture, $"/ratings/{index}"));
        var units = new NameIndex();
        var raters = new NameIndex();
        foreach (Rating rating in ratings)
        {
            input.Add(units.IndexOf(rating.Unit), raters.IndexOf(rating.Rater), rating.Value);
        }

        Validated<Ratings> built = input.Build(units.Count, raters.Count, scale);
        return built.TryGetValue(out Ratings? value) ? new Validated<Ratings>(value.Named(units.Names, raters.Names), built.Issues) : built;
    }

    /// <summary>Ratings as a table, a row a unit and a column a rater; null where there is none.</summary>
    /// <param name="rows">Rows of one length.</param>
    /// <param name="scale">The categories; null: the distinct values that are seen.</param>
    /// <returns>The ratings, or every value outside the scale (QK7001), unusable number (QK7003) and row of another length (QK7004).</returns>
    public static Validated<Ratings> FromRows(IEnumerable<IReadOnlyList<double?>> rows, RatingScale? scale = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var places = new List<(int Row, int Column)>();
        var input = new RatingsInput(index => string.Create(CultureInfo.InvariantCulture, $"/{places[index].Row}/{places[index].Column}"));
        int units = 0;
        int raters = -1;
        foreach (IReadOnlyList<double?> row in rows)
        {
            raters = raters < 0 ? row.Count : raters;
            if (row.Count != raters)
            {
                input.OtherLength(units, row.Count, raters);
            }

            for (int column = 0; column < Math.Min(row.Count, raters); column++)
            {
                if (row[column] is { } value)
                {
                    places.Add((units, column));
                    input.Add(units, column, value);
                }
            }

            units++;
        }

        return input.Build(units, Math.Max(raters, 0), scale);
    }

    /// <summary>Ratings as a table in one array, row after row, a row a unit; NaN where there is none.</summary>
    /// <param name="cells">A whole number of rows.</param>
    /// <param name="raters">The length of a row, 1 or more.</param>
    /// <param name="scale">The categories; null: the distinct values that are seen.</param>
    /// <returns>The ratings, or every value outside the scale (QK7001) and unusable number (QK7003).</returns>
    /// <exception cref="ArgumentException">The cells are not a whole number of rows.</exception>
    public static Validated<Ratings> FromDense(ReadOnlySpan<double> cells, int raters, RatingScale? scale = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(raters, 1);
        if (cells.Length % raters != 0)
        {
            throw new ArgumentException($"{cells.Length} cells are not a whole number of rows of {raters}", nameof(cells));
        }

        var places = new List<int>();
        var input = new RatingsInput(index => string.Create(CultureInfo.InvariantCulture, $"/{places[index]}"));
        for (int i = 0; i < cells.Length; i++)
        {
            if (!double.IsNaN(cells[i]))
            {
                places.Add(i);
                input.Add(i / raters, i % raters, cells[i]);
            }
        }

        return input.Build(cells.Length / raters, raters, scale);
    }

    /// <summary>Ratings by the numbers of their units and raters, in any order: three columns of one length.</summary>
    /// <param name="units">The unit of each rating, from 0.</param>
    /// <param name="raters">The rater of each rating, from 0.</param>
    /// <param name="values">The value of each rating.</param>
    /// <param name="scale">The categories; null: the distinct values that are seen.</param>
    /// <returns>The ratings, or every value outside the scale (QK7001), pair given twice (QK7002) and unusable number (QK7003).</returns>
    /// <exception cref="ArgumentException">The columns differ in length, or a number is below 0.</exception>
    public static Validated<Ratings> FromTriples(ReadOnlySpan<int> units, ReadOnlySpan<int> raters, ReadOnlySpan<double> values, RatingScale? scale = null)
    {
        if (units.Length != raters.Length || units.Length != values.Length)
        {
            throw new ArgumentException("the three columns have one length", nameof(values));
        }

        var input = new RatingsInput(index => string.Create(CultureInfo.InvariantCulture, $"/{index}"));
        (int lastUnit, int lastRater) = (-1, -1);
        for (int i = 0; i < units.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(units[i], nameof(units));
            ArgumentOutOfRangeException.ThrowIfNegative(raters[i], nameof(raters));
            (lastUnit, lastRater) = (Math.Max(lastUnit, units[i]), Math.Max(lastRater, raters[i]));
            input.Add(units[i], raters[i], values[i]);
        }

        return input.Build(lastUnit + 1, lastRater + 1, scale);
    }

    /// <summary>How many raters put each unit into each category: all that most coefficients need.</summary>
    /// <exception cref="InvalidOperationException">The table would have more than 250 million cells, because the values are no categories. Alpha takes such ratings as they are.</exception>
    public UnitCounts ToCounts()
    {
        if ((long)UnitCount * Scale.Count > MostCells)
        {
            throw new InvalidOperationException($"{UnitCount} units with {Scale.Count} distinct values are no categories; declare a scale, or use alpha");
        }

        int[] counts = new int[UnitCount * Scale.Count];
        for (int unit = 0; unit < UnitCount; unit++)
        {
            foreach (int code in CodesOf(unit))
            {
                counts[(unit * Scale.Count) + code]++;
            }
        }

        return new UnitCounts(Scale, counts, null);
    }

    internal ReadOnlySpan<int> CodesOf(int unit) => _codes.AsSpan(_starts[unit].._starts[unit + 1]);

    internal ReadOnlySpan<int> RatersOf(int unit) => _raters.AsSpan(_starts[unit].._starts[unit + 1]);

    private Ratings Named(ImmutableArray<string> units, ImmutableArray<string> raters) =>
        new(Scale, RaterCount, _starts, _raters, _codes) { UnitNames = units, RaterNames = raters };
}
