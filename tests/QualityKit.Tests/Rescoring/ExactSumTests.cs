using QualityKit.Methods;
using QualityKit.Rescoring;

namespace QualityKit.Tests.Rescoring;

/// <summary>Sums of many fractions, exact whatever their denominators.</summary>
public sealed class ExactSumTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1_000)]
    public void Denominators_that_are_put_together_change_nothing(int most)
    {
        var sum = new ExactSum(most);
        Fraction expected = Fraction.Zero;
        for (int number = 1; number <= 300; number++)
        {
            Fraction amount = Fraction.Of(number % 7 == 0 ? -number : number + 1, (number % 40) + 1);
            sum.Add(amount);
            expected += amount;
            Assert.Equal(expected, sum.Value);
        }
    }

    [Fact]
    public void Fractions_beyond_64_bits_are_added_exactly()
    {
        var sum = new ExactSum(2);
        var wide = Fraction.Of(System.Numerics.BigInteger.Pow(10, 40), System.Numerics.BigInteger.Pow(3, 60));
        sum.Add(wide);
        sum.Add(Fraction.Of(1, 2));
        sum.Add(-wide);

        Assert.Equal(Fraction.Of(1, 2), sum.Value);
    }

    [Fact]
    public void Sums_beyond_64_bits_are_exact()
    {
        var sum = new ExactSum(8);
        for (int time = 0; time < 4; time++)
        {
            sum.Add(Fraction.Of(long.MaxValue, 2));
        }

        Assert.Equal(Fraction.Of(long.MaxValue) * 2, sum.Value);
    }
}
