using System.Runtime.InteropServices;
using QualityKit.Methods;

namespace QualityKit.Rescoring;

/// <summary>An exact sum of many fractions in bounded room.</summary>
/// <remarks>Numerators are added up a denominator, so that most additions are one integer addition (rule S22). When there are more
/// denominators than <paramref name="mostDenominators"/>, their sums are put together into one fraction, which is as long as the denominators
/// demand and no longer: forms have few, and of a hundred thousand different ones the sum is still exact.</remarks>
/// <param name="mostDenominators">How many denominators are kept apart.</param>
internal sealed class ExactSum(int mostDenominators = ExactSum.Denominators)
{
    private const int Denominators = 4096;

    private readonly Dictionary<long, Int128> _numerators = [];
    private Fraction _rest;

    /// <summary>The sum in lowest terms.</summary>
    public Fraction Value => _rest + PutTogether();

    public void Add(Fraction amount)
    {
        if (!amount.IsNarrow)
        {
            _rest += amount;
            return;
        }

        Add(amount.NarrowNumerator, amount.NarrowDenominator);
    }

    // It would take 2^64 additions of what fits in 64 bits to leave 128 bits.
    public void Add(Int128 numerator, long denominator)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_numerators, denominator, out _) += numerator;
        if (_numerators.Count > mostDenominators)
        {
            _rest += PutTogether();
            _numerators.Clear();
        }
    }

    private Fraction PutTogether()
    {
        Fraction sum = Fraction.Zero;
        foreach ((long denominator, Int128 numerator) in _numerators)
        {
            sum += Fraction.Reduce(numerator, denominator);
        }

        return sum;
    }
}
