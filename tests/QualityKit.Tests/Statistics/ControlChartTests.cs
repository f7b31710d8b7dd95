using QualityKit.Reference.Statistics;
using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

/// <summary>Control charts: what they see, since when, and how often they are wrong.</summary>
public sealed class ControlChartTests
{
    [Theory]
    [InlineData(0.5, 4, 168, 8.38)]
    [InlineData(0.5, 5, 465, 10.4)]
    public void A_cusum_runs_as_long_as_Montgomery_prints(double allowance, double decision, double without, double with)
    {
        Assert.Equal(without, AverageRunLength.Cusum(allowance, decision)!.Value, 0.5);
        Assert.Equal(with, AverageRunLength.Cusum(allowance, decision, 1)!.Value, 0.05);
        Assert.Equal(AverageRunLength.Cusum(allowance, decision, 1)!.Value, AverageRunLength.Cusum(allowance, decision, -1)!.Value, 1e-9);
    }

    [Theory]
    [InlineData(0.25, 3, 0)]
    [InlineData(0.5, 2, 0.5)]
    [InlineData(1, 1, 0.5)]
    public void A_cusum_runs_as_long_as_its_Markov_chain(double allowance, double decision, double shift)
    {
        double chain = 1 / ((1 / ChainRunLength.Cusum(allowance, decision, shift, NormalDistribution.Lower)) + (1 / ChainRunLength.Cusum(allowance, decision, -shift, NormalDistribution.Lower)));
        Assert.InRange(AverageRunLength.Cusum(allowance, decision, shift)!.Value / chain, 0.997, 1.003);
    }

    [Theory]
    [InlineData(0.1, 2, 0)]
    [InlineData(0.25, 2.5, 0.5)]
    [InlineData(0.75, 2.5, 1)]
    public void An_ewma_runs_as_long_as_its_Markov_chain(double lambda, double width, double shift)
    {
        double chain = ChainRunLength.Ewma(lambda, width, shift, NormalDistribution.Lower);
        Assert.InRange(AverageRunLength.Ewma(lambda, width, shift)!.Value / chain, 0.997, 1.003);
    }

    [Fact]
    public void An_ewma_of_the_newest_value_alone_is_a_chart_of_single_values()
    {
        foreach (double shift in new[] { 0, 0.5, -2 })
        {
            Assert.Equal(AverageRunLength.Shewhart(3, shift)!.Value, AverageRunLength.Ewma(1, 3, shift)!.Value, 1e-8);
        }

        // Montgomery (2020), section 5.3.3: 370 and, for one standard deviation, 43.9.
        Assert.Equal(370.4, AverageRunLength.Shewhart(3)!.Value, 0.05);
        Assert.Equal(43.9, AverageRunLength.Shewhart(3, 1)!.Value, 0.05);
    }

    [Fact]
    public void A_run_length_beyond_the_method_is_none_and_never_a_wrong_one()
    {
        Assert.Null(AverageRunLength.Cusum(5, 50));
        Assert.Null(AverageRunLength.Ewma(0.1, 10));
        Assert.Null(AverageRunLength.Shewhart(40));
        Assert.InRange(AverageRunLength.Cusum(0.5, 20, 1)!.Value, 35, 45);
        Assert.InRange(AverageRunLength.Ewma(0.01, 2.8)!.Value, 500, 5000);
        double before = 0;
        for (double decision = 0.5; decision < 12; decision += 0.5)
        {
            double length = AverageRunLength.Cusum(0.5, decision)!.Value;
            Assert.True(length > before);
            before = length;
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => AverageRunLength.Cusum(0.5, 51));
        Assert.Throws<ArgumentOutOfRangeException>(() => AverageRunLength.Ewma(0.001, 3));
    }

    [Fact]
    public void A_drop_is_seen_and_dated_by_every_chart()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(i => 80 + (i % 2 == 0 ? 2 : -2) - (i >= 30 ? 9.0 : 0))];
        ControlChart single = ControlChart.OfValues(values, 3, 30);
        Assert.Equal(80, single.Center);
        Assert.Equal(4 * 3 / MovingRange.D2, single.Points[0].Upper - 80, 1e-12);
        Assert.Equal(new ChartSignal(31, 31, ChartSide.Below), single.Drop);
        ControlChart ewma = ControlChart.Ewma(values, 80, 2);

        // The average had crossed the target one value earlier, which was a low one.
        Assert.Equal(29, ewma.Drop!.Value.Since);
        CusumChart cusum = CusumChart.Of(values, 80, 2, 10);
        Assert.Equal(new ChartSignal(31, 30, ChartSide.Below), cusum.Drop);
        Assert.All(cusum.Signals, signal => Assert.Equal(30, signal.Since));
        ControlChart shares = ControlChart.OfShares([.. Enumerable.Range(0, 12).Select(i => SampleShare.Of(i == 9 ? 60 : 90, 100))], baseline: 8);
        Assert.Equal(new ChartSignal(9, 9, ChartSide.Below), shares.Drop);
        Assert.Equal(0.9, shares.Center);
        Assert.Equal(0.9 - (3 * 0.03), shares.Points[0].Lower, 1e-12);
        Assert.Equal(0.9 + (3 * 0.03), shares.Points[0].Upper, 1e-12);
    }

    [Fact]
    public void Values_turned_around_turn_the_signals_around()
    {
        double[] values = [1, 2, -1, 0, 1, 5, 6, 5, 7, 6];
        ChartSignal[] up = [.. CusumChart.Of(values, 0, 0.5, 4).Signals];
        ChartSignal[] down = [.. CusumChart.Of([.. values.Select(value => -value)], 0, 0.5, 4).Signals];
        Assert.NotEmpty(up);
        Assert.Equal(up.Select(signal => (signal.Position, signal.Since)), down.Select(signal => (signal.Position, signal.Since)));
        Assert.All(up, signal => Assert.Equal(ChartSide.Above, signal.Side));
        Assert.All(down, signal => Assert.Equal(ChartSide.Below, signal.Side));
        Assert.Equal(
            ControlChart.Ewma(values, 0, 1).Signals.Select(signal => (signal.Position, signal.Since)),
            ControlChart.Ewma([.. values.Select(value => -value)], 0, 1).Signals.Select(signal => (signal.Position, signal.Since)));
    }

    [Fact]
    public void A_chart_without_limits_says_why()
    {
        Assert.Equal(EstimateStatus.InsufficientData, ControlChart.OfValues([80]).Status);
        Assert.Equal(EstimateStatus.InsufficientData, ControlChart.OfValues([80, 90, 70], 3, 1).Status);
        Assert.Equal(EstimateStatus.NoVariation, ControlChart.OfValues([80, 80, 70], 3, 2).Status);
        Assert.Equal(EstimateStatus.InsufficientData, ControlChart.OfShares([SampleShare.Of(1, 2)]).Status);
        Assert.Equal(EstimateStatus.NoVariation, ControlChart.OfShares([SampleShare.Of(2, 2), SampleShare.Of(5, 5)]).Status);
        Assert.Equal(EstimateStatus.InsufficientData, ControlChart.Ewma([], 80, 1).Status);
        Assert.Null(MovingRange.Mean([80]));
        Assert.Null(MovingRange.Upper([80]));
        Assert.Empty(CusumChart.Of([], 80, 1, 5).Signals);
        Assert.Throws<ArgumentException>(() => ControlChart.OfShares([SampleShare.Of(0, 0), SampleShare.Of(1, 2)]));
        Assert.Throws<ArgumentException>(() => ControlChart.OfValues([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ControlChart.Ewma([1], 0, 1, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => CusumChart.Of([1], 0, 1, 0));
    }

    [Fact]
    public void Who_dropped_comes_first_with_the_day_it_began()
    {
        double[] usual = [.. Enumerable.Range(0, 30).Select(i => 80.0 + (i % 2 == 0 ? 3 : -3))];
        IReadOnlyList<AgentDrop> drops = DropWatch.Of(new Dictionary<string, IReadOnlyList<double>>
        {
            ["Ada"] = [.. usual, .. usual],
            ["Ben"] = [.. usual, .. usual.Take(5), 70, 71, 69, 70, 70, 70],
            ["Cem"] = usual,
            ["Dee"] = [.. usual.Select(_ => 80.0), 10],
            ["Eve"] = [.. usual, .. usual.Take(5), 50, 50, 50],
        });
        Assert.Equal(["Eve", "Ben", "Ada", "Cem", "Dee"], drops.Select(drop => drop.Agent));
        Assert.Equal((80, 70, 35), (drops[1].Before, drops[1].After, drops[1].Since));
        Assert.InRange(drops[1].NoticedAt!.Value, 36, 39);
        Assert.Null(drops[2].Since);
        Assert.Equal([EstimateStatus.InsufficientData, EstimateStatus.NoVariation], drops.Skip(3).Select(drop => drop.Status));
        Assert.Equal(930.9, DropWatch.FalseAlarm()!.Value, 0.05);
    }

    [Fact]
    public void The_stated_false_alarm_rate_is_what_comes_out_of_chance()
    {
        var random = new Random(GeneratedRatings.Seed);
        const int runs = 1500;
        double total = 0;
        for (int run = 0; run < runs; run++)
        {
            (double upper, double lower) = (0, 0);
            while (upper <= 3 && lower <= 3)
            {
                double value = NormalDistribution.Quantile(Math.Max(1e-15, random.NextDouble()));
                upper = Math.Max(0, upper + value - 0.5);
                lower = Math.Max(0, lower - value - 0.5);
                total++;
            }
        }

        // A run length is about geometric, so its error is the length over the root of the runs; five of them.
        double stated = AverageRunLength.Cusum(0.5, 3)!.Value;
        Assert.True(Math.Abs((total / runs) - stated) < 5 * stated / Math.Sqrt(runs), $"QUALITYKIT_SEED={GeneratedRatings.Seed} {total / runs} and not {stated}");
    }
}
