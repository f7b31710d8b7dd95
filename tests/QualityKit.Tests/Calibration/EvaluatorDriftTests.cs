using QualityKit.Calibration;
using QualityKit.Statistics;

namespace QualityKit.Tests.Calibration;

/// <remarks>The orders that a p-value counts were counted again by a program of its own, written after the papers of the generator (Blackman and Vigna 2021, Steele and others 2014, Lemire 2019).</remarks>
public sealed class EvaluatorDriftTests
{
    private static readonly double[] Restless = [0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 1, 1, 0, 3, 1, 2];

    [Fact]
    public void The_p_value_counts_1999_other_orders_and_those_as_large()
    {
        EvaluatorDrift drift = EvaluatorDrift.Of(Restless);
        Assert.Equal(27 / 2_000.0, drift.PValue);
        Assert.Null(drift.Since);
        Assert.Equal(8, drift.Baseline);
    }

    [Fact]
    public void A_chance_of_just_one_in_a_hundred_is_a_move()
    {
        EvaluatorDrift drift = EvaluatorDrift.Of([0, 0, 0, 2, 0, 5, 3, 3, 3, 3, 3]);
        Assert.Equal(0.01, drift.PValue);
        Assert.Equal(5, drift.Since);
        Assert.Equal(5, drift.Baseline);
    }

    [Fact]
    public void Where_no_order_moves_less_the_chance_is_one()
    {
        Assert.Equal(1, EvaluatorDrift.Of([1, -1, 1, -1, 1, -1, 1, -1, 1, -1]).PValue);
    }

    [Fact]
    public void A_move_is_dated_to_the_first_session_that_was_not_as_before()
    {
        // The sums go down to -10, stay there for four sessions, and come back.
        EvaluatorDrift drift = EvaluatorDrift.Of([.. Enumerable.Repeat(-1.0, 10), 0, 0, 0, 0, .. Enumerable.Repeat(1.0, 10)]);
        Assert.Equal(1 / 2_000.0, drift.PValue);
        Assert.Equal(10, drift.Since);
    }

    [Theory]
    [InlineData(1e-7)]
    [InlineData(1e-3)]
    [InlineData(1e9)]
    [InlineData(-1)]
    public void The_unit_and_the_sign_of_deviations_change_no_chance(double unit)
    {
        Assert.Equal(27 / 2_000.0, EvaluatorDrift.Of([.. Restless.Select(deviation => unit * deviation)]).PValue);
    }

    [Fact]
    public void Sums_that_only_rounding_tells_apart_are_alike()
    {
        // Tenths with a mean of 0.1, which binary numbers do not add up to: without an allowance 371 orders would be as large.
        Assert.Equal(396 / 2_000.0, EvaluatorDrift.Of([0.3, 0.3, 0, 0.1, 0.2, 0, 0.1, 0, 0, 0]).PValue);
    }

    [Fact]
    public void Sums_are_alike_up_to_a_billionth_of_the_largest_deviation()
    {
        // The largest sum is 1,000,000,006; 197 orders reach 1,000,000,005, a billionth of the first deviation less, and 69 more than that.
        Assert.Equal(198 / 2_000.0, EvaluatorDrift.Of([1e9, 2, 1, 3, -1e9, -1, -2, -3, 0, 0]).PValue);
    }

    [Fact]
    public void The_charts_are_held_against_the_first_half()
    {
        // 2, 6, 4, 2, 6 have a mean of 4 and a deviation of 2: K is 1, and H is 10.
        EvaluatorDrift drift = EvaluatorDrift.Of([2, 6, 4, 2, 6, 12, 4, 9, 4, 12]);
        Assert.Equal([7, 6, 10, 9, 16], drift.Cusum!.Upper.ToArray());
        Assert.Equal([0, 0, 0, 0, 0], drift.Cusum.Lower.ToArray());
        Assert.Equal([new ChartSignal(4, 0, ChartSide.Above)], drift.Cusum.Signals.ToArray());
        Assert.Equal(4, drift.Ewma!.Center);
        Assert.Equal(4.8, drift.Ewma.Points[0].Value, 12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void What_is_no_number_is_refused_however_few_sessions_there_are(int sessions)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => EvaluatorDrift.Of([.. Enumerable.Range(0, sessions - 1), double.NaN]));
        Assert.Equal("a value is a number at most 1e100 from 0 (Parameter 'values')", refused.Message);
    }
}
