using QualityKit.CaseRunner.Json;
using QualityKit.Statistics;

namespace QualityKit.CaseRunner.Statistics;

/// <summary>Control charts and their run lengths.</summary>
internal static class ChartCases
{
    // As the NIST/SEMATECH e-Handbook rounds the mean range of two values.
    private const double PrintedD2 = 1.128;

    public static Comparison Values(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "values");
        double[] values = StatisticInput.Numbers(published.Input, "values");
        ControlChart chart = ControlChart.OfValues(values);
        double? margin = 3 * MovingRange.Mean(values) / PrintedD2;
        return new StatisticResults
        {
            ["mean"] = chart.Center,
            ["meanMovingRange"] = MovingRange.Mean(values),
            ["upperNist"] = chart.Center + margin,
            ["lowerNist"] = chart.Center - margin,
            ["upper"] = chart.Points.Select(point => (double?)point.Upper).FirstOrDefault(),
            ["lower"] = chart.Points.Select(point => (double?)point.Lower).FirstOrDefault(),
            ["movingRangeUpper"] = MovingRange.Upper(values),
        }.AddStatus(chart.Status).Compare(published);
    }

    public static Comparison Shares(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "defectives", "sampleSize");
        double size = published.Input.RequiredMember("sampleSize").GetDouble();
        ControlChart chart = ControlChart.OfShares([.. StatisticInput.Numbers(published.Input, "defectives").Select(failed => SampleShare.Of((long)failed, (long)size))]);
        return new StatisticResults
        {
            ["center"] = chart.Center,
            ["upper"] = chart.Points[0].Upper,
            ["lower"] = chart.Points[0].Lower,
            ["outOfControl"] = Positions(chart.Signals),
        }.Compare(published);
    }

    public static Comparison SharesOfSizes(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "defectives", "sampleSizes");
        ControlChart chart = ControlChart.OfShares([.. StatisticInput.Numbers(published.Input, "defectives").Zip(
            StatisticInput.Numbers(published.Input, "sampleSizes"), (failed, size) => SampleShare.Of((long)failed, (long)size))]);
        return new StatisticResults
        {
            ["center"] = chart.Center,
            ["upper"] = chart.Points.Select(point => point.Upper),
            ["lower"] = chart.Points.Select(point => point.Lower),
            ["outOfControl"] = Positions(chart.Signals),
        }.Compare(published);
    }

    public static Comparison Cusum(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "values", "target", "K", "H");
        CusumChart chart = CusumChart.Of(StatisticInput.Numbers(published.Input, "values"), Number(published, "target"), Number(published, "K"), Number(published, "H"));
        return new StatisticResults
        {
            ["upper"] = chart.Upper,
            ["lower"] = chart.Lower,
            ["upperRun"] = chart.UpperRun,
            ["lowerRun"] = chart.LowerRun,
            ["signals"] = Positions(chart.Signals),
        }.Compare(published);
    }

    public static Comparison Ewma(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "values", "lambda_", "target", "sigma", "L");
        (double target, double sigma, double lambda, double width) = (Number(published, "target"), Number(published, "sigma"), Number(published, "lambda_"), Number(published, "L"));
        ControlChart chart = ControlChart.Ewma(StatisticInput.Numbers(published.Input, "values"), target, sigma, lambda, width);
        double steady = width * sigma * Math.Sqrt(lambda / (2 - lambda));
        return new StatisticResults
        {
            ["ewma"] = chart.Points.Select(point => point.Value),
            ["upperSteady"] = target + steady,
            ["lowerSteady"] = target - steady,
            ["upper"] = chart.Points.Select(point => point.Upper),
            ["lower"] = chart.Points.Select(point => point.Lower),
            ["outOfControl"] = Positions(chart.Signals),
        }.Compare(published);
    }

    public static Comparison CusumLength(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "k", "h", "shifts", "sided");
        double[] shifts = StatisticInput.Numbers(published.Input, "shifts");
        return new StatisticResults
        {
            ["arl"] = StatisticInput.Numbers(published.Input, "h").Select(h => shifts.Select(shift => AverageRunLength.Cusum(Number(published, "k"), h, shift))),
        }.Compare(published);
    }

    public static Comparison EwmaLength(Case published, Setting setting)
    {
        published.Input.OnlyHas("input", "lambda_", "L", "shifts");
        return new StatisticResults
        {
            ["arl"] = StatisticInput.Numbers(published.Input, "shifts").Select(shift => AverageRunLength.Ewma(Number(published, "lambda_"), Number(published, "L"), shift)),
        }.Compare(published);
    }

    private static double Number(Case published, string name) => published.Input.RequiredMember(name).GetDouble();

    private static IEnumerable<int> Positions(IEnumerable<ChartSignal> signals) => signals.Select(signal => signal.Position + 1);
}
