using System.Globalization;
using System.Numerics;

namespace QualityKit.Methods;

/// <summary>An exact rational number in lowest terms, of any size: 64-bit integers where they suffice, big integers where they would overflow (rule S1).</summary>
/// <remarks>The default value is 0. Equality, order and hash go by value. It is never rounded unless you ask for it.</remarks>
public readonly partial struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    private readonly long _numerator;
    private readonly long _denominatorLessOne;
    private readonly WideFraction? _wide;

    private Fraction(long numerator, long denominator)
    {
        _numerator = numerator;
        _denominatorLessOne = denominator - 1;
    }

    private Fraction(WideFraction wide) => _wide = wide;

    /// <summary>The number 0.</summary>
    public static Fraction Zero => default;

    /// <summary>The number 1.</summary>
    public static Fraction One { get; } = new(1, 1);

    /// <summary>The numerator in lowest terms; it carries the sign.</summary>
    public BigInteger Numerator => _wide?.Numerator ?? _numerator;

    /// <summary>The denominator in lowest terms; 1 or more.</summary>
    public BigInteger Denominator => _wide?.Denominator ?? Below;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _wide is null ? Math.Sign(_numerator) : _wide.Numerator.Sign;

    /// <summary>True when the number is 0.</summary>
    public bool IsZero => Sign == 0;

    internal bool IsNarrow => _wide is null;

    internal long NarrowNumerator => _numerator;

    internal long NarrowDenominator => Below;

    private long Below => _denominatorLessOne + 1;

    /// <summary>The quotient of two integers, in lowest terms.</summary>
    /// <param name="numerator">Any integer.</param>
    /// <param name="denominator">Any integer but 0.</param>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static Fraction Of(long numerator, long denominator = 1) => Reduce(numerator, denominator);

    /// <summary>The quotient of two integers of any size, in lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public static Fraction Of(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException();
        }

        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        return FromLowestTerms(numerator / divisor, denominator / divisor);
    }

    /// <summary>The decimal as an exact fraction: 0.1 is 1/10.</summary>
    public static Fraction From(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        int scale = (bits[3] >> 16) & 0xFF;
        BigInteger unscaled = Unscaled(bits);
        return Of(value < 0 ? -unscaled : unscaled, BigInteger.Pow(10, scale));
    }

    /// <summary>The double as an exact fraction: every finite double is one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number.</exception>
    public static Fraction From(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "the number is not finite");
        }

        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long mantissa = (bits & 0xFFFFFFFFFFFFFL) | (exponent == 0 ? 0 : 1L << 52);
        int shift = Math.Max(exponent, 1) - 1075;
        BigInteger signed = bits < 0 ? -mantissa : mantissa;
        return shift >= 0 ? Of(signed << shift, 1) : Of(signed, BigInteger.One << -shift);
    }

    /// <summary>Reads what <see cref="ToString()"/> writes: <c>3/5</c>, <c>-2</c>.</summary>
    /// <returns>False when the text is not a fraction; then <paramref name="fraction"/> is 0.</returns>
    public static bool TryParse(string? text, out Fraction fraction)
    {
        fraction = default;
        string[] parts = (text ?? "").Split('/');
        if (parts.Length > 2 || !TryParseInteger(parts[0], out BigInteger numerator))
        {
            return false;
        }

        BigInteger denominator = BigInteger.One;
        if (parts.Length == 2 && (!TryParseInteger(parts[1], out denominator) || denominator.Sign <= 0))
        {
            return false;
        }

        fraction = Of(numerator, denominator);
        return true;
    }

    /// <summary>A decimal makes a fraction without loss.</summary>
    public static implicit operator Fraction(decimal value) => From(value);

    /// <summary>An integer makes a fraction without loss.</summary>
    public static implicit operator Fraction(int value) => new(value, 1);

    /// <summary>The nearest decimal, to 28 significant digits, midpoints away from zero.</summary>
    /// <exception cref="OverflowException">The number is beyond the range of decimal.</exception>
    public decimal ToDecimal()
    {
        BigInteger whole = BigInteger.Abs(Numerator / Denominator);
        int digits = whole.IsZero ? 28 : Math.Max(0, 28 - (int)Math.Ceiling(BigInteger.Log10(whole + 1)));
        return decimal.Parse(ToString(digits), NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    /// <summary>The nearest double, for charts and statistics; infinite beyond its range, ties to even.</summary>
    public double ToDouble()
    {
        const long exact = 1L << 53;
        if (_wide is null && _numerator is >= -exact and <= exact && Below <= exact)
        {
            return (double)_numerator / Below;
        }

        BigInteger magnitude = BigInteger.Abs(Numerator);
        int top = (int)(magnitude.GetBitLength() - Denominator.GetBitLength());
        top -= Shift(magnitude, -top) < Shift(Denominator, top) ? 1 : 0;

        // A double has 53 binary digits, the last of them at 2^-1074 or above.
        int last = Math.Max(top - 52, -1074);
        BigInteger quotient = BigInteger.DivRem(Shift(magnitude, -last), Shift(Denominator, last), out BigInteger rest);
        int half = (2 * rest).CompareTo(Shift(Denominator, last));
        quotient += RoundsUp(quotient, half, MidpointRounding.ToEven) ? 1 : 0;
        return Sign * Math.ScaleB((double)quotient, last);
    }

    /// <summary>Rounds to a number of decimal digits.</summary>
    /// <param name="digits">How many decimal digits, 0 to 1000.</param>
    /// <param name="midpoint">What to do with exact halves.</param>
    public Fraction Round(int digits, MidpointRounding midpoint = MidpointRounding.AwayFromZero)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 1000);
        return Of(RoundScaled(digits, midpoint), BigInteger.Pow(10, digits));
    }

    /// <summary>Rounds to a number of decimal digits and prints it, trailing zeros left out, independent of culture.</summary>
    /// <param name="digits">How many decimal digits, 0 to 1000.</param>
    /// <param name="midpoint">What to do with exact halves.</param>
    public string ToString(int digits, MidpointRounding midpoint = MidpointRounding.AwayFromZero)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 1000);
        BigInteger scaled = RoundScaled(digits, midpoint);
        string text = BigInteger.Abs(scaled).ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        string fraction = text[^digits..].TrimEnd('0');
        string sign = scaled.Sign < 0 ? "-" : "";
        return fraction.Length == 0 ? sign + text[..^digits] : $"{sign}{text[..^digits]}.{fraction}";
    }

    /// <summary>The exact number: <c>3/5</c>, or <c>-2</c> when the denominator is 1; independent of culture.</summary>
    public override string ToString()
    {
        string numerator = Numerator.ToString(CultureInfo.InvariantCulture);
        return Denominator.IsOne ? numerator : $"{numerator}/{Denominator.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <inheritdoc/>
    public bool Equals(Fraction other) =>
        _wide is null
            ? other._wide is null && _numerator == other._numerator && _denominatorLessOne == other._denominatorLessOne
            : other._wide is not null && _wide.Equals(other._wide);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _wide is null ? HashCode.Combine(_numerator, _denominatorLessOne) : _wide.GetHashCode();

    // To the left only: what would be lost on the right is put on the other side of the quotient instead.
    private static BigInteger Shift(BigInteger value, int digits) => digits > 0 ? value << digits : value;

    private static bool TryParseInteger(string text, out BigInteger value) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    private static BigInteger Unscaled(ReadOnlySpan<int> bits) =>
        ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];

    private BigInteger RoundScaled(int digits, MidpointRounding midpoint)
    {
        BigInteger numerator = Numerator * BigInteger.Pow(10, digits);
        BigInteger below = Denominator;
        BigInteger floor = BigInteger.DivRem(numerator, below, out BigInteger rest);
        if (rest.Sign < 0)
        {
            floor -= 1;
            rest += below;
        }

        return rest.IsZero ? floor : floor + (RoundsUp(floor, (2 * rest).CompareTo(below), midpoint) ? 1 : 0);
    }

    // `half` compares the part above the floor with one half.
    private static bool RoundsUp(BigInteger floor, int half, MidpointRounding midpoint) => midpoint switch
    {
        MidpointRounding.ToNegativeInfinity => false,
        MidpointRounding.ToPositiveInfinity => true,
        MidpointRounding.ToZero => floor.Sign < 0,
        MidpointRounding.ToEven => half > 0 || (half == 0 && !floor.IsEven),
        _ => half > 0 || (half == 0 && floor.Sign >= 0),
    };
}
