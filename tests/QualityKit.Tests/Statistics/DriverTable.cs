using System.Globalization;
using QualityKit.Reference.Statistics;
using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>A small outcome and predictors of whole numbers.</summary>
internal sealed record DriverTable(int[] Outcome, int[][] Predictors)
{
    /// <summary>Generated ones: few values, so that predictors correlate, follow from others and do not vary now and then.</summary>
    public static IEnumerable<(int Seed, DriverTable Table)> Many(int count, int? predictors = null)
    {
        for (int seed = 1; seed <= count; seed++)
        {
            var random = new Random(seed);
            int rows = random.Next(3, 12);
            int columns = predictors ?? random.Next(1, 5);
            yield return (seed, new DriverTable(Column(random, rows, 5), [.. Enumerable.Range(0, columns).Select(_ => Column(random, rows, random.Next(2, 6)))]));
        }
    }

    public DriverData Data() => DriverData.From(
        Outcome.Select(value => (double?)value),
        Predictors.Select((values, i) => new Predictor { Name = Name(i), Values = [.. values.Select(value => (double?)value)] })).Value;

    public ExactDrivers Exact() => new(Outcome.Select(value => GeneratedRatings.Number(value)), Predictors.Select(values => values.Select(value => GeneratedRatings.Number(value))));

    public static string Name(int position) => ((char)('a' + position)).ToString(CultureInfo.InvariantCulture);

    private static int[] Column(Random random, int rows, int values) => [.. Enumerable.Range(0, rows).Select(_ => random.Next(values))];
}
