using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

/// <summary>The methods behind the functions: fractions that go on forever, solutions by steps, and integrals by nodes.</summary>
public sealed class NumericalMethodTests
{
    [Fact]
    public void Three_nodes_are_those_of_Abramowitz_and_Stegun_in_ascending_order()
    {
        // Table 25.4: 0 and plus and minus sqrt(0.6), with the weights 8/9 and 5/9.
        var rule = GaussLegendre.Of(3, 1, 5);
        double[] nodes = [3 - (2 * Math.Sqrt(0.6)), 3, 3 + (2 * Math.Sqrt(0.6))];
        double[] weights = [10.0 / 9, 16.0 / 9, 10.0 / 9];
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(nodes[i], rule.Nodes[i], 1e-14);
            Assert.Equal(weights[i], rule.Weights[i], 1e-14);
        }
    }

    [Fact]
    public void So_many_nodes_integrate_powers_up_to_twice_as_many()
    {
        foreach (int count in new[] { 1, 2, 5, 40 })
        {
            var rule = GaussLegendre.Of(count, -0.5, 1);
            for (int power = 0; power < 2 * count; power++)
            {
                double sum = Enumerable.Range(0, count).Sum(i => rule.Weights[i] * Math.Pow(rule.Nodes[i], power));
                Assert.Equal((1 - Math.Pow(-0.5, power + 1)) / (power + 1), sum, 1e-13);
            }
        }
    }

    [Fact]
    public void A_fraction_may_begin_with_0()
    {
        // Ones without end are the golden ratio, less 1 when the first of them is 0.
        Assert.Equal((Math.Sqrt(5) - 1) / 2, ContinuedFraction.Evaluate(m => (1, m == 0 ? 0 : 1)), 1e-14);

        // Lambert (1768): tan(1) = 1 / (1 - 1 / (3 - 1 / (5 - ...))).
        Assert.Equal(Math.Tan(1), ContinuedFraction.Evaluate(m => m == 0 ? (0, 0) : (m == 1 ? 1 : -1, (2 * m) - 1)), 1e-13);
    }

    [Fact]
    public void A_fraction_of_what_is_no_number_ends_at_once()
    {
        int asked = 0;
        double value = ContinuedFraction.Evaluate(_ =>
        {
            asked++;
            return (1, double.NaN);
        });
        Assert.True(double.IsNaN(value));
        Assert.Equal(2, asked);
    }

    // log F = -exp(-x) of Gumbel's distribution is concave, and F is p at -log(-log p).
    [Theory]
    [InlineData(0.3, 0)]
    [InlineData(0.999, 0)]
    [InlineData(1e-12, -5)]
    [InlineData(0.5, -2)]
    public void A_solution_is_found_in_a_few_steps_and_then_no_more_is_asked(double chance, double start)
    {
        int asked = 0;
        double place = LogConcave.Solve(start, 705, 705, Math.Log(chance), x =>
        {
            asked++;
            return (-Math.Exp(-x), Math.Exp(-x));
        });
        Assert.Equal(-Math.Log(-Math.Log(chance)), place, 1e-13);
        Assert.InRange(asked, 2, 15);
    }

    // -exp(400 - x): the same, so far out that a double has no digit left at 1e-16.
    [Fact]
    public void A_solution_far_from_0_is_exact_to_its_own_last_digit_and_no_more_is_asked()
    {
        int asked = 0;
        double place = LogConcave.Solve(399, 705, 705, Math.Log(0.3), x =>
        {
            asked++;
            return (-Math.Exp(400 - x), Math.Exp(400 - x));
        });
        Assert.Equal(400 - Math.Log(-Math.Log(0.3)), place, 1e-12);
        Assert.InRange(asked, 2, 15);
    }

    [Fact]
    public void A_straight_line_is_solved_in_strides_and_ends_at_the_limit()
    {
        List<double> places = [];
        double place = LogConcave.Solve(0.5, 100, 2, 7, x =>
        {
            places.Add(x);
            return (x, 1);
        });
        Assert.Equal(7, place);
        Assert.Equal([0.5, 2.5, 4.5, 6.5, 7], places);
        Assert.Equal(100, LogConcave.Solve(0.5, 100, 30, 1000, x => (x, 1)));
        Assert.Equal(-100, LogConcave.Solve(0.5, 100, 30, -1000, x => (x, 1)));
    }
}
