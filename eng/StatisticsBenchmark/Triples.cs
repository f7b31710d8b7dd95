namespace QualityKit.StatisticsBenchmark;

/// <summary>Ratings of units by raters on five steps, 30 % missing, made from a seed.</summary>
internal sealed class Triples
{
    public const int Categories = 5;

    private const double Missing = 0.3;

    private Triples(int unitCount, int[] units, byte[] values)
    {
        UnitCount = unitCount;
        Units = units;
        Values = values;
    }

    public int UnitCount { get; }

    public int[] Units { get; }

    public byte[] Values { get; }

    /// <summary>Unit after unit, as they are stored by interaction, or rater after rater.</summary>
    public static Triples Make(int units, int raters, bool byRater)
    {
        var random = new Random(20260);
        int[] truths = [.. Enumerable.Range(0, units).Select(_ => random.Next(Categories))];
        var places = new List<int>(units * raters);
        var values = new List<byte>(units * raters);
        (int outer, int inner) = byRater ? (raters, units) : (units, raters);
        for (int i = 0; i < outer; i++)
        {
            for (int j = 0; j < inner; j++)
            {
                if (random.NextDouble() >= Missing)
                {
                    int unit = byRater ? j : i;
                    places.Add(unit);
                    values.Add((byte)Math.Clamp(truths[unit] + random.Next(-1, 2), 0, Categories - 1));
                }
            }
        }

        return new Triples(units, [.. places], [.. values]);
    }

    /// <summary>For peers in other languages: 32-bit units, then 8-bit values.</summary>
    public void Write(string folder)
    {
        File.WriteAllBytes(Path.Combine(folder, "units.i32"), System.Runtime.InteropServices.MemoryMarshal.AsBytes(Units.AsSpan()));
        File.WriteAllBytes(Path.Combine(folder, "values.u8"), Values);
    }
}
