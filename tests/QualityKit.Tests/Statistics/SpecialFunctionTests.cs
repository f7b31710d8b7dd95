using QualityKit.Reference.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

/// <summary>Every function beside the reference, which has 90 digits: at most 1e-12 apart, in proportion.</summary>
public sealed class SpecialFunctionTests
{
    private const double Allowed = 1e-12;

    private static readonly double[] Degrees = [0.5, 1.0003, 2, 3.7, 19, 240.5, 3000];

    private static readonly double[] Chances = [1e-40, 1e-12, 1e-4, 0.025, 0.4, 0.5, 0.6, 0.975, 1 - 1e-12];

    [Fact]
    public void Log_gamma_is_exact_even_where_it_is_near_0()
    {
        foreach (double x in new[] { 1e-300, 1e-9, 0.1, 0.49, 0.5, 0.99, 1 - 1e-7, 1 + 1e-7, 1.3, 1.49, 1.5, 2 - 1e-7, 2 + 1e-7, 2.49, 2.5, 7, 14.9, 15, 100, 5e5, 1e10 })
        {
            Near(ExactFunctions.LogGamma(Real.Of(x)), SpecialFunctions.LogGamma(x), $"log gamma of {x:R}");
        }
    }

    [Fact]
    public void Log_gamma_of_1_and_2_is_0()
    {
        Assert.Equal(0, SpecialFunctions.LogGamma(1));
        Assert.Equal(0, SpecialFunctions.LogGamma(2));
    }

    [Fact]
    public void The_normal_distribution_keeps_its_digits_in_both_tails()
    {
        foreach (double z in new[] { 0, 1e-8, 0.3, 0.999, 1, 1.96, 3, 8.1, 20, 37.5 })
        {
            Near(ExactDistributions.NormalUpper(z), NormalDistribution.Upper(z), $"the chance above {z:R}");
            Near(ExactDistributions.NormalUpper(-z), NormalDistribution.Lower(z), $"the chance below {z:R}");
            Near(ExactDistributions.NormalDensity(z), NormalDistribution.Density(z), $"the density at {z:R}");
        }
    }

    [Fact]
    public void The_error_function_and_what_it_lacks_of_1_are_exact()
    {
        foreach (double x in new[] { 1e-10, 0.1, 0.7, 1, 2.5, 5.9, 6.1, 9 })
        {
            Real erf = ExactFunctions.LowerGamma(Real.Of(0.5), Real.Of(x) * Real.Of(x));
            Near(erf, SpecialFunctions.Erf(x), $"erf {x:R}");
            Near(-erf, SpecialFunctions.Erf(-x), $"erf -{x:R}");
            Near(Real.One - erf, SpecialFunctions.Erfc(x), $"erfc {x:R}");
            Near(Real.One + erf, SpecialFunctions.Erfc(-x), $"erfc -{x:R}");
        }
    }

    [Fact]
    public void A_normal_quantile_is_where_the_chance_is_reached()
    {
        foreach (double p in Chances.Append(1e-300))
        {
            double z = NormalDistribution.Quantile(p);
            Real density = ExactDistributions.NormalDensity(z);
            Inverted(ExactDistributions.NormalUpper(-z) - Real.Of(p), density, z, $"normal quantile of {p:R}");
            Inverted(ExactDistributions.NormalUpper(-z) - Real.Of(p), density, -NormalDistribution.UpperQuantile(p), $"normal upper quantile of {p:R}");
        }
    }

    [Fact]
    public void Students_t_keeps_its_digits_in_both_tails()
    {
        foreach (double df in Degrees)
        {
            foreach (double t in new[] { 0, 1e-6, 0.5, 2.2, 12, 1e5 })
            {
                Near(ExactDistributions.StudentTUpper(t, df), StudentTDistribution.Upper(t, df), $"the chance above {t:R} with {df:R}");
                Near(ExactDistributions.StudentTUpper(-t, df), StudentTDistribution.Lower(t, df), $"the chance below {t:R} with {df:R}");
            }
        }
    }

    [Fact]
    public void A_t_quantile_is_where_the_chance_is_reached()
    {
        foreach (double df in Degrees)
        {
            foreach (double p in Chances.Where(p => p > 1e-30 || df > 3))
            {
                double t = StudentTDistribution.Quantile(p, df);
                InvertedBySteps(x => ExactDistributions.StudentTUpper(-x, df), t, p, $"t quantile of {p:R} with {df:R}");
                InvertedBySteps(x => ExactDistributions.StudentTUpper(x, df), StudentTDistribution.UpperQuantile(p, df), p, $"t upper quantile of {p:R} with {df:R}");
            }
        }
    }

    [Fact]
    public void F_keeps_its_digits_in_the_upper_tail()
    {
        foreach (double above in Degrees)
        {
            foreach (double below in new[] { 0.5, 1, 4, 15, 300 })
            {
                foreach (double f in new[] { 1e-5, 0.3, 1, 4, 200 })
                {
                    Real upper = ExactDistributions.FisherFUpper(f, above, below);
                    Near(upper, FisherFDistribution.Upper(f, above, below), $"the chance above {f:R} with {above:R} and {below:R}");
                    Near(ExactDistributions.FisherFLower(f, above, below), FisherFDistribution.Lower(f, above, below), $"the chance below {f:R} with {above:R} and {below:R}");
                }
            }
        }
    }

    [Theory]
    [InlineData(0.025, 30, 1)]
    [InlineData(0.01, 1, 1)]
    [InlineData(0.025, 59, 1.0003)]
    [InlineData(1e-12, 0.5, 300)]
    [InlineData(1e-12, 3000, 17)]
    [InlineData(0.9, 7, 2000)]
    [InlineData(0.999999, 2, 12)]
    public void An_F_quantile_is_where_the_chance_is_reached(double upper, double above, double below)
    {
        InvertedBySteps(f => ExactDistributions.FisherFUpper(f, above, below), FisherFDistribution.UpperQuantile(upper, above, below), upper, "F upper quantile");
        InvertedBySteps(f => Real.One - ExactDistributions.FisherFUpper(f, above, below), FisherFDistribution.Quantile(upper, above, below), upper, "F quantile");
    }

    [Fact]
    public void Chi_square_keeps_its_digits_in_both_tails_and_is_inverted()
    {
        foreach (double df in Degrees)
        {
            foreach (double p in Chances.Where(p => p > 1e-30 || df > 3))
            {
                double x = ChiSquareDistribution.Quantile(p, df);
                Real upper = ExactDistributions.ChiSquareUpper(x, df);
                Near(upper, ChiSquareDistribution.Upper(x, df), $"the chance above {x:R} with {df:R}");
                Near(Real.One - upper, ChiSquareDistribution.Lower(x, df), $"the chance below {x:R} with {df:R}");
                InvertedBySteps(at => Real.One - ExactDistributions.ChiSquareUpper(at, df), x, p, $"chi-square quantile of {p:R} with {df:R}");
                InvertedBySteps(at => ExactDistributions.ChiSquareUpper(at, df), ChiSquareDistribution.UpperQuantile(p, df), p, $"chi-square upper quantile of {p:R} with {df:R}");
            }
        }
    }

    [Fact]
    public void Binomial_chances_add_up_in_both_directions()
    {
        foreach ((long n, double p) in new[] { (1L, 0.5), (19, 0.5), (20, 0.03), (300, 0.97) })
        {
            Real sum = Real.Zero;
            Real term = (Real.One - Real.Of(p)).Power(Real.Of(n));
            for (long k = 0; k <= n; k++)
            {
                sum += term;
                Near(term, BinomialDistribution.Probability(k, n, p), $"the chance of {k} of {n} at {p:R}");
                Near(sum, BinomialDistribution.Lower(k, n, p), $"the chance of at most {k} of {n} at {p:R}");
                Assert.Equal(1, BinomialDistribution.Lower(k, n, p) + BinomialDistribution.Upper(k, n, p), 14);
                term = term * Real.Of(n - k) * Real.Of(p) / (Real.Of(k + 1) * (Real.One - Real.Of(p)));
            }
        }
    }

    [Fact]
    public void A_certain_or_impossible_success_has_no_other_outcome()
    {
        Assert.Equal(1, BinomialDistribution.Probability(0, 5, 0));
        Assert.Equal(0, BinomialDistribution.Probability(1, 5, 0));
        Assert.Equal(1, BinomialDistribution.Probability(5, 5, 1));
        Assert.Equal(1, BinomialDistribution.Lower(0, 0, 0.3));
        Assert.Equal(0, BinomialDistribution.Upper(5, 5, 0.3));
    }

    [Fact]
    public void What_is_not_in_a_domain_is_refused_and_never_becomes_NaN()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SpecialFunctions.LogGamma(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpecialFunctions.LowerGamma(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SpecialFunctions.Beta(1.1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.Quantile(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.Upper(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentTDistribution.Quantile(1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentTDistribution.Upper(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => FisherFDistribution.Upper(-1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquareDistribution.Upper(1, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaDistribution.Quantile(double.NaN, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialDistribution.Lower(6, 5, 0.5));
    }

    [Fact]
    public void The_ends_of_a_range_have_their_limits()
    {
        Assert.Equal(0, FisherFDistribution.Lower(0, 2, 3));
        Assert.Equal(0, FisherFDistribution.Upper(double.PositiveInfinity, 2, 3));
        Assert.Equal(0, ChiSquareDistribution.Lower(0, 3));
        Assert.Equal(0, ChiSquareDistribution.Upper(double.PositiveInfinity, 3));
        Assert.Equal(0, StudentTDistribution.Upper(double.PositiveInfinity, 3));
        Assert.Equal(1, StudentTDistribution.Upper(double.NegativeInfinity, 3));
        Assert.Equal(1, NormalDistribution.Lower(double.PositiveInfinity));
        Assert.Equal(1, BetaDistribution.Upper(0, 2, 3));
        Assert.Equal(1, BetaDistribution.Lower(1, 2, 3));
        Assert.Equal(0, SpecialFunctions.Erf(0));
        Assert.Equal(0, SpecialFunctions.Erfc(100));
        Assert.Equal(0.05, StudentTDistribution.TwoSided(StudentTDistribution.UpperQuantile(0.025, 7), 7), 14);
    }

    [Theory]
    [InlineData(0.5, 20.5, 0.025)]
    [InlineData(20.5, 0.5, 0.025)]
    [InlineData(250000.5, 1e6, 1e-12)]
    [InlineData(3, 4, 0.999999)]
    [InlineData(1, 1, 0.3)]
    public void A_beta_quantile_is_where_the_chance_is_reached(double a, double b, double p)
    {
        double x = BetaDistribution.Quantile(p, a, b);
        InvertedBySteps(at => ExactFunctions.Beta(Real.Of(a), Real.Of(b), Real.Of(at)), x, p, "beta quantile");
        InvertedBySteps(at => Real.One - ExactFunctions.Beta(Real.Of(a), Real.Of(b), Real.Of(at)), BetaDistribution.UpperQuantile(p, a, b), p, "beta upper quantile");
        Near(Real.One - ExactFunctions.Beta(Real.Of(a), Real.Of(b), Real.Of(x)), BetaDistribution.Upper(x, a, b), "beta upper");
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(1e-3)]
    [InlineData(1e-6)]
    [InlineData(1e-12)]
    public void Degrees_far_below_1_end_at_0_and_infinity_and_never_in_NaN(double degrees)
    {
        long start = Environment.TickCount64;
        foreach (double p in new[] { 1e-12, 0.025, 0.5, 0.975, 1 - 1e-12 })
        {
            double[] quantiles =
            [
                FisherFDistribution.Quantile(p, degrees, 2), FisherFDistribution.UpperQuantile(p, 1, degrees), ChiSquareDistribution.Quantile(p, degrees),
                Math.Abs(StudentTDistribution.Quantile(p, degrees)), BetaDistribution.Quantile(p, degrees, 2), 1 - BetaDistribution.Quantile(p, 2, degrees),
            ];
            Assert.All(quantiles, quantile => Assert.True(quantile >= 0, $"{quantile} at {p}"));
        }

        Assert.Equal(0, FisherFDistribution.Quantile(0.025, 1e-3, 2));
        Assert.Equal(double.PositiveInfinity, FisherFDistribution.UpperQuantile(0.025, 1, 1e-3));
        Assert.Equal(double.PositiveInfinity, StudentTDistribution.UpperQuantile(0.025, 1e-3));
        Assert.True(Environment.TickCount64 - start < 30_000);
    }

    [Fact]
    public void A_quantile_near_the_end_of_the_numbers_still_has_its_digits()
    {
        // x^a is the chance, where b is 1.
        Near(Math.Pow(0.03, 200), BetaDistribution.Quantile(0.03, 1.0 / 200, 1), 1e-10);
        static void Near(double expected, double actual, double relative) => Assert.InRange(actual / expected, 1 - relative, 1 + relative);
    }

    [Theory]
    [InlineData(1e6, 1e-12)]
    [InlineData(1e6, 0.3)]
    [InlineData(1e5, 0.975)]
    public void A_million_degrees_of_freedom_are_as_exact(double df, double p)
    {
        InvertedBySteps(t => ExactDistributions.StudentTUpper(t, df), StudentTDistribution.UpperQuantile(p, df), p, "t upper quantile");
        InvertedBySteps(x => ExactDistributions.ChiSquareUpper(x, df), ChiSquareDistribution.UpperQuantile(p, df), p, "chi-square upper quantile");
    }

    // How far the argument is off: what the chance is off, over how fast it grows.
    private static void Inverted(Real difference, Real density, double argument, string what)
    {
        double off = (difference / density).ToDouble();
        Assert.True(Math.Abs(off) <= Allowed * Math.Abs(argument), $"{what}: {argument:R} is off by {off:R}");
    }

    private static void InvertedBySteps(Func<double, Real> chance, double argument, double expected, string what)
    {
        if (argument == 0)
        {
            Near(Real.Of(expected), chance(0).ToDouble(), what);
            return;
        }

        double step = argument * 1e-7;
        Real here = chance(argument);
        Real density = (chance(argument + step) - here) / (Real.Of(argument + step) - Real.Of(argument));
        Inverted(here - Real.Of(expected), density, argument, what);
    }

    private static void Near(Real expected, double actual, string what)
    {
        double off = (Real.Of(actual) - expected).Abs().ToDouble();
        double allowed = Math.Max(Allowed * Math.Abs(expected.ToDouble()), 1e-320);
        Assert.True(off <= allowed, $"{what}: expected {expected}, got {actual:R}");
    }
}
