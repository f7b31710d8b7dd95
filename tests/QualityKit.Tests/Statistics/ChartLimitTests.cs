using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>The limits of charts, worked out from their definitions, and what lies just on them.</summary>
public sealed class ChartLimitTests
{
    private static readonly double[] Wave = [10.5, 12, 9, 13.5, 14, 15, 13, 16, 15.5];

    [Fact]
    public void A_point_on_a_limit_is_within()
    {
        Assert.Equal(ChartSide.Within, new ChartPoint(-2, -2, 5).Side);
        Assert.Equal(ChartSide.Within, new ChartPoint(5, -2, 5).Side);
        Assert.Equal(ChartSide.Within, new ChartPoint(0, -2, 5).Side);
        Assert.Equal(ChartSide.Below, new ChartPoint(-2.001, -2, 5).Side);
        Assert.Equal(ChartSide.Above, new ChartPoint(5.001, -2, 5).Side);
    }

    // Written out, the average is a sum of all values with weights that fall geometrically, and its variance the sum of their squares.
    [Theory]
    [InlineData(0.25, 3, 2, 10)]
    [InlineData(0.4, 1.5, 0.5, 12)]
    [InlineData(1, 2, 3, -1)]
    public void An_ewma_is_the_sum_of_all_values_with_falling_weights(double lambda, double width, double sigma, double target)
    {
        ControlChart chart = ControlChart.Ewma(Wave, target, sigma, lambda, width);
        Assert.Equal(EstimateStatus.Ok, chart.Status);
        Assert.Equal(target, chart.Center);
        Assert.Equal(Wave.Length, chart.Points.Length);
        List<(int, ChartSide)> outside = [];
        for (int i = 0; i < Wave.Length; i++)
        {
            double[] weights = [.. Enumerable.Range(0, i + 1).Select(j => lambda * Math.Pow(1 - lambda, i - j))];
            double average = target + weights.Select((weight, j) => weight * (Wave[j] - target)).Sum();
            double margin = width * sigma * Math.Sqrt(weights.Sum(weight => weight * weight));
            Assert.Equal(average, chart.Points[i].Value, 1e-12);
            Assert.Equal(target - margin, chart.Points[i].Lower, 1e-12);
            Assert.Equal(target + margin, chart.Points[i].Upper, 1e-12);
            if (Math.Abs(average - target) > margin)
            {
                outside.Add((i, average > target ? ChartSide.Above : ChartSide.Below));
            }
        }

        Assert.NotEmpty(outside);
        Assert.Equal(outside, chart.Signals.Select(signal => (signal.Position, signal.Side)));
    }

    [Fact]
    public void A_change_begins_anew_where_the_average_is_back_on_its_target()
    {
        // The averages are 4, 0 and 50; the limits at most 3 sqrt(1/3).
        ControlChart chart = ControlChart.Ewma([8, -4, 100], 0, 1, 0.5, 3);
        Assert.Equal([new ChartSignal(0, 0, ChartSide.Above), new ChartSignal(2, 2, ChartSide.Above)], chart.Signals.ToArray());
        Assert.Null(chart.Drop);

        // 4, 2, -5, -7.5: below since the third value.
        ChartSignal drop = new(2, 2, ChartSide.Below);
        chart = ControlChart.Ewma([8, 0, -12, -10], 0, 1, 0.5, 3);
        Assert.Equal(drop, chart.Drop);
        Assert.Equal(new ChartSignal(3, 2, ChartSide.Below), chart.Signals[^1]);
    }

    [Fact]
    public void An_ewma_of_nothing_has_no_center()
    {
        ControlChart chart = ControlChart.Ewma([], 80, 1);
        Assert.Equal(EstimateStatus.InsufficientData, chart.Status);
        Assert.Null(chart.Center);
        Assert.Empty(chart.Points);
        Assert.Empty(chart.Signals);
        Assert.Null(chart.Drop);
    }

    [Fact]
    public void Limits_of_shares_are_cut_off_at_0_and_1()
    {
        // 9 of 10, 18 of 20 and 21 of 30 set the limits: p = 0.8.
        ControlChart chart = ControlChart.OfShares([SampleShare.Of(9, 10), SampleShare.Of(18, 20), SampleShare.Of(21, 30), SampleShare.Of(20, 100), SampleShare.Of(399, 400)], 2, 3);
        Assert.Equal(EstimateStatus.Ok, chart.Status);
        Assert.Equal(0.8, chart.Center!.Value, 1e-15);
        double[] trials = [10, 20, 30, 100, 400];
        for (int i = 0; i < trials.Length; i++)
        {
            Assert.Equal(0.8 - (2 * 0.4 / Math.Sqrt(trials[i])), chart.Points[i].Lower, 1e-14);
            Assert.Equal(Math.Min(1, 0.8 + (2 * 0.4 / Math.Sqrt(trials[i]))), chart.Points[i].Upper, 1e-14);
        }

        Assert.Equal([new ChartSignal(3, 3, ChartSide.Below), new ChartSignal(4, 4, ChartSide.Above)], chart.Signals.ToArray());
        Assert.Equal(chart.Signals[0], chart.Drop);
        ControlChart rare = ControlChart.OfShares([SampleShare.Of(1, 10), SampleShare.Of(3, 10)]);
        Assert.Equal((0, 0.2), (rare.Points[1].Lower, rare.Center));
        Assert.Equal(0.2 + (3 * 0.4 / Math.Sqrt(10)), rare.Points[1].Upper, 1e-14);
        Assert.Null(rare.Drop);
    }

    [Fact]
    public void Limits_of_values_are_the_mean_and_so_many_times_the_mean_moving_range()
    {
        // The first four values: mean 11.25; ranges 1.5, 3 and 4.5.
        ControlChart chart = ControlChart.OfValues(Wave, 2, 4);
        Assert.Equal(11.25, chart.Center);
        Assert.Equal(11.25 - (2 * 3 * Math.Sqrt(Math.PI) / 2), chart.Points[8].Lower, 1e-13);
        Assert.Equal(11.25 + (2 * 3 * Math.Sqrt(Math.PI) / 2), chart.Points[0].Upper, 1e-13);
        Assert.Empty(chart.Signals);
        Assert.Equal([4, 5, 7, 8], ControlChart.OfValues(Wave, 1, 4).Signals.Select(signal => signal.Position));
        Assert.Equal(EstimateStatus.Ok, ControlChart.OfValues([1, 2]).Status);
    }

    [Fact]
    public void A_moving_range_has_a_mean_and_a_limit()
    {
        Assert.Equal(2 / Math.Sqrt(Math.PI), MovingRange.D2);
        Assert.Equal(4, MovingRange.Mean([3, 7]));
        Assert.Equal(3, MovingRange.Mean([10.5, 12, 9, 13.5]));
        Assert.Null(MovingRange.Mean([3]));
        Assert.Null(MovingRange.Upper([3]));

        // D4 = 1 + 3 d3 / d2 for two values, of which Montgomery (2020) prints 3.267 in appendix VI; d3 / d2 is sqrt(pi / 2 - 1).
        Assert.Equal(4 * (1 + (3 * Math.Sqrt((Math.PI / 2) - 1))), MovingRange.Upper([3, 7])!.Value, 1e-13);
        Assert.Equal(3.267, MovingRange.Upper([3, 4])!.Value, 5e-4);
    }

    [Fact]
    public void A_sum_that_just_reaches_the_decision_is_no_signal()
    {
        // Above 1 + 0.5: 0.5, 2, 3, 0. Below 1 - 0.5: 0, 0, 0, 3, 5.5.
        CusumChart chart = CusumChart.Of([2, 3, 2.5, -2.5, -2], 1, 0.5, 3);
        Assert.Equal([0.5, 2, 3, 0, 0], chart.Upper.ToArray());
        Assert.Equal([0, 0, 0, 3, 5.5], chart.Lower.ToArray());
        Assert.Equal([1, 2, 3, 0, 0], chart.UpperRun.ToArray());
        Assert.Equal([0, 0, 0, 1, 2], chart.LowerRun.ToArray());
        Assert.Equal([new ChartSignal(4, 3, ChartSide.Below)], chart.Signals.ToArray());
        Assert.Equal(new ChartSignal(4, 3, ChartSide.Below), chart.Drop);
        chart = CusumChart.Of([2, 3, 2.5, -2.5, -2], 1, 0.5, 2.5);
        Assert.Equal([new ChartSignal(2, 0, ChartSide.Above), new ChartSignal(3, 3, ChartSide.Below), new ChartSignal(4, 3, ChartSide.Below)], chart.Signals.ToArray());
        Assert.Null(CusumChart.Of([2, 3], 1, 0.5, 1).Drop);
        Assert.Equal([1, 3], CusumChart.Of([2, 3], 1, 0, 5).Upper.ToArray());
    }

    [Fact]
    public void An_argument_of_a_chart_that_is_out_of_its_range_is_refused_by_name()
    {
        SampleShare[] periods = [SampleShare.Of(1, 2), SampleShare.Of(3, 4)];
        foreach (double wrong in new[] { 0, -1, double.NaN, double.PositiveInfinity })
        {
            Refused("sigmas", "above 0", () => ControlChart.OfShares(periods, wrong));
            Refused("sigmas", "above 0", () => ControlChart.OfValues(Wave, wrong));
            Refused("sigma", "above 0", () => ControlChart.Ewma(Wave, 10, wrong));
            Refused("lambda", "above 0", () => ControlChart.Ewma(Wave, 10, 1, wrong));
            Refused("width", "above 0", () => ControlChart.Ewma(Wave, 10, 1, 0.1, wrong));
            Refused("decision", "above 0", () => CusumChart.Of(Wave, 10, 1, wrong));
        }

        foreach (double wrong in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            Refused("target", "a finite number is needed", () => ControlChart.Ewma(Wave, wrong, 1));
            Refused("target", "a finite number is needed", () => CusumChart.Of(Wave, wrong, 1, 5));
        }

        Refused("lambda", "0 to 1", () => ControlChart.Ewma(Wave, 10, 1, 1.001));
        Refused("allowance", "0 or more", () => CusumChart.Of(Wave, 10, -0.001, 5));
        Refused("allowance", "finite", () => CusumChart.Of(Wave, 10, double.PositiveInfinity, 5));
        Refused("baseline", "non-negative", () => ControlChart.OfShares(periods, 3, -1));
        Refused("baseline", "non-negative", () => ControlChart.OfValues(Wave, 3, -1));
        Assert.Equal(EstimateStatus.InsufficientData, ControlChart.OfValues(Wave, 3, 0).Status);
    }

    [Fact]
    public void A_value_or_a_period_that_cannot_be_charted_is_refused_with_the_reason()
    {
        foreach (double wrong in new[] { double.NaN, double.PositiveInfinity, -1.1e100 })
        {
            double[] values = [1, 2, wrong];
            Unusable(() => ControlChart.OfValues(values, 3, 2));
            Unusable(() => ControlChart.Ewma(values, 1, 1));
            Unusable(() => CusumChart.Of(values, 1, 1, 5));
            Unusable(() => MovingRange.Mean(values));
            Unusable(() => DropWatch.Of(new Dictionary<string, IReadOnlyList<double>> { ["Ada"] = [80, 80, wrong] }, 2));
        }

        ArgumentException error = Assert.Throws<ArgumentException>(() => ControlChart.OfShares([SampleShare.Of(1, 2), SampleShare.Of(0, 0)]));
        Assert.Equal("periods", error.ParamName);
        Assert.Contains("leave empty ones out", error.Message, StringComparison.Ordinal);

        static void Unusable(Func<object?> call)
        {
            ArgumentException error = Assert.Throws<ArgumentException>(call);
            Assert.Equal("values", error.ParamName);
            Assert.Contains("at most 1e100 from 0", error.Message, StringComparison.Ordinal);
        }
    }

    private static void Refused(string name, string words, Func<object?> call)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(call);
        Assert.Equal(name, error.ParamName);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }
}
