using System.Globalization;
using System.Numerics;

namespace QualityKit.Reference;

/// <summary>An exact fraction in lowest terms with a positive denominator (S1). Equal numbers are equal values.</summary>
public sealed record ExactNumber : IComparable<ExactNumber>
{
    private ExactNumber(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * (denominator.Sign < 0 ? -1 : 1);
        Numerator = numerator / divisor;
        Denominator = denominator / divisor;
    }

    /// <summary>0.</summary>
    public static ExactNumber Zero { get; } = Of(0);

    /// <summary>1, a full share.</summary>
    public static ExactNumber One { get; } = Of(1);

    /// <summary>The upper part; carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The lower part; always positive.</summary>
    public BigInteger Denominator { get; }

    /// <summary>Whether this is 0.</summary>
    public bool IsZero => Numerator.IsZero;

    /// <summary>A fraction of two whole numbers.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static ExactNumber Of(BigInteger numerator, BigInteger? denominator = null)
    {
        if (denominator is { IsZero: true })
        {
            throw new DivideByZeroException("A fraction has no denominator of 0.");
        }

        return new ExactNumber(numerator, denominator ?? BigInteger.One);
    }

    /// <summary>Reads a JSON number such as <c>-33.33</c> or <c>1.5e-3</c>, digit for digit.</summary>
    public static ExactNumber Parse(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var parts = number.Split('e', 'E');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : parts[0].Length - point - 1;
        var digits = BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var power = exponent - decimals;
        return power >= 0 ? Of(digits * BigInteger.Pow(10, power)) : Of(digits, BigInteger.Pow(10, -power));
    }

    /// <summary>The sum; 0 when there is nothing to add.</summary>
    public static ExactNumber Sum(IEnumerable<ExactNumber> numbers) => numbers.Aggregate(Zero, (sum, next) => sum + next);

    /// <summary>The plain mean, or null when there are no numbers.</summary>
    public static ExactNumber? Mean(IReadOnlyCollection<ExactNumber> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return numbers.Count == 0 ? null : Sum(numbers) / Of(numbers.Count);
    }

    /// <summary>The larger of two.</summary>
    public static ExactNumber Max(ExactNumber left, ExactNumber right) => left > right ? left : right;

    /// <summary>The smaller of two.</summary>
    public static ExactNumber Min(ExactNumber left, ExactNumber right) => left < right ? left : right;

    /// <summary>The distance from 0.</summary>
    public ExactNumber Abs() => new(BigInteger.Abs(Numerator), Denominator);

    /// <inheritdoc/>
    public int CompareTo(ExactNumber? other) =>
        other is null ? 1 : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>As the scorecard format writes a fraction: <c>3/5</c>, <c>-2</c>.</summary>
    public override string ToString() => Denominator.IsOne
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : $"{Numerator.ToString(CultureInfo.InvariantCulture)}/{Denominator.ToString(CultureInfo.InvariantCulture)}";

    public static ExactNumber operator +(ExactNumber a, ExactNumber b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static ExactNumber operator -(ExactNumber a, ExactNumber b) =>
        new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static ExactNumber operator *(ExactNumber a, ExactNumber b) =>
        new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static ExactNumber operator /(ExactNumber a, ExactNumber b) =>
        Of(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator <(ExactNumber a, ExactNumber b) => a.CompareTo(b) < 0;

    public static bool operator >(ExactNumber a, ExactNumber b) => a.CompareTo(b) > 0;

    public static bool operator <=(ExactNumber a, ExactNumber b) => a.CompareTo(b) <= 0;

    public static bool operator >=(ExactNumber a, ExactNumber b) => a.CompareTo(b) >= 0;
}
