using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

/// <summary>Run lengths in the cases where they are known, and drops against an agent's own baseline.</summary>
public sealed class RunLengthTests
{
    // The run is geometric: its length is 1 over the chance of a value outside.
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(2, 1)]
    [InlineData(3, -0.5)]
    public void A_chart_of_single_values_ends_at_the_first_one_outside(double sigmas, double shift)
    {
        double outside = NormalDistribution.Upper(sigmas - shift) + NormalDistribution.Lower(-sigmas - shift);
        Assert.Equal(1 / outside, AverageRunLength.Shewhart(sigmas, shift)!.Value, 1e-12 / outside);
    }

    [Fact]
    public void Where_every_value_signals_the_length_is_1()
    {
        Assert.Equal(1.0, AverageRunLength.Shewhart(0.5, 12));
        Assert.Equal(1.0, AverageRunLength.Cusum(0, 0.5, 10)!.Value, 1e-12);
        Assert.Equal(1.0, AverageRunLength.Ewma(1, 0.5, 10)!.Value, 1e-12);
    }

    [Fact]
    public void A_cusum_with_a_decision_of_next_to_nothing_judges_every_value_alone()
    {
        // Both sides start anew after each value that is not above K, so the chance of a signal is 2 Q(K), or Q(K - d) + Q(K + d).
        double decision = 1e-13;
        Assert.Equal(1 / (2 * NormalDistribution.Upper(1.5)), AverageRunLength.Cusum(1.5, decision)!.Value, 1e-9);
        Assert.Equal(1 / (NormalDistribution.Upper(0.7) + NormalDistribution.Upper(2.3)), AverageRunLength.Cusum(1.5, decision, 0.8)!.Value, 1e-9);
    }

    [Fact]
    public void A_shift_to_either_side_is_found_as_quickly()
    {
        Assert.Equal(AverageRunLength.Ewma(0.2, 2.7, 0.75)!.Value, AverageRunLength.Ewma(0.2, 2.7, -0.75)!.Value, 1e-9);
        Assert.Equal(AverageRunLength.Cusum(0.4, 3, 0.75)!.Value, AverageRunLength.Cusum(0.4, 3, -0.75)!.Value, 1e-9);
        Assert.Equal(AverageRunLength.Shewhart(2.2, 0.75)!.Value, AverageRunLength.Shewhart(2.2, -0.75)!.Value, 1e-12);
    }

    [Fact]
    public void Lengths_that_drown_in_rounding_are_none()
    {
        Assert.Null(AverageRunLength.Shewhart(6.2));
        Assert.Equal(1 / (2 * NormalDistribution.Upper(6)), AverageRunLength.Shewhart(6)!.Value, 1e-3);
        Assert.Null(AverageRunLength.Shewhart(50));
        Assert.Null(AverageRunLength.Ewma(1, 10));
        Assert.Null(AverageRunLength.Cusum(10, 2));
        Assert.Null(DropWatch.FalseAlarm(10, 2));
    }

    [Fact]
    public void An_argument_of_a_run_length_that_is_out_of_its_range_is_refused_by_name()
    {
        foreach (double wrong in new[] { 0, -1, double.NaN, double.PositiveInfinity })
        {
            Refused("sigmas", "a number above 0 is needed", () => AverageRunLength.Shewhart(wrong));
            Refused("decision", "a number above 0 is needed", () => AverageRunLength.Cusum(0.5, wrong));
            Refused("width", "a number above 0 is needed", () => AverageRunLength.Ewma(0.1, wrong));
        }

        foreach (double wrong in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            Refused("shift", "a finite number is needed", () => AverageRunLength.Shewhart(3, wrong));
        }

        foreach (double wrong in new[] { -10.001, 10.001, double.NaN })
        {
            Refused("shift", "a number of -10 to 10 is needed", () => AverageRunLength.Cusum(0.5, 4, wrong));
            Refused("shift", "a number of -10 to 10 is needed", () => AverageRunLength.Ewma(0.1, 3, wrong));
        }

        Refused("allowance", "a number of 0 to 10 is needed", () => AverageRunLength.Cusum(-0.001, 4));
        Refused("allowance", "a number of 0 to 10 is needed", () => AverageRunLength.Cusum(10.001, 4));
        Refused("decision", "a number of 0 to 50 is needed", () => AverageRunLength.Cusum(0.5, 50.001));
        Refused("width", "a number of 0 to 10 is needed", () => AverageRunLength.Ewma(0.1, 10.001));
        Refused("lambda", "a number of 0.01 to 1 is needed", () => AverageRunLength.Ewma(0.0099, 3));
        Refused("lambda", "a number of 0.01 to 1 is needed", () => AverageRunLength.Ewma(1.001, 3));
    }

    [Fact]
    public void A_drop_is_measured_in_deviations_of_the_agents_own_baseline()
    {
        // A mean of 80 and a deviation of 4: with K = 1 and H = 2 in deviations, a sum of what is below 76 that exceeds 8.
        IReadOnlyList<double> scores = [76, 80, 84, 80, 72, 73, 71, 79];
        AgentDrop drop = Assert.Single(DropWatch.Of(new Dictionary<string, IReadOnlyList<double>> { ["Ada"] = scores }, 3, 1, 2));
        Assert.Equal(("Ada", EstimateStatus.Ok, 80, 4, 6), (drop.Agent, drop.Status, drop.Before, drop.Since, drop.NoticedAt));
        Assert.Equal((72 + 73 + 71 + 79) / 4.0, drop.After);

        // Sums of 4, 7 and 12: at H = 3 deviations the last just reaches it.
        drop = Assert.Single(DropWatch.Of(new Dictionary<string, IReadOnlyList<double>> { ["Ada"] = scores }, 3, 1, 3));
        Assert.Equal((EstimateStatus.Ok, 80, null, null, null), (drop.Status, drop.Before, drop.After, drop.Since, drop.NoticedAt));
    }

    [Fact]
    public void A_watch_refuses_what_makes_no_sense_even_without_an_agent()
    {
        var nobody = new Dictionary<string, IReadOnlyList<double>>();
        Assert.Empty(DropWatch.Of(nobody, 2, 0, 0.1));
        Refused("baseline", "greater than or equal to '2'", () => DropWatch.Of(nobody, 1));
        Refused("allowance", "0 or more", () => DropWatch.Of(nobody, 30, -0.001));
        Refused("allowance", "0 or more", () => DropWatch.Of(nobody, 30, double.NaN));
        Refused("decision", "above 0", () => DropWatch.Of(nobody, 30, 0.5, 0));
    }

    private static void Refused(string name, string words, Func<object?> call)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(call);
        Assert.Equal(name, error.ParamName);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }
}
