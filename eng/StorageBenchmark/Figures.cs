namespace QualityKit.StorageBenchmark;

/// <summary>Prints what was measured: the medians of both sides, and the ratio pair by pair.</summary>
internal static class Figures
{
    public static void Head(string peer)
    {
        Console.WriteLine($"| store | ours, median | {peer}, median | ratio of pairs: median | lowest | highest |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
    }

    public static void Row(string name, IReadOnlyList<(double Ours, double Peer)> pairs, string unit)
    {
        double[] ratios = [.. pairs.Select(pair => pair.Ours / pair.Peer).Order()];
        Console.WriteLine(
            $"| {name} | {Median(pairs.Select(pair => pair.Ours)):N1} {unit} | {Median(pairs.Select(pair => pair.Peer)):N1} {unit} | {Median(ratios):N2} | {ratios[0]:N2} | {ratios[^1]:N2} |");
    }

    public static double Median(IEnumerable<double> values) => At(values, 0.5);

    public static double At(IEnumerable<double> values, double share)
    {
        double[] ordered = [.. values.Order()];
        return ordered[(int)Math.Round((ordered.Length - 1) * share)];
    }
}
