using QualityKit.Reference.Statistics;
using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

/// <summary>Distributions where a formula in elementary functions exists, and near the places where they change the way they are computed.</summary>
public sealed class ClosedFormTests
{
    private const double Third = 1.0 / 3;

    [Fact]
    public void One_degree_of_freedom_is_the_distribution_of_Cauchy()
    {
        foreach (double p in new[] { 1e-9, 0.01, 0.25, 0.4, 0.6, 0.75, 0.99 })
        {
            // The lower chance of t is 1/2 + arctan(t) / pi.
            double t = -1 / Math.Tan(Math.PI * p);
            Near(t, StudentTDistribution.Quantile(p, 1));
            Near(-t, StudentTDistribution.UpperQuantile(p, 1));
        }

        Near(0.25, StudentTDistribution.Upper(1, 1));
        Near(0.75, StudentTDistribution.Upper(-1, 1));
        Near(2 * Math.Atan(0.01) / Math.PI, StudentTDistribution.TwoSided(-100, 1));
    }

    [Fact]
    public void Two_degrees_of_freedom_have_a_quantile_in_roots()
    {
        foreach (double p in new[] { 1e-9, 0.01, 0.3, 0.7, 0.975 })
        {
            double t = ((2 * p) - 1) / Math.Sqrt(2 * p * (1 - p));
            Near(t, StudentTDistribution.Quantile(p, 2));
            Near(-t, StudentTDistribution.UpperQuantile(p, 2));
        }
    }

    [Fact]
    public void A_median_of_a_symmetric_distribution_is_0_and_not_minus_0()
    {
        foreach (double median in new[]
        {
            NormalDistribution.Quantile(0.5), NormalDistribution.UpperQuantile(0.5), StudentTDistribution.Quantile(0.5, 7), StudentTDistribution.UpperQuantile(0.5, 7),
        })
        {
            Assert.Equal(0L, BitConverter.DoubleToInt64Bits(median));
        }

        Assert.Equal(0.5, NormalDistribution.Upper(0));
        Assert.Equal(0.5, StudentTDistribution.Upper(0, 3));
        Assert.Equal(0.5, StudentTDistribution.Upper(1e-200, 3));
        Assert.Equal(1, StudentTDistribution.TwoSided(0, 3));
    }

    [Fact]
    public void A_quantile_next_to_the_median_keeps_its_digits()
    {
        // What the chance is off one half, over the density in the middle; the next term is of third order.
        double off = Math.ScaleB(1, -30);
        double normal = off * Math.Sqrt(2 * Math.PI);
        Near(normal, NormalDistribution.Quantile(0.5 + off));
        Near(-normal, NormalDistribution.Quantile(0.5 - off));
        Near(-normal, NormalDistribution.UpperQuantile(0.5 + off));
        Near(normal, NormalDistribution.UpperQuantile(0.5 - off));

        // The density of t with 3 degrees of freedom is 2 / (pi sqrt(3)) at 0.
        double t = off * Math.PI * Math.Sqrt(3) / 2;
        Near(t, StudentTDistribution.Quantile(0.5 + off, 3));
        Near(-t, StudentTDistribution.Quantile(0.5 - off, 3));
        Near(-t, StudentTDistribution.UpperQuantile(0.5 + off, 3));
        Near(t, StudentTDistribution.UpperQuantile(0.5 - off, 3));
    }

    [Fact]
    public void Normal_chances_end_where_doubles_do()
    {
        Assert.Equal(0, NormalDistribution.Upper(39.5));
        Assert.Equal(1, NormalDistribution.Upper(-39.5));
        Assert.Equal(0, NormalDistribution.Upper(double.PositiveInfinity));
        Assert.Equal(1, NormalDistribution.Upper(double.NegativeInfinity));
        Assert.Equal(0, NormalDistribution.Lower(double.NegativeInfinity));
        Assert.Equal(0, NormalDistribution.Density(double.PositiveInfinity));
        Near(1 / Math.Sqrt(2 * Math.PI * Math.E), NormalDistribution.Density(-1));
        Near(ExactDistributions.NormalUpper(1.25).ToDouble(), NormalDistribution.Upper(1.25));
        Near(ExactDistributions.NormalUpper(-1.25).ToDouble(), NormalDistribution.Upper(-1.25));
        Assert.Equal(0, StudentTDistribution.Upper(double.PositiveInfinity, 3));
        Assert.Equal(1, StudentTDistribution.Upper(double.NegativeInfinity, 3));
    }

    [Fact]
    public void The_error_function_ends_at_1_and_keeps_the_sign_of_0()
    {
        Assert.Equal(1, SpecialFunctions.Erf(double.PositiveInfinity));
        Assert.Equal(-1, SpecialFunctions.Erf(double.NegativeInfinity));
        Assert.Equal(BitConverter.DoubleToInt64Bits(-0.0), BitConverter.DoubleToInt64Bits(SpecialFunctions.Erf(-0.0)));
        Assert.Equal(0L, BitConverter.DoubleToInt64Bits(SpecialFunctions.Erf(0)));
        Assert.Equal(1, SpecialFunctions.Erfc(0));
        Assert.Equal(0, SpecialFunctions.Erfc(double.PositiveInfinity));
        Assert.Equal(2, SpecialFunctions.Erfc(double.NegativeInfinity));

        // erfc(x) = 2 Q(x sqrt(2)).
        Near(2 * ExactDistributions.NormalUpper(0.5 * Math.Sqrt(2)).ToDouble(), SpecialFunctions.Erfc(0.5));
        Near(2 * ExactDistributions.NormalUpper(-0.5 * Math.Sqrt(2)).ToDouble(), SpecialFunctions.Erfc(-0.5));
    }

    [Fact]
    public void Gamma_chances_of_a_whole_shape_are_sums_of_Poisson()
    {
        foreach (double x in new[] { 0.01, 0.7, 2.9, 3, 3.1, 4, 12, 60 })
        {
            double upper = Math.Exp(-x) * (1 + x + (x * x / 2));
            Near(upper, SpecialFunctions.UpperGamma(3, x));
            Assert.Equal(1 - upper, SpecialFunctions.LowerGamma(3, x), 1e-14);
            Near(upper, ChiSquareDistribution.Upper(2 * x, 6));
        }

        Assert.Equal(0, SpecialFunctions.LowerGamma(3, 0));
        Assert.Equal(1, SpecialFunctions.UpperGamma(3, 0));
        Assert.Equal(1, SpecialFunctions.LowerGamma(3, double.PositiveInfinity));
        Assert.Equal(0, SpecialFunctions.UpperGamma(3, double.PositiveInfinity));
    }

    [Fact]
    public void Chi_square_with_two_degrees_is_exponential()
    {
        foreach (double p in new[] { 1e-12, 0.05, 0.5, 0.95 })
        {
            Near(-2 * Math.Log(p), ChiSquareDistribution.UpperQuantile(p, 2));
            Near(-2 * (Real.One - Real.Of(p)).Log().ToDouble(), ChiSquareDistribution.Quantile(p, 2));
        }

        // With so few degrees the quantile is about 2 p^1000, far below the smallest number that has all its digits.
        Assert.Equal(0, ChiSquareDistribution.Quantile(0.025, 2e-3));
    }

    [Fact]
    public void Beta_chances_with_a_shape_of_1_are_powers()
    {
        foreach (double x in new[] { 0.001, 0.2, Third, 0.5, 0.93 })
        {
            Near(Math.Pow(x, 2.5), BetaDistribution.Lower(x, 2.5, 1));
            Near(Math.Pow(1 - x, 2.5), BetaDistribution.Upper(x, 1, 2.5));
            Near(Math.Pow(x, 1 / 2.5), BetaDistribution.Quantile(x, 2.5, 1));
            Near(1 - Math.Pow(x, 1 / 2.5), BetaDistribution.UpperQuantile(x, 1, 2.5));
        }

        // 1 - (1 - p)^(1 / 50), where 1 - p is 2^-40.
        Near(1 - Math.Pow(2, -0.8), BetaDistribution.Quantile(1 - Math.ScaleB(1, -40), 1, 50));
        Near(1 - Math.Pow(2, -0.8), BetaDistribution.UpperQuantile(Math.ScaleB(1, -40), 1, 50));
        foreach ((double a, double b) in new[] { (0.5, 3), (1, 1), (7.5, 0.25) })
        {
            Assert.Equal((0, 1), (BetaDistribution.Lower(0, a, b), BetaDistribution.Upper(0, a, b)));
            Assert.Equal((1, 0), (BetaDistribution.Lower(1, a, b), BetaDistribution.Upper(1, a, b)));
        }
    }

    [Fact]
    public void F_with_two_degrees_above_is_a_power()
    {
        // The chance above f is (1 + 2 f / d)^(-d / 2).
        foreach (double below in new[] { 1.0, 5, 12.5 })
        {
            foreach (double f in new[] { 0.01, 1, 3.7 })
            {
                double upper = Math.Pow(1 + (2 * f / below), -below / 2);
                Near(upper, FisherFDistribution.Upper(f, 2, below));
                Near(1 / f, FisherFDistribution.Quantile(upper, below, 2));
                Near(f, FisherFDistribution.UpperQuantile(upper, 2, below));
            }

            Assert.Equal((0, 1), (FisherFDistribution.Lower(0, 2, below), FisherFDistribution.Upper(0, 2, below)));
            Assert.Equal((1, 0), (FisherFDistribution.Lower(double.PositiveInfinity, 2, below), FisherFDistribution.Upper(double.PositiveInfinity, 2, below)));
        }
    }

    [Fact]
    public void Log_gamma_is_that_of_factorials_and_halves()
    {
        double factorials = 0;
        double halves = Math.Log(Math.PI) / 2;
        for (int n = 1; n < 40; n++)
        {
            Assert.Equal(factorials, SpecialFunctions.LogGamma(n), 1e-13 * Math.Max(1, factorials));
            Assert.Equal(halves, SpecialFunctions.LogGamma(n - 0.5), 1e-13 * Math.Max(1, factorials));
            factorials += Math.Log(n);
            halves += Math.Log(n - 0.5);
        }

        foreach (double x in new[] { 0.49, 0.51, 0.7, 1.1, 1.4999, 1.5001, 1.9, 2.3, 2.4999, 2.5001 })
        {
            Near(ExactFunctions.LogGamma(Real.Of(x)).ToDouble(), SpecialFunctions.LogGamma(x));
        }
    }

    [Fact]
    public void What_Stirlings_formula_lacks_is_exact_to_the_last_digits()
    {
        foreach (double n in new[] { 15.0, 16.5, 20, 100, 1e6 })
        {
            Real x = Real.Of(n);
            Real half = Real.One / Real.Two;
            Real formula = ((x + half) * x.Log()) - x + (half * (Real.Two * Real.Pi).Log());
            double lacking = (ExactFunctions.LogGamma(x + Real.One) - formula).ToDouble();
            Assert.InRange(StirlingSeries.Error(n) / lacking, 1 - 1e-15, 1 + 1e-15);
        }
    }

    [Fact]
    public void No_success_in_many_trials_of_a_rare_one_keeps_its_digits()
    {
        foreach ((long trials, double p) in new[] { (1_000_000L, 1e-6), (3_000_000_000_000, 1e-12), (7, 0.3), (2, 0.999) })
        {
            Real log = (Real.One - Real.Of(p)).Log();
            Near((Real.Of(trials) * log).Exp().ToDouble(), BinomialDistribution.Probability(0, trials, p));
            Near((Real.Of(Math.Log(0.05)) / log).ToDouble(), Math.Log(0.05) / SpecialFunctions.LogOnePlus(-p));
        }

        // log(0.05) / log(1 - 1e-12) is 2995732273552.5, and a need is rounded up but for 1e-12 of it.
        Assert.InRange(SampleSize.WithoutDefect(1e-12), 2_995_732_273_549, 2_995_732_273_553);
    }

    private static void Near(double expected, double actual) => Assert.InRange(actual, expected - (1e-12 * Math.Abs(expected)), expected + (1e-12 * Math.Abs(expected)));
}
