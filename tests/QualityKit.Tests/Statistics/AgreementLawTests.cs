using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>What must not change a coefficient, and what must give the same (research on agreement: metamorphic relations).</summary>
public sealed class AgreementLawTests
{
    private const int Cases = 100;

    private static readonly AlphaMetric[] Metrics = [AlphaMetric.Nominal, AlphaMetric.Ordinal, AlphaMetric.Interval, AlphaMetric.Ratio];

    [Fact]
    public void The_order_of_units_changes_nothing_to_the_last_bit() => ForAll((seed, generated) =>
    {
        GeneratedRatings shuffled = generated.With([.. generated.Cells.OrderBy(_ => seed.Next())]);
        foreach (AlphaMetric metric in Metrics)
        {
            Assert.Equal(Agreement.Krippendorff(generated.Counts, metric).Value, Agreement.Krippendorff(shuffled.Counts, metric).Value);
        }

        Assert.Equal(Agreement.Fleiss(generated.Counts).Value, Agreement.Fleiss(shuffled.Counts).Value);
        Assert.Equal(Agreement.Gwet(generated.Counts).Value, Agreement.Gwet(shuffled.Counts).Value);
    });

    [Fact]
    public void Two_shards_are_the_whole_to_the_last_bit() => ForAll((seed, generated) =>
    {
        int at = seed.Next(generated.Cells.Length + 1);
        UnitCounts shards = generated.With(generated.Cells[at..]).Counts.Plus(generated.With(generated.Cells[..at]).Counts);
        foreach (AlphaMetric metric in Metrics)
        {
            Assert.Equal(Agreement.Krippendorff(generated.Counts, metric).Value, Agreement.Krippendorff(shards, metric).Value);
            Same(Agreement.Krippendorff(generated.Counts, metric).StandardError, Agreement.Krippendorff(shards, metric).StandardError);
        }

        Assert.Equal(Agreement.Percent(generated.Counts).Value, Agreement.Percent(shards).Value);
    });

    [Fact]
    public void The_order_of_raters_changes_nothing() => ForAll((seed, generated) =>
    {
        int[] order = [.. Enumerable.Range(0, generated.Cells[0].Length).OrderBy(_ => seed.Next())];
        GeneratedRatings permuted = generated.With([.. generated.Cells.Select(row => order.Select(rater => row[rater]).ToArray())]);
        Same(Agreement.Conger(generated.Ratings), Agreement.Conger(permuted.Ratings));
        Assert.Equal(Agreement.Fleiss(generated.Counts).Value, Agreement.Fleiss(permuted.Counts).Value);
    });

    [Fact]
    public void A_rater_who_rated_nothing_changes_nothing() => ForAll((_, generated) =>
    {
        GeneratedRatings more = generated.With([.. generated.Cells.Select(row => row.Append(null).ToArray())]);
        Same(Agreement.Conger(generated.Ratings), Agreement.Conger(more.Ratings));
        Assert.Equal(Agreement.Krippendorff(generated.Counts, AlphaMetric.Ordinal).Value, Agreement.Krippendorff(more.Counts, AlphaMetric.Ordinal).Value);
    });

    [Fact]
    public void Dense_arrays_triples_and_counts_are_one_input() => ForAll((_, generated) =>
    {
        int raters = generated.Cells[0].Length;
        double[] dense = [.. generated.Cells.SelectMany(row => row.Select(cell => cell is { } k ? generated.Values[k] : double.NaN))];
        var triples = generated.Cells.SelectMany((row, unit) => row.Select((cell, rater) => (unit, rater, cell))).Where(triple => triple.cell is not null).Reverse().ToList();
        Ratings fromDense = Ratings.FromDense(dense, raters, generated.Scale).Value;
        Ratings fromTriples = Ratings.FromTriples(
            [.. triples.Select(t => t.unit)], [.. triples.Select(t => t.rater)], [.. triples.Select(t => generated.Values[t.cell!.Value])], generated.Scale).Value;
        UnitCounts pairs = UnitCounts.FromPairs(
            generated.Scale, generated.Cells.Length, [.. triples.Select(t => t.unit)], [.. triples.Select(t => (byte)t.cell!.Value)]);
        Estimate expected = Agreement.Krippendorff(generated.Counts, AlphaMetric.Interval);
        Assert.Equal(expected, Agreement.Krippendorff(fromDense, AlphaMetric.Interval));
        Assert.Equal(expected.Value, Agreement.Krippendorff(fromTriples, AlphaMetric.Interval).Value);
        Assert.Equal(expected, Agreement.Krippendorff(pairs, AlphaMetric.Interval));
    });

    [Fact]
    public void Alpha_keeps_to_what_its_metric_says_of_values() => ForAll((_, generated) =>
    {
        double[] moved = [.. generated.Values.Select(value => (3 * value) + 7)];
        double[] scaled = [.. generated.Values.Select(value => 4 * value)];
        double[] bent = [.. generated.Values.Select(value => Math.Exp(value))];
        Same(Agreement.Krippendorff(generated.Counts, AlphaMetric.Interval), Agreement.Krippendorff(generated.With(moved).Counts, AlphaMetric.Interval));
        Same(Agreement.Krippendorff(generated.Counts, AlphaMetric.Ratio), Agreement.Krippendorff(generated.With(scaled).Counts, AlphaMetric.Ratio));
        Same(Agreement.Krippendorff(generated.Counts, AlphaMetric.Ordinal), Agreement.Krippendorff(generated.With(bent).Counts, AlphaMetric.Ordinal));
        int last = generated.Values.Length - 1;
        GeneratedRatings mirrored = generated.With([.. generated.Cells.Select(row => row.Select(cell => last - cell).ToArray())]);
        Same(Agreement.Krippendorff(generated.Counts, AlphaMetric.Nominal), Agreement.Krippendorff(mirrored.Counts, AlphaMetric.Nominal));
    });

    [Fact]
    public void A_rater_beside_a_copy_agrees_fully() => ForAll((_, generated) =>
    {
        GeneratedRatings twice = generated.With([.. generated.Cells.Select(row => new[] { row[0], row[0] })]);
        foreach (Estimate estimate in new[] { Agreement.Krippendorff(twice.Counts, AlphaMetric.Interval), Agreement.Fleiss(twice.Counts), ContingencyTable.Of(twice.Ratings, 0, 1).Cohen() })
        {
            Assert.True(!estimate.HasValue || Math.Abs(estimate.Value!.Value - 1) < 1e-12);
        }
    });

    [Fact]
    public void With_two_raters_Conger_is_Cohen_and_Fleiss_is_Scott() => ForAll((_, generated) =>
    {
        GeneratedRatings two = generated.With([.. generated.Cells.Select(row => row[..2]).Where(row => row[0] is not null && row[1] is not null)]);
        if (two.Cells.Length == 0)
        {
            return;
        }

        ContingencyTable table = ContingencyTable.Of(two.Ratings, 0, 1);
        Same(table.Cohen().Value, Agreement.Conger(two.Ratings).Value);
        Same(table.Cohen(AgreementWeights.Quadratic).Value, Agreement.Conger(two.Ratings, AgreementWeights.Quadratic).Value);
        Same(table.Cohen().Value, table.Cohen(AgreementWeights.FromMatrix(AgreementWeights.Identity.For(two.Scale))).Value);
        Same(Agreement.Fleiss(two.Counts), Agreement.Fleiss(table.ToCounts()));
        Same(table.Cohen().Value, PairwiseKappa.Of(two.Ratings).Mean.Value);
    });

    [Fact]
    public void An_interval_contains_its_estimate_and_nothing_is_NaN() => ForAll((_, generated) =>
    {
        Estimate[] all =
        [
            Agreement.Percent(generated.Counts), Agreement.Fleiss(generated.Counts), Agreement.Gwet(generated.Counts), Agreement.BrennanPrediger(generated.Counts),
            Agreement.Conger(generated.Ratings), .. Metrics.Select(metric => Agreement.Krippendorff(generated.Counts, metric)),
            Agreement.KrippendorffBootstrap(generated.Counts, AlphaMetric.Ordinal, 7, 50).Estimate, ContingencyTable.Of(generated.Ratings, 0, 1).Cohen(AgreementWeights.Linear),
        ];
        Assert.All(all, estimate =>
        {
            Assert.Equal(estimate.Status == EstimateStatus.Ok, estimate.HasValue);
            Assert.True(estimate.Value is null || double.IsFinite(estimate.Value.Value));
            Assert.True(estimate.StandardError is null || double.IsFinite(estimate.StandardError.Value));
            Assert.True(estimate.Interval is null || estimate.Interval.Value.Contains(estimate.Value!.Value));
        });
    });

    private static void ForAll(Action<Random, GeneratedRatings> law)
    {
        foreach ((int seed, GeneratedRatings generated) in GeneratedRatings.Many(Cases))
        {
            try
            {
                law(new Random(seed), generated);
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException($"QUALITYKIT_SEED={seed}: {broken.Message}", broken);
            }
        }
    }

    private static void Same(Estimate expected, Estimate actual)
    {
        Assert.Equal(expected.Status, actual.Status);
        Same(expected.Value, actual.Value);
        Same(expected.StandardError, actual.StandardError);
    }

    private static void Same(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.True(expected is null || Math.Abs(expected.Value - actual!.Value) <= 1e-9 * Math.Max(1, Math.Abs(expected.Value)), $"{expected:R} and {actual:R}");
    }
}
