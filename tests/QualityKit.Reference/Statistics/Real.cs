using System.Globalization;
using System.Numerics;

namespace QualityKit.Reference.Statistics;

/// <summary>A number with 320 binary digits, so that 1 less a number near 1 still has more digits than a double.</summary>
public sealed class Real
{
    private const int Bits = 320;

    private readonly BigInteger _digits;
    private readonly long _exponent;

    private Real(BigInteger digits, long exponent)
    {
        var surplus = (long)BigInteger.Abs(digits).GetBitLength() - Bits;
        _digits = surplus > 0 ? digits >> (int)surplus : digits;
        _exponent = digits.IsZero ? 0 : exponent + Math.Max(surplus, 0);
    }

    public static Real Zero { get; } = Of(0);

    public static Real One { get; } = Of(1);

    public static Real Two { get; } = Of(2);

    /// <summary>Machin (1706).</summary>
    public static Real Pi { get; } = Of(16) * InverseTangent(5) - Of(4) * InverseTangent(239);

    private static Real LogTwo { get; } = LogNearOne(Two);

    public int Sign => _digits.Sign;

    public static Real Of(BigInteger value) => new(value, 0);

    public static Real Of(long value) => new(value, 0);

    public static Real Of(ExactNumber value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Of(value.Numerator) / Of(value.Denominator);
    }

    /// <summary>A double is a fraction; nothing is lost.</summary>
    public static Real Of(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        BigInteger digits = (bits & 0xFFFFFFFFFFFFFL) | (exponent == 0 ? 0 : 1L << 52);
        return new Real(bits < 0 ? -digits : digits, Math.Max(exponent, 1) - 1075);
    }

    public double ToDouble()
    {
        var surplus = (long)BigInteger.Abs(_digits).GetBitLength() - 64;
        var digits = surplus > 0 ? _digits >> (int)surplus : _digits;
        var exponent = _exponent + Math.Max(surplus, 0);
        return Math.ScaleB((double)digits, (int)Math.Clamp(exponent, -5000, 5000));
    }

    public Real Abs() => new(BigInteger.Abs(_digits), _exponent);

    public Real Sqrt()
    {
        var guess = Of(Math.ScaleB(Math.Sqrt(Scaled(out var power)), (int)(power / 2)));
        for (var i = 0; i < 6; i++)
        {
            guess = (guess + (this / guess)) / Two;
        }

        return guess;
    }

    /// <summary>By the series of the inverse hyperbolic tangent.</summary>
    public Real Log()
    {
        if (Sign <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(Sign), "Only a number above 0 has a logarithm.");
        }

        var power = _exponent + (long)_digits.GetBitLength();
        return LogNearOne(new Real(_digits, _exponent - power)) + (Of(power) * LogTwo);
    }

    /// <summary>By the series of the exponential, of a small part that is squared again.</summary>
    public Real Exp()
    {
        const int halvings = 20;
        var power = (BigInteger)Math.Round((this / LogTwo).ToDouble());
        var small = this - (Of(power) * LogTwo);
        small = new Real(small._digits, small._exponent - halvings);
        var sum = One;
        var term = One;
        for (var n = 1; n < 20; n++)
        {
            term = term * small / Of(n);
            sum += term;
        }

        for (var i = 0; i < halvings; i++)
        {
            sum *= sum;
        }

        return new Real(sum._digits, sum._exponent + (long)power);
    }

    public Real Power(Real exponent) => (exponent * Log()).Exp();

    /// <summary>Whether this changes nothing any more when it is added to another number.</summary>
    public bool IsNothingBeside(Real other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Sign == 0 || (long)BigInteger.Abs(_digits).GetBitLength() + _exponent < (long)BigInteger.Abs(other._digits).GetBitLength() + other._exponent - Bits;
    }

    public override string ToString() => ToDouble().ToString("R", CultureInfo.InvariantCulture);

    public static Real operator +(Real a, Real b)
    {
        if (a.Sign == 0 || b.Sign == 0)
        {
            return a.Sign == 0 ? b : a;
        }

        if (a.IsNothingBeside(b) || b.IsNothingBeside(a))
        {
            return a.IsNothingBeside(b) ? b : a;
        }

        var exponent = Math.Min(a._exponent, b._exponent);
        return new Real((a._digits << (int)(a._exponent - exponent)) + (b._digits << (int)(b._exponent - exponent)), exponent);
    }

    public static Real operator -(Real a) => new(-a._digits, a._exponent);

    public static Real operator -(Real a, Real b) => a + -b;

    public static Real operator *(Real a, Real b) => new(a._digits * b._digits, a._exponent + b._exponent);

    public static Real operator /(Real a, Real b)
    {
        var shift = Bits + (int)BigInteger.Abs(b._digits).GetBitLength();
        return new Real((a._digits << shift) / b._digits, a._exponent - b._exponent - shift);
    }

    public static bool operator <(Real a, Real b) => (a - b).Sign < 0;

    public static bool operator >(Real a, Real b) => (a - b).Sign > 0;

    public static bool operator <=(Real a, Real b) => !(a > b);

    public static bool operator >=(Real a, Real b) => !(a < b);

    private static Real InverseTangent(int inverse)
    {
        var power = One / Of(inverse);
        var square = Of(inverse) * Of(inverse);
        var sum = Zero;
        for (var n = 1; !power.IsNothingBeside(One); n += 2)
        {
            sum += Of(n % 4 == 1 ? 1 : -1) * power / Of(n);
            power /= square;
        }

        return sum;
    }

    private static Real LogNearOne(Real value)
    {
        var z = (value - One) / (value + One);
        var square = z * z;
        var sum = Zero;
        var power = z;
        for (var n = 1; !power.IsNothingBeside(One); n += 2)
        {
            sum += power / Of(n);
            power *= square;
        }

        return Two * sum;
    }

    private double Scaled(out long power)
    {
        power = _exponent + (long)_digits.GetBitLength();
        power -= power % 2;
        return new Real(_digits, _exponent - power).ToDouble();
    }
}
