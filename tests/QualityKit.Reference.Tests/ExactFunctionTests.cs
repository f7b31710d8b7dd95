using QualityKit.Reference.Statistics;
using Xunit;

namespace QualityKit.Reference.Tests;

public sealed class ExactFunctionTests
{
    [Fact]
    public void Pi_is_pi() => Assert.Equal("3.141592653589793", Real.Pi.ToString());

    [Fact]
    public void The_logarithm_undoes_the_exponential()
    {
        var x = Real.Of(2.7);
        Assert.True((x.Exp().Log() - x).Abs() < Real.Of(1e-80));
        Assert.True((x.Sqrt() * x.Sqrt() - x).Abs() < Real.Of(1e-80));
    }

    [Fact]
    public void The_gamma_function_of_a_whole_number_is_a_factorial() =>
        Assert.True((ExactFunctions.LogGamma(Real.Of(6)).Exp() - Real.Of(120)).Abs() < Real.Of(1e-80));

    [Fact]
    public void The_gamma_function_of_one_half_is_the_root_of_pi() =>
        Assert.True((ExactFunctions.LogGamma(Real.Of(0.5)).Exp() - Real.Pi.Sqrt()).Abs() < Real.Of(1e-80));

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.75)]
    public void A_small_beta_is_a_polynomial(double x)
    {
        // I(x; 2, 2) = x^2 (3 - 2x).
        var at = Real.Of(x);
        Assert.True((ExactFunctions.Beta(Real.Two, Real.Two, at) - (at * at * (Real.Of(3) - (Real.Two * at)))).Abs() < Real.Of(1e-80));
    }

    [Fact]
    public void Chances_are_those_of_the_tables()
    {
        Assert.Equal(0.024997895148220435, ExactDistributions.NormalUpper(1.96).ToDouble(), 15);
        Assert.True((ExactDistributions.NormalUpper(12.5) - (Real.One - ExactDistributions.NormalUpper(-12.5))).Abs() < Real.Of(1e-80));
        Assert.Equal(0.25, ExactDistributions.StudentTUpper(1, 1).ToDouble(), 15);
        Assert.Equal(Math.Exp(-2), ExactDistributions.ChiSquareUpper(4, 2).ToDouble(), 15);
        Assert.Equal(0.5, ExactDistributions.FisherFUpper(1, 7, 7).ToDouble(), 15);
    }
}
