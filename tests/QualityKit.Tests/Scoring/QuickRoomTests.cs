using System.Numerics;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

public sealed class QuickRoomTests
{
    [Fact]
    public void The_common_denominator_is_the_least_that_makes_all_whole()
    {
        Assert.Equal(Fraction.One, QuickRoom.CommonDenominator([]));
        Assert.Equal(Fraction.Of(12), QuickRoom.CommonDenominator([Fraction.Of(1, 4), Fraction.Of(-5, 6), Fraction.Of(7)]));
        Assert.Equal(Fraction.Of(60), QuickRoom.CommonDenominator([Fraction.Of(1, 4), Fraction.Of(1, 6), Fraction.Of(1, 10)]));
    }

    [Fact]
    public void Sums_fit_up_to_the_largest_number_whatever_their_signs()
    {
        Assert.True(QuickRoom.HoldsSum([]));
        Assert.True(QuickRoom.HoldsSum([QuickRoom.Most - 1, -1]));
        Assert.False(QuickRoom.HoldsSum([QuickRoom.Most, -1]));
        Assert.False(QuickRoom.HoldsSum([-new BigInteger(QuickRoom.Most), BigInteger.One]));
    }

    [Fact]
    public void Products_fit_up_to_the_largest_number_and_zeros_shrink_none()
    {
        Assert.True(QuickRoom.HoldsProduct([]));
        Assert.True(QuickRoom.HoldsProduct([QuickRoom.Most, 0, 1]));
        Assert.False(QuickRoom.HoldsProduct([(QuickRoom.Most / 2) + 1, 0, 2]));
        Assert.True(QuickRoom.HoldsProduct([QuickRoom.Most / 2, 2]));
    }
}
