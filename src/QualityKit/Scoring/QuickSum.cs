using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>A sum of fractions in 128 bits that knows when it can no longer be exact.</summary>
internal struct QuickSum(long start)
{
    /// <summary>What numbers are kept within, on both sides of 0.</summary>
    public const long Limit = 1L << 61;

    private Int128 _numerator = start;
    private Int128 _denominator = 1;

    /// <summary>Whether every amount could be added exactly so far.</summary>
    public bool IsExact { get; private set; } = true;

    public readonly bool IsZero => _numerator == 0;

    /// <summary>Says that an amount was too large to add.</summary>
    public void GiveUp() => IsExact = false;

    /// <summary>Adds a product over a denominator; each number within 61 bits.</summary>
    public void Add(long factor, long numerator, long denominator)
    {
        Int128 product = (Int128)factor * numerator;
        if (!IsExact || !IsNarrow(product) || !TryNarrow())
        {
            IsExact = false;
        }
        else if (denominator == 1)
        {
            _numerator += product * _denominator;
        }
        else
        {
            // Every number here is below 2^61, so each product is below 2^122 and their sum fits.
            _numerator = (_numerator * denominator) + (product * _denominator);
            _denominator *= denominator;
        }
    }

    /// <summary>The quotient of two sums as two numbers within 61 bits.</summary>
    /// <returns>False when it cannot be had exactly.</returns>
    public static bool TryDivide(QuickSum left, QuickSum right, out long numerator, out long denominator)
    {
        numerator = denominator = 0;
        if (!left.IsExact || !right.IsExact || !left.TryNarrow() || !right.TryNarrow())
        {
            return false;
        }

        var quotient = new QuickSum(0) { _numerator = left._numerator * right._denominator, _denominator = left._denominator * right._numerator };
        bool fits = quotient.TryNarrow();
        numerator = fits ? (long)quotient._numerator : 0;
        denominator = fits ? (long)quotient._denominator : 0;
        return fits;
    }

    /// <summary>Whether a number is within the limit.</summary>
    public static bool IsNarrow(Int128 number) => number <= Limit && number >= -Limit;

    // Lowest terms are looked for only when the numbers have become large.
    private bool TryNarrow()
    {
        if (IsNarrow(_numerator) && IsNarrow(_denominator))
        {
            return true;
        }

        var divisor = (Int128)Fraction.CommonDivisor((UInt128)Int128.Abs(_numerator), (UInt128)Int128.Abs(_denominator));
        (_numerator, _denominator) = (_numerator / divisor, _denominator / divisor);
        return IsNarrow(_numerator) && IsNarrow(_denominator);
    }
}
