namespace QualityKit.Methods;

/// <summary>An exact score: a fraction with a unit. Marks and band limits are scores too.</summary>
/// <remarks>The default value is a share of 0. Scores of different units are never equal and cannot be ordered.</remarks>
public readonly struct Score : IEquatable<Score>, IComparable<Score>
{
    /// <summary>A score of a value in a unit.</summary>
    public Score(Fraction value, ScoreUnit unit)
    {
        Value = value;
        Unit = unit;
    }

    /// <summary>The exact number; of a share, 1 is all that is possible.</summary>
    public Fraction Value { get; }

    /// <summary>What the number means.</summary>
    public ScoreUnit Unit { get; }

    /// <summary>A share in percent: <c>Percent(80)</c> is 4/5 of what is possible.</summary>
    public static Score Percent(decimal percent) => new(Fraction.From(percent) / 100, ScoreUnit.Share);

    /// <summary>A share as a fraction: 1 is all that is possible.</summary>
    public static Score Share(Fraction share) => new(share, ScoreUnit.Share);

    /// <summary>A score in points.</summary>
    public static Score Points(decimal points) => new(points, ScoreUnit.Points);

    /// <summary>A grade, where lower is better.</summary>
    public static Score Grade(decimal grade) => new(grade, ScoreUnit.Grade);

    /// <summary>Whether both are the same number in the same unit.</summary>
    public static bool operator ==(Score left, Score right) => left.Equals(right);

    /// <summary>Whether they differ in number or unit.</summary>
    public static bool operator !=(Score left, Score right) => !left.Equals(right);

    /// <summary>Whether the left number is the smaller.</summary>
    /// <exception cref="ArgumentException">The units differ.</exception>
    public static bool operator <(Score left, Score right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left number is the larger.</summary>
    /// <exception cref="ArgumentException">The units differ.</exception>
    public static bool operator >(Score left, Score right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left number is the smaller or both are the same.</summary>
    /// <exception cref="ArgumentException">The units differ.</exception>
    public static bool operator <=(Score left, Score right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left number is the larger or both are the same.</summary>
    /// <exception cref="ArgumentException">The units differ.</exception>
    public static bool operator >=(Score left, Score right) => left.CompareTo(right) >= 0;

    /// <summary>The number as people read it, to 28 significant digits: percent for a share, else the number.</summary>
    public decimal ToDecimal() => Shown.ToDecimal();

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The units differ.</exception>
    public int CompareTo(Score other) =>
        Unit == other.Unit
            ? Value.CompareTo(other.Value)
            : throw new ArgumentException($"a score in `{other.Unit}` cannot be compared with one in `{Unit}`", nameof(other));

    /// <inheritdoc/>
    public bool Equals(Score other) => Unit == other.Unit && Value == other.Value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Score other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Unit);

    /// <summary>Rounded to two digits (rule S20): <c>66.67 %</c>, <c>3.35 points</c>, <c>grade 1.8</c>; independent of culture.</summary>
    public override string ToString() => ToString(Rounding.Default);

    /// <summary>Rounded as stated (rule S20), independent of culture.</summary>
    public string ToString(Rounding rounding)
    {
        ArgumentNullException.ThrowIfNull(rounding);
        return WithUnit(Shown.ToString(rounding.Digits, rounding.Midpoint));
    }

    /// <summary>Rounded, with as many more digits as it takes to lie on the same side of every mark as the exact score (rule S20).</summary>
    /// <param name="rounding">The rounding to start from.</param>
    /// <param name="marks">Pass marks and band limits; those in another unit are passed over.</param>
    public string ToString(Rounding rounding, IEnumerable<Score> marks)
    {
        ArgumentNullException.ThrowIfNull(rounding);
        ArgumentNullException.ThrowIfNull(marks);
        Score self = this;
        Fraction[] limits = [.. marks.Where(mark => mark.Unit == self.Unit).Select(mark => mark.Shown)];
        int digits = rounding.Digits;
        while (digits < 1000 && !limits.All(limit => self.KeepsItsSide(limit, digits, rounding.Midpoint)))
        {
            digits++;
        }

        return WithUnit(Shown.ToString(digits, rounding.Midpoint));
    }

    private Fraction Shown => Unit == ScoreUnit.Share ? Value * 100 : Value;

    private bool KeepsItsSide(Fraction limit, int digits, MidpointRounding midpoint)
    {
        Fraction shown = Shown.Round(digits, midpoint);
        return shown.CompareTo(limit) == Shown.CompareTo(limit);
    }

    private string WithUnit(string number) => Unit switch
    {
        ScoreUnit.Share => number + " %",
        ScoreUnit.Points => number + " points",
        _ => "grade " + number,
    };
}
