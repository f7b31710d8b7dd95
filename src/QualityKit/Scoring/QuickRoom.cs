using System.Numerics;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>Says when whole numbers stay exact in 64 bits, with room left for the few sums that are made of them later.</summary>
internal static class QuickRoom
{
    /// <summary>The largest number that fits: 2^59 - 1.</summary>
    public const long Most = 576_460_752_303_423_487;

    /// <summary>What all numbers are multiplied by to be whole: the least number that does it.</summary>
    public static Fraction CommonDenominator(IEnumerable<Fraction> numbers) => Fraction.Of(
        numbers.Aggregate(BigInteger.One, static (common, number) => common / BigInteger.GreatestCommonDivisor(common, number.Denominator) * number.Denominator), 1);

    /// <summary>Whether numbers fit however many of them are added up, whatever their signs.</summary>
    public static bool HoldsSum(IEnumerable<BigInteger> numbers) =>
        numbers.Aggregate(BigInteger.Zero, static (sum, number) => sum + BigInteger.Abs(number)) <= Most;

    /// <summary>Whether numbers fit however many of them are multiplied; of 0 and below nothing grows.</summary>
    public static bool HoldsProduct(IEnumerable<BigInteger> factors) =>
        factors.Aggregate(BigInteger.One, static (product, factor) => product * BigInteger.Max(BigInteger.One, factor)) <= Most;
}
