using Xunit;

namespace QualityKit.Reference.Tests;

public sealed class ExactNumberTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-2.0", "-2")]
    [InlineData("33.33", "3333/100")]
    [InlineData("0.60", "3/5")]
    [InlineData("-0.5", "-1/2")]
    [InlineData("1.5e3", "1500")]
    [InlineData("25E-1", "5/2")]
    public void A_JSON_number_is_taken_digit_for_digit(string number, string fraction) =>
        Assert.Equal(fraction, ExactNumber.Parse(number).ToString());

    [Fact]
    public void A_fraction_is_in_lowest_terms_over_a_positive_number()
    {
        Assert.Equal("-2/3", ExactNumber.Of(4, -6).ToString());
        Assert.Equal(ExactNumber.Of(1, 2), ExactNumber.Of(-3, -6));
    }

    [Fact]
    public void Arithmetic_is_exact()
    {
        var third = ExactNumber.Of(1, 3);
        Assert.Equal(ExactNumber.One, third + third + third);
        Assert.Equal(ExactNumber.Zero, third - third);
        Assert.Equal(ExactNumber.Of(1, 9), third * third);
        Assert.Equal(ExactNumber.One, third / third);
    }

    [Fact]
    public void Order_is_that_of_the_numbers()
    {
        Assert.True(ExactNumber.Of(1, 3) < ExactNumber.Of(1, 2));
        Assert.True(ExactNumber.Of(-1, 3) > ExactNumber.Of(-1, 2));
        Assert.Equal(ExactNumber.Of(1, 2), ExactNumber.Max(ExactNumber.Of(1, 2), ExactNumber.Of(1, 3)));
    }

    [Fact]
    public void Nothing_is_divided_by_zero() =>
        Assert.Throws<DivideByZeroException>(() => ExactNumber.One / ExactNumber.Zero);

    [Fact]
    public void There_is_no_mean_of_nothing() => Assert.Null(ExactNumber.Mean([]));
}
