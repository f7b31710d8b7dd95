using System.Numerics;

namespace QualityKit.Methods;

public readonly partial struct Fraction
{
    /// <summary>The exact sum.</summary>
    public static Fraction operator +(Fraction left, Fraction right)
    {
        if (left._wide is null && right._wide is null)
        {
            // Both products are below 2^126, so their sum fits 128 bits.
            return left._denominatorLessOne == right._denominatorLessOne
                ? Reduce((Int128)left._numerator + right._numerator, left.Below)
                : Reduce(
                    ((Int128)left._numerator * right.Below) + ((Int128)right._numerator * left.Below),
                    (Int128)left.Below * right.Below);
        }

        return Of(
            (left.Numerator * right.Denominator) + (right.Numerator * left.Denominator),
            left.Denominator * right.Denominator);
    }

    /// <summary>The exact difference.</summary>
    public static Fraction operator -(Fraction left, Fraction right) => left + -right;

    /// <summary>The number with the opposite sign.</summary>
    public static Fraction operator -(Fraction value) =>
        value._wide is null && value._numerator != long.MinValue
            ? new Fraction(-value._numerator, value.Below)
            : FromLowestTerms(-value.Numerator, value.Denominator);

    /// <summary>The exact product.</summary>
    public static Fraction operator *(Fraction left, Fraction right) =>
        left._wide is null && right._wide is null
            ? Reduce((Int128)left._numerator * right._numerator, (Int128)left.Below * right.Below)
            : Of(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The exact quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static Fraction operator /(Fraction left, Fraction right) =>
        left._wide is null && right._wide is null
            ? Reduce((Int128)left._numerator * right.Below, (Int128)left.Below * right._numerator)
            : Of(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Whether both are the same number.</summary>
    public static bool operator ==(Fraction left, Fraction right) => left.Equals(right);

    /// <summary>Whether they are different numbers.</summary>
    public static bool operator !=(Fraction left, Fraction right) => !left.Equals(right);

    /// <summary>Whether the left number is the smaller.</summary>
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left number is the larger.</summary>
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left number is the smaller or both are the same.</summary>
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left number is the larger or both are the same.</summary>
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <summary>The smaller of two numbers.</summary>
    public static Fraction Min(Fraction left, Fraction right) => left <= right ? left : right;

    /// <summary>The larger of two numbers.</summary>
    public static Fraction Max(Fraction left, Fraction right) => left >= right ? left : right;

    /// <summary>The number without its sign.</summary>
    public static Fraction Abs(Fraction value) => value.Sign < 0 ? -value : value;

    /// <inheritdoc/>
    public int CompareTo(Fraction other) =>
        _wide is null && other._wide is null
            ? ((Int128)_numerator * other.Below).CompareTo((Int128)other._numerator * Below)
            : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    internal static Fraction Reduce(Int128 numerator, Int128 denominator)
    {
        if (denominator == 0)
        {
            throw new DivideByZeroException();
        }

        if (numerator == Int128.MinValue || denominator == Int128.MinValue)
        {
            return Of((BigInteger)numerator, (BigInteger)denominator);
        }

        if (denominator < 0)
        {
            (numerator, denominator) = (-numerator, -denominator);
        }

        var divisor = (Int128)CommonDivisor((UInt128)Int128.Abs(numerator), (UInt128)denominator);
        if (divisor != 1)
        {
            (numerator, denominator) = (numerator / divisor, denominator / divisor);
        }

        return numerator >= long.MinValue && numerator <= long.MaxValue && denominator <= long.MaxValue
            ? new Fraction((long)numerator, (long)denominator)
            : new Fraction(new WideFraction((BigInteger)numerator, (BigInteger)denominator));
    }

    private static Fraction FromLowestTerms(BigInteger numerator, BigInteger denominator) =>
        numerator >= long.MinValue && numerator <= long.MaxValue && denominator <= long.MaxValue
            ? new Fraction((long)numerator, (long)denominator)
            : new Fraction(new WideFraction(numerator, denominator));

    internal static UInt128 CommonDivisor(UInt128 left, UInt128 right)
    {
        while (left > ulong.MaxValue || right > ulong.MaxValue)
        {
            if (right == 0)
            {
                return left;
            }

            (left, right) = (right, left % right);
        }

        return CommonDivisor((ulong)left, (ulong)right);
    }

    // The binary algorithm of Stein: shifts and subtractions only.
    private static ulong CommonDivisor(ulong left, ulong right)
    {
        if (left == 0 || right == 0)
        {
            return left | right;
        }

        int shared = BitOperations.TrailingZeroCount(left | right);
        left >>= BitOperations.TrailingZeroCount(left);
        while (right != 0)
        {
            right >>= BitOperations.TrailingZeroCount(right);
            if (left > right)
            {
                (left, right) = (right, left);
            }

            right -= left;
        }

        return left << shared;
    }
}
