using System.Globalization;

namespace QualityKit.StatisticsBenchmark;

/// <summary>Times of two contestants, measured in turn; their ratio is that of each pair, so that a busy machine slows both.</summary>
internal static class Pairs
{
    public static void Print(string what, string peer, int rounds, Func<(double Milliseconds, double Value)> ours, Func<(double Milliseconds, double Value)> theirs)
    {
        ours();
        theirs();
        var mine = new List<double>();
        var other = new List<double>();
        (double a, double b) = (0, 0);
        for (int i = 0; i < rounds; i++)
        {
            (double time, a) = ours();
            mine.Add(time);
            (time, b) = theirs();
            other.Add(time);
        }

        double[] ratios = [.. mine.Zip(other, (own, their) => their / own).Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {peer} | {Median(mine):0.0} ms | {Median(other):0.0} ms | {ratios[ratios.Length / 2]:0.0} ({ratios[0]:0.0} to {ratios[^1]:0.0}) | {a:R} | {b:R} |"));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
