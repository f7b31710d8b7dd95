using System.Numerics;
using QualityKit.Methods;

namespace QualityKit.Tests.Methods;

public sealed class FractionArithmeticTests
{
    private static readonly long[] Edges =
    [
        0, 1, -1, 2, -2, 3, 7, 10, -10, 60, 1L << 31, -(1L << 31), 1L << 62, -(1L << 62), long.MaxValue, long.MaxValue - 1, long.MinValue, long.MinValue + 1,
    ];

    public static TheoryData<int> Seeds => [1, 2, 3, 4];

    [Fact]
    public void Every_pair_of_edges_is_added_multiplied_and_divided_exactly()
    {
        foreach (long numerator in Edges)
        {
            foreach (long denominator in Edges.Where(edge => edge != 0))
            {
                Fraction left = Fraction.Of(numerator, denominator);
                foreach (long other in Edges)
                {
                    AssertExact(left, Fraction.Of(other, 3));
                    AssertExact(left, Fraction.Of(7, other == 0 ? 1 : other));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_fractions_of_any_size_are_added_multiplied_and_divided_exactly(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++)
        {
            AssertExact(Any(random), Any(random));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Fractions_of_one_denominator_stay_in_lowest_terms(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 500; round++)
        {
            long denominator = random.NextInt64(1, 100);
            AssertExact(Fraction.Of(random.NextInt64(-200, 200), denominator), Fraction.Of(random.NextInt64(-200, 200), denominator));
        }
    }

    [Fact]
    public void A_result_too_large_for_64_bits_is_kept_exactly_and_comes_back()
    {
        Fraction large = Fraction.Of(long.MaxValue) * long.MaxValue;

        Assert.Equal((BigInteger)long.MaxValue * long.MaxValue, large.Numerator);
        Assert.False(large.IsNarrow);
        Assert.True((large / long.MaxValue).IsNarrow);
        Assert.Equal(Fraction.Of(long.MaxValue), large / long.MaxValue);
    }

    [Fact]
    public void The_largest_numbers_that_64_bits_hold_stay_narrow()
    {
        Assert.True(Fraction.Of(long.MaxValue).IsNarrow);
        Assert.True(Fraction.Of(long.MinValue).IsNarrow);
        Assert.True(Fraction.Of(1, long.MaxValue).IsNarrow);
        Assert.False((Fraction.Of(long.MaxValue) + 1).IsNarrow);
        Assert.False((Fraction.Of(long.MinValue) - 1).IsNarrow);
        Assert.False((-Fraction.Of(long.MinValue)).IsNarrow);
        Assert.False(Fraction.Of(1, long.MinValue).IsNarrow);
        Assert.True(Fraction.Of(BigInteger.One << 62, BigInteger.One).IsNarrow);
        Assert.True(Fraction.Of(long.MaxValue, BigInteger.One).IsNarrow);
        Assert.True(Fraction.Of(BigInteger.One, long.MaxValue).IsNarrow);
    }

    [Fact]
    public void The_least_integer_of_128_bits_is_reduced_too()
    {
        Assert.Equal(Fraction.Of((BigInteger)Int128.MinValue, 3), Fraction.Reduce(Int128.MinValue, 3));
        Assert.Equal(Fraction.Of(3, (BigInteger)Int128.MinValue), Fraction.Reduce(3, Int128.MinValue));
    }

    [Fact]
    public void Dividing_by_nothing_is_a_mistake()
    {
        Assert.Throws<DivideByZeroException>(() => Fraction.Of(1, 0));
        Assert.Throws<DivideByZeroException>(() => Fraction.Of(BigInteger.One, BigInteger.Zero));
        Assert.Throws<DivideByZeroException>(() => Fraction.One / 0);
        Assert.Throws<DivideByZeroException>(() => Fraction.Of(BigInteger.Pow(3, 100), BigInteger.Pow(2, 100)) / 0);
    }

    [Fact]
    public void Signs_and_magnitudes_are_those_of_the_number()
    {
        Assert.Equal([-1, 0, 1], new[] { Fraction.Of(-3, 4), Fraction.Zero, Fraction.Of(3, 4) }.Select(value => value.Sign));
        Assert.Equal(-1, Fraction.Of(-BigInteger.Pow(3, 100), 2).Sign);
        Assert.True(Fraction.Of(0, 7).IsZero);
        Assert.False(Fraction.One.IsZero);
        Assert.Equal(Fraction.Of(3, 4), Fraction.Abs(Fraction.Of(-3, 4)));
        Assert.Equal(Fraction.Of(3, 4), Fraction.Abs(Fraction.Of(3, 4)));
        Assert.Equal(Fraction.Of(3, 4), Fraction.Of(-6, -8));
        Assert.Equal(Fraction.Of(-3, 4), Fraction.Of(6, -8));
        Assert.Equal(default, Fraction.Zero);
        Assert.Equal(1, Fraction.Zero.Denominator);
    }

    [Fact]
    public void The_smaller_and_the_larger_are_told_apart()
    {
        Fraction third = Fraction.Of(1, 3);
        Fraction half = Fraction.Of(1, 2);

        Assert.Equal((third, third), (Fraction.Min(third, half), Fraction.Min(half, third)));
        Assert.Equal((half, half), (Fraction.Max(third, half), Fraction.Max(half, third)));
        Assert.True(third < half && half > third && third <= half && half >= third && third != half);
        Assert.True(half <= Fraction.Of(2, 4) && half >= Fraction.Of(2, 4) && half == Fraction.Of(2, 4));
        Assert.False(half < Fraction.Of(2, 4) || half > Fraction.Of(2, 4) || half != Fraction.Of(2, 4));
        Assert.False(half < third || third > half || half <= third || third >= half || third == half);
    }

    private static Fraction Any(Random random) => Fraction.Of(AnyInteger(random), BigInteger.Max(1, BigInteger.Abs(AnyInteger(random))));

    private static BigInteger AnyInteger(Random random)
    {
        byte[] bytes = new byte[random.Next(1, 20)];
        random.NextBytes(bytes);
        return new BigInteger(bytes);
    }

    private static void AssertExact(Fraction left, Fraction right)
    {
        (BigInteger a, BigInteger b, BigInteger c, BigInteger d) = (left.Numerator, left.Denominator, right.Numerator, right.Denominator);
        AssertIs(left + right, (a * d) + (c * b), b * d);
        AssertIs(left - right, (a * d) - (c * b), b * d);
        AssertIs(left * right, a * c, b * d);
        AssertIs(-left, -a, b);
        if (!right.IsZero)
        {
            AssertIs(left / right, a * d, b * c);
        }

        int order = (a * d).CompareTo(c * b);
        Assert.Equal(Math.Sign(order), Math.Sign(left.CompareTo(right)));
        Assert.Equal(order == 0, left == right);
    }

    private static void AssertIs(Fraction actual, BigInteger numerator, BigInteger denominator)
    {
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Assert.Equal((numerator / divisor, denominator / divisor), (actual.Numerator, actual.Denominator));
        bool fits = actual.Numerator >= long.MinValue && actual.Numerator <= long.MaxValue && actual.Denominator <= long.MaxValue;
        Assert.Equal(fits, actual.IsNarrow);
    }
}
