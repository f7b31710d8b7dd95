using System.Runtime.InteropServices;
using QualityKit.Methods;

namespace QualityKit.Rescoring;

/// <summary>A sum of many quotients, kept a denominator, so that adding is cheap and there is one addition of fractions a denominator.</summary>
internal sealed class ExactSum
{
    private readonly Dictionary<long, Int128> _sums = [];
    private Fraction _others;

    /// <summary>The sum so far.</summary>
    public Fraction Value => _sums.Aggregate(_others, (sum, part) => sum + Fraction.Of(part.Value, part.Key));

    public void Add(Fraction amount)
    {
        if (amount.IsNarrow)
        {
            Add(amount.NarrowNumerator, amount.NarrowDenominator);
        }
        else
        {
            _others += amount;
        }
    }

    public void Add(Int128 numerator, long denominator) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_sums, denominator, out _) += numerator;
}
