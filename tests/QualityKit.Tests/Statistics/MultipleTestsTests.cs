using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

public sealed class MultipleTestsTests
{
    [Fact]
    public void Holm_multiplies_by_the_tests_that_are_left_and_never_falls()
    {
        double[] adjusted = [.. MultipleTests.Holm(0.04, 0.01, 0.03, 0.005)];
        Assert.Equal([0.06, 0.03, 0.06, 0.02], adjusted.Select(chance => Math.Round(chance, 12)));
    }

    [Fact]
    public void Benjamini_and_Hochberg_divide_by_the_rank_and_never_fall()
    {
        double[] adjusted = [.. MultipleTests.BenjaminiHochberg(0.04, 0.01, 0.03, 0.005)];
        Assert.Equal([0.04, 0.02, 0.04, 0.02], adjusted.Select(chance => Math.Round(chance, 12)));
    }

    [Fact]
    public void No_chance_goes_above_one()
    {
        Assert.Equal([1.0, 1, 1], MultipleTests.Holm(0.5, 0.9, 0.7).Select(chance => chance));
        Assert.Equal([0.9, 0.9, 0.9], MultipleTests.BenjaminiHochberg(0.5, 0.9, 0.7).Select(chance => Math.Round(chance, 12)));
    }

    [Fact]
    public void One_test_stays_as_it_is_and_none_gives_none()
    {
        Assert.Equal(0.03, Assert.Single(MultipleTests.Holm(0.03)));
        Assert.Equal(0.03, Assert.Single(MultipleTests.BenjaminiHochberg(0.03)));
        Assert.Empty(MultipleTests.Holm());
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void What_is_no_chance_is_refused(double chance)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MultipleTests.Holm(0.5, chance));
        Assert.Throws<ArgumentOutOfRangeException>(() => MultipleTests.BenjaminiHochberg(chance));
    }
}
