using QualityKit.Reference;
using QualityKit.Reference.Statistics;
using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

public sealed class ReliabilityTests
{
    private static readonly double[] ShroutFleiss = [9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7];

    [Fact]
    public void All_six_forms_are_those_of_the_published_table()
    {
        IntraclassCorrelation icc = IntraclassCorrelation.Of(ShroutFleiss, 4);

        // Shrout and Fleiss (1979), table 4.
        Assert.Equal(0.17, icc.OneWay.Value!.Value, 2);
        Assert.Equal(0.29, icc.Agreement.Value!.Value, 2);
        Assert.Equal(0.71, icc.Consistency.Value!.Value, 2);
        Assert.Equal(0.44, icc.OneWayAverage.Value!.Value, 2);
        Assert.Equal(0.62, icc.AgreementAverage.Value!.Value, 2);
        Assert.Equal(0.91, icc.ConsistencyAverage.Value!.Value, 2);
    }

    [Fact]
    public void The_coefficients_are_those_of_exact_fractions()
    {
        foreach ((int seed, double[][] rows) in Tables(200))
        {
            var exact = new ExactReliability([.. rows.Select(row => row.Select(GeneratedRatings.Number).ToList())]);
            IntraclassCorrelation icc = IntraclassCorrelation.Of([.. rows.SelectMany(row => row)], rows[0].Length);
            Near(exact.Rows, icc.RowMeanSquare, seed);
            Near(exact.Columns, icc.ColumnMeanSquare, seed);
            Near(exact.Error, icc.ErrorMeanSquare, seed);
            Near(exact.Within, icc.WithinMeanSquare, seed);
            Near(exact.OneWay, icc.OneWay.Value, seed);
            Near(exact.Agreement, icc.Agreement.Value, seed);
            Near(exact.Consistency, icc.Consistency.Value, seed);
            Near(exact.ConsistencyAverage, icc.ConsistencyAverage.Value, seed);
            Near(exact.OneWayAverage, icc.OneWayAverage.Value, seed);
            Near(exact.AgreementAverage, icc.AgreementAverage.Value, seed);
            double[] x = [.. rows.Select(row => row[0])];
            double[] y = [.. rows.Select(row => row[1])];
            Near(ExactReliability.Concordance([.. x.Select(GeneratedRatings.Number)], [.. y.Select(GeneratedRatings.Number)]), PairedScores.Of(x, y).Concordance().Value, seed);
        }
    }

    [Fact]
    public void A_common_offset_of_a_hundred_million_changes_nothing()
    {
        double[] moved = [.. ShroutFleiss.Select(score => score + 1e8)];
        Assert.Equal(IntraclassCorrelation.Of(ShroutFleiss, 4).Agreement.Value!.Value, IntraclassCorrelation.Of(moved, 4).Agreement.Value!.Value, 1e-7);
    }

    [Fact]
    public void Agreement_below_0_with_next_to_no_degrees_of_freedom_has_no_interval_and_takes_no_time()
    {
        long start = Environment.TickCount64;
        IntraclassCorrelation icc = IntraclassCorrelation.Of([60, 59.75, 62, 56.5], 2);
        Assert.Equal(-0.7509, icc.Agreement.Value!.Value, 4);
        Assert.Null(icc.Agreement.Interval);
        Assert.True(Environment.TickCount64 - start < 30_000);
    }

    [Fact]
    public void Shards_of_a_table_merge_to_the_whole()
    {
        foreach ((int seed, double[][] rows) in Tables(100))
        {
            int at = new Random(seed).Next(rows.Length + 1);
            ScoreMoments first = Moments(rows[..at], rows[0].Length);
            first.Merge(Moments(rows[at..], rows[0].Length));
            IntraclassCorrelation whole = IntraclassCorrelation.Of(Moments(rows, rows[0].Length));
            IntraclassCorrelation merged = IntraclassCorrelation.Of(first);
            Assert.Equal(whole.Agreement.Status, merged.Agreement.Status);
            Assert.True(whole.Agreement.Value is null || Math.Abs(whole.Agreement.Value.Value - merged.Agreement.Value!.Value) < 1e-10, $"QUALITYKIT_SEED={seed}");
        }
    }

    [Fact]
    public void A_constant_difference_is_consistent_and_does_not_agree()
    {
        IntraclassCorrelation icc = IntraclassCorrelation.Of([10, 20, 12, 22, 15, 25, 11, 21], 2);
        Assert.Equal(1, icc.Consistency.Value);
        Assert.Equal(new ConfidenceInterval(1, 1, 0.95), icc.Consistency.Interval);
        Assert.Equal(0.08536585365853659, icc.Agreement.Value!.Value, 14);
        Assert.Null(icc.TwoWayTest);
    }

    [Fact]
    public void Missing_scores_are_never_left_out_unsaid()
    {
        IntraclassCorrelation icc = IntraclassCorrelation.Of(Ratings.FromRows([new double?[] { 1, 2 }, [3, null], [4, 4]]).Value);
        Assert.Equal(EstimateStatus.InsufficientData, icc.Agreement.Status);
    }

    [Fact]
    public void Scores_that_are_all_alike_have_no_reliability()
    {
        IntraclassCorrelation icc = IntraclassCorrelation.Of([80.1, 80.1, 80.1, 80.1, 80.1, 80.1], 3);
        Assert.Equal(EstimateStatus.NoVariation, icc.OneWay.Status);
        Assert.Equal(EstimateStatus.NoVariation, icc.ConsistencyAverage.Status);
        Assert.Null(icc.Agreement.Value);
    }

    // Two interactions that all score alike, and one evaluator who is always lower.
    [Fact]
    public void Raters_who_differ_by_constants_over_units_that_do_not_differ_agree_on_nothing_and_have_no_interval()
    {
        var icc = IntraclassCorrelation.Of([100, 100, 0, 100, 100, 0], 3);

        Assert.Equal((0, null), (icc.Agreement.Value!.Value, icc.Agreement.Interval));
        Assert.Equal((0, null), (icc.AgreementAverage.Value!.Value, icc.AgreementAverage.Interval));
        Assert.Equal(EstimateStatus.NoVariation, icc.Consistency.Status);
    }

    [Fact]
    public void An_evaluator_who_gives_everybody_the_same_has_a_concordance_of_0()
    {
        Estimate ccc = PairedScores.Of([80, 80, 80], [70, 80, 95]).Concordance();
        Assert.Equal(0, ccc.Value);
        Assert.Null(ccc.StandardError);
        Assert.Equal(EstimateStatus.NoVariation, PairedScores.Of([80, 80], [80, 80]).Concordance().Status);
        Assert.Equal(EstimateStatus.InsufficientData, PairedScores.Of([80], [80]).Concordance().Status);
        Assert.Equal(EstimateStatus.NoVariation, PairedScores.Of([80, 80, 80], [70, 80, 95]).Pearson().Status);
    }

    [Fact]
    public void Raters_without_a_chain_of_shared_units_are_disconnected_and_the_parts_are_named()
    {
        AdditiveModel model = AdditiveModel.Of(Ratings.FromRows([new double?[] { 1, 2, null, null }, [3, 3, null, null], [null, null, 4, 5], [null, null, 4, 1]]).Value);
        Assert.Equal(EstimateStatus.Disconnected, model.Status);
        Assert.Equal([[0, 1], [2, 3]], model.Components.Select(part => part.ToArray()));
        Assert.Null(model.Mean);
    }

    [Fact]
    public void Leniency_is_found_when_everybody_scored_something_else()
    {
        // Rater 1 gives 5 more, rater 2 gives 10 less, and no unit has all three.
        double?[][] rows = [[80, 85, null], [null, 65, 50], [90, null, 80], [70, 75, null]];
        AdditiveModel model = AdditiveModel.Of(Ratings.FromRows(rows).Value);
        double third = 5 / 3.0;
        Assert.Equal(third, model.Leniency[0].Value!.Value, 10);
        Assert.Equal(5 + third, model.Leniency[1].Value!.Value, 10);
        Assert.Equal(-10 + third, model.Leniency[2].Value!.Value, 10);
        Assert.Equal(0, model.ResidualDeviation!.Value, 6);
        Assert.Equal(80 - third, model.AdjustedScores[0]!.Value, 10);
    }

    [Fact]
    public void One_rater_cannot_be_told_from_the_interactions()
    {
        AdditiveModel model = AdditiveModel.Of(Ratings.FromRows([new double?[] { 80 }, [70]]).Value);
        Assert.Equal(EstimateStatus.InsufficientData, model.Status);
    }

    [Fact]
    public void Kendalls_W_is_1_where_all_have_one_order()
    {
        RankConcordance order = RankConcordance.Of(Ratings.FromRows([new double?[] { 1, 20 }, [2, 30], [3, 45]]).Value);
        Assert.Equal(1, order.W.Value!.Value, 14);
        Assert.Equal(1, order.MeanSpearman!.Value, 14);
        Assert.Equal(EstimateStatus.InsufficientData, RankConcordance.Of(Ratings.FromRows([new double?[] { 1, null }, [2, 3]]).Value).W.Status);
    }

    [Fact]
    public void Bland_and_Altman_have_limits_with_intervals()
    {
        LimitsOfAgreement limits = LimitsOfAgreement.Of([1, 3, -2, 4, 4]);
        Assert.Equal(2, limits.Bias.Value);
        Assert.Equal(Math.Sqrt(6.5), limits.StandardDeviation!.Value, 14);
        Assert.True(limits.Lower.Interval!.Value.Contains(limits.Lower.Value!.Value));
        Assert.Equal(EstimateStatus.InsufficientData, LimitsOfAgreement.Of([1]).Upper.Status);
        Assert.Equal(EstimateStatus.InsufficientData, LimitsOfAgreement.Of([]).Bias.Status);
    }

    [Fact]
    public void The_variance_of_scores_is_split_into_persons_tasks_and_raters()
    {
        // Person 2 is 4 above, task 2 is 2 above, the second rater of each task is 1 above; nothing else varies.
        double[][][] scores = [.. new[] { 0.0, 4 }.Select(person => new[] { 0.0, 2 }.Select(task => new[] { 0.0, 1 }.Select(rater => 10 + person + task + rater).ToArray()).ToArray())];
        GeneralizabilityStudy study = GeneralizabilityStudy.Of(scores);
        Assert.Equal(8, study.Person!.Value, 12);
        Assert.Equal(0.5, study.RaterWithinTask!.Value, 12);
        Assert.Equal(2 - 0.25, study.Task!.Value, 12);
        Assert.Equal(0, study.PersonByTask!.Value, 12);
        Assert.Equal(0, study.Residual!.Value, 12);
        Assert.Equal(1, study.Generalizability!.Value, 12);
        Assert.Equal(8 / (8 + 0.875 + 0.125), study.Dependability!.Value, 12);
    }

    [Fact]
    public void A_design_that_is_not_balanced_or_all_alike_has_no_components()
    {
        double[][][] few = [[[1, 2]], [[1, 2]]];
        double[][][] uneven = [[[1, 2], [1, 2]], [[1, 2], [1]]];
        double[][][] alike = [[[5, 5], [5, 5]], [[5, 5], [5, 5]]];
        Assert.Equal(EstimateStatus.InsufficientData, GeneralizabilityStudy.Of(few).Status);
        Assert.Equal(EstimateStatus.InsufficientData, GeneralizabilityStudy.Of(uneven).Status);
        Assert.Equal(EstimateStatus.NoVariation, GeneralizabilityStudy.Of(alike).Status);
        Assert.Null(GeneralizabilityStudy.Of(alike).Generalizability);
    }

    private static IEnumerable<(int Seed, double[][] Rows)> Tables(int count) => Enumerable.Range(GeneratedRatings.Seed, count).Select(seed =>
    {
        var random = new Random(seed);
        int raters = random.Next(2, 6);
        double[][] rows = [.. Enumerable.Range(0, random.Next(2, 12)).Select(_ =>
        {
            double truth = random.Next(0, 200) * 0.5;
            return Enumerable.Range(0, raters).Select(rater => truth + (random.Next(0, 40) * 0.25) + rater).ToArray();
        })];
        return (seed, rows);
    });

    private static ScoreMoments Moments(double[][] rows, int raters)
    {
        var moments = new ScoreMoments(raters);
        foreach (double[] row in rows)
        {
            moments.Add(row);
        }

        return moments;
    }

    private static void Near(ExactNumber? expected, double? actual, int seed)
    {
        if (expected is null || actual is null)
        {
            return;
        }

        double value = Real.Of(expected).ToDouble();
        Assert.True(Math.Abs(value - actual.Value) <= 1e-9 * Math.Max(1, Math.Abs(value)), $"QUALITYKIT_SEED={seed}: {value:R} and {actual:R}");
    }
}
