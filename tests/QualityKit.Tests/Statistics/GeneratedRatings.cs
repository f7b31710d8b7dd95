using QualityKit.Reference;
using QualityKit.Reference.Statistics;
using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>Ratings made from a seed, as the library and as the reference take them.</summary>
internal sealed class GeneratedRatings
{
    private GeneratedRatings(int?[][] cells, double[] values)
    {
        Cells = cells;
        Values = values;
    }

    /// <summary>The seed to print where a test fails; <c>QUALITYKIT_SEED</c> repeats it.</summary>
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("QUALITYKIT_SEED"), out int seed) ? seed : Environment.TickCount & 0xFFFFFF;

    /// <summary>The positions of categories, units by raters.</summary>
    public int?[][] Cells { get; }

    public double[] Values { get; }

    public RatingScale Scale => RatingScale.Of(Values);

    public Ratings Ratings => Ratings.FromRows(Cells.Select(row => row.Select(cell => cell is { } k ? Values[k] : (double?)null).ToArray()), Scale).Value;

    public UnitCounts Counts => Ratings.ToCounts();

    public ExactRatings Exact => new(Cells, [.. Values.Select(Number)]);

    public IEnumerable<IReadOnlyList<ExactNumber>> ExactUnits => Cells.Select(row => row.OfType<int>().Select(k => Number(Values[k])).ToList());

    /// <summary>So many, or as many as <c>QUALITYKIT_CASES</c> says where that is fewer: a mutation run wants few.</summary>
    public static IEnumerable<(int Seed, GeneratedRatings Ratings)> Many(int count) =>
        Enumerable.Range(0, int.TryParse(Environment.GetEnvironmentVariable("QUALITYKIT_CASES"), out int cases) ? Math.Min(cases, count) : count).Select(i => (Seed + i, One(new Random(Seed + i))));

    public static ExactNumber Number(double value) => ExactNumber.Parse(value.ToString("R", System.Globalization.CultureInfo.InvariantCulture));

    public static GeneratedRatings One(Random random)
    {
        int units = random.Next(1, 14);
        int raters = random.Next(2, 6);
        int categories = random.Next(2, 6);
        double missing = random.Next(3) * 0.25;
        double alike = random.NextDouble();
        double[] values = [.. Enumerable.Range(0, categories).Select(k => (k * 0.5) + (k > 2 ? 1.25 : 0))];
        int?[][] cells = [.. Enumerable.Range(0, units).Select(_ =>
        {
            int truth = random.Next(categories);
            return Enumerable.Range(0, raters)
                .Select(_ => random.NextDouble() < missing ? (int?)null : random.NextDouble() < alike ? truth : random.Next(categories))
                .ToArray();
        })];
        return new GeneratedRatings(cells, values);
    }

    public GeneratedRatings With(int?[][] cells) => new(cells, Values);

    public GeneratedRatings With(double[] values) => new(Cells, values);
}
