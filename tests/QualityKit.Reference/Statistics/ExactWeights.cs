namespace QualityKit.Reference.Statistics;

/// <summary>How much two categories agree, 1 for the same (Gwet 2014, table 3.1).</summary>
public static class ExactWeights
{
    public static ExactNumber[,] Identity(IReadOnlyList<ExactNumber> x) => Table(x, (k, l) => k == l ? ExactNumber.One : ExactNumber.Zero);

    public static ExactNumber[,] Linear(IReadOnlyList<ExactNumber> x) => Table(x, (k, l) => ExactNumber.One - ((x[k] - x[l]).Abs() / Range(x)));

    public static ExactNumber[,] Quadratic(IReadOnlyList<ExactNumber> x) =>
        Table(x, (k, l) => ExactNumber.One - ((x[k] - x[l]) * (x[k] - x[l]) / (Range(x) * Range(x))));

    public static ExactNumber[,] Ordinal(IReadOnlyList<ExactNumber> x) => Table(x, (k, l) =>
    {
        long steps = Math.Abs(k - l);
        long q = x.Count;
        return ExactNumber.One - ExactNumber.Of(steps * (steps + 1), q * (q - 1));
    });

    private static ExactNumber Range(IReadOnlyList<ExactNumber> x) => x.Aggregate(ExactNumber.Max) - x.Aggregate(ExactNumber.Min);

    private static ExactNumber[,] Table(IReadOnlyList<ExactNumber> x, Func<int, int, ExactNumber> weight)
    {
        ArgumentNullException.ThrowIfNull(x);
        var table = new ExactNumber[x.Count, x.Count];
        for (var k = 0; k < x.Count; k++)
        {
            for (var l = 0; l < x.Count; l++)
            {
                table[k, l] = weight(k, l);
            }
        }

        return table;
    }
}
