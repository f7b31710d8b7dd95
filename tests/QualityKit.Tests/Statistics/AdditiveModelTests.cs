using QualityKit.Reference;
using QualityKit.Reference.Statistics;
using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

/// <summary>The additive model beside least squares in exact fractions, with a column for every unit and for every rater but the last.</summary>
public sealed class AdditiveModelTests
{
    private static readonly double?[][] Rows =
    [
        [72.5, 80, null, null, null],
        [null, 65, 50.25, 71, null],
        [90, null, 80, null, null],
        [70, 75, null, -3.5, null],
        [null, null, null, null, null],
        [61, null, 40, 88, null],
        [null, 12, null, null, null],
    ];

    [Fact]
    public void Every_number_is_that_of_least_squares_in_exact_fractions()
    {
        AdditiveModel model = AdditiveModel.Of(Ratings.FromRows(Rows).Value);
        Exact exact = Exact.Of(Rows, raters: 4);
        Assert.Equal(EstimateStatus.Ok, model.Status);
        Assert.Equal(exact.Units.OfType<double>().Average(), model.Mean!.Value, 1e-11);
        Assert.Equal(7, model.AdjustedScores.Length);
        Assert.All(exact.Units, (unit, i) => Assert.Equal(unit ?? double.NaN, model.AdjustedScores[i] ?? double.NaN, 1e-11));
        Assert.Null(model.AdjustedScores[4]);

        // 14 scores, less 6 units and 3 raters.
        Assert.Equal(5, model.ResidualDegrees);
        double deviation = Math.Sqrt(exact.Squares / 5);
        Assert.Equal(deviation, model.ResidualDeviation!.Value, 1e-11);
        Assert.Equal(5, model.Leniency.Length);
        double t = StudentTDistribution.UpperQuantile(0.025, 5);
        for (int rater = 0; rater < 4; rater++)
        {
            Estimate leniency = model.Leniency[rater];
            double error = deviation * Math.Sqrt(exact.Spread[rater]);
            Assert.Equal(exact.Raters[rater], leniency.Value!.Value, 1e-11);
            Assert.Equal(error, leniency.StandardError!.Value, 1e-11);
            Assert.Equal(exact.Raters[rater] - (t * error), leniency.Interval!.Value.Lower, 1e-9);
            Assert.Equal(exact.Raters[rater] + (t * error), leniency.Interval.Value.Upper, 1e-9);
            Assert.Equal(0.95, leniency.Interval.Value.Confidence);
            int scored = Rows.Count(row => row[rater] is not null);
            Assert.Equal((scored, scored, 0), (leniency.Units, leniency.Ratings, leniency.Categories));
        }

        Assert.Equal(0, model.Leniency.Take(4).Sum(leniency => leniency.Value!.Value), 1e-11);
        Assert.Equal((EstimateStatus.InsufficientData, 0L), (model.Leniency[4].Status, model.Leniency[4].Ratings));
    }

    [Fact]
    public void What_all_scores_have_more_changes_no_leniency()
    {
        AdditiveModel model = AdditiveModel.Of(Ratings.FromRows(Rows).Value);
        AdditiveModel moved = AdditiveModel.Of(Ratings.FromRows(Rows.Select(row => row.Select(score => score + 1_048_576).ToArray())).Value);
        Assert.All(model.Leniency.Take(4), (leniency, i) => Assert.Equal(leniency.Value!.Value, moved.Leniency[i].Value!.Value, 1e-11));
        Assert.Equal(model.Mean!.Value + 1_048_576, moved.Mean!.Value, 1e-8);
        Assert.Equal(model.ResidualDeviation!.Value, moved.ResidualDeviation!.Value, 1e-8);
    }

    [Fact]
    public void As_many_effects_as_scores_leave_no_error()
    {
        AdditiveModel model = AdditiveModel.Of(Ratings.FromRows([new double?[] { 1, 3, null }, [null, 4, 9]]).Value);
        Assert.Equal(EstimateStatus.Ok, model.Status);
        Assert.Equal(0, model.ResidualDegrees);
        Assert.Null(model.ResidualDeviation);

        // 2 more and 5 more: -3, -1 and 4 add up to 0.
        Assert.All(new double[] { -3, -1, 4 }, (leniency, i) => Assert.Equal(leniency, model.Leniency[i].Value!.Value, 1e-13));
        Assert.All(model.Leniency, leniency => Assert.True(leniency.StandardError is null && leniency.Interval is null));
        Assert.Equal([1L, 2, 1], model.Leniency.Select(leniency => leniency.Ratings));
        Assert.Equal(4, model.AdjustedScores[0]!.Value, 1e-13);
        Assert.Equal(5, model.AdjustedScores[1]!.Value, 1e-13);
        Assert.Equal(4.5, model.Mean!.Value, 1e-13);
    }

    [Fact]
    public void Scores_that_fit_wholly_have_an_error_of_nothing()
    {
        AdditiveModel model = AdditiveModel.Of(Ratings.FromRows([new double?[] { 1, 3 }, [4, 6], [-2, 0]]).Value);
        Assert.Equal(2, model.ResidualDegrees);
        Assert.Equal(0, model.ResidualDeviation!.Value, 1e-14);
        Assert.All(model.Leniency, leniency => Assert.Equal(0, leniency.StandardError!.Value, 1e-14));
        Assert.Equal([[0, 1]], model.Components.Select(part => part.ToArray()));
    }

    private sealed record Exact(double?[] Units, double[] Raters, double[] Spread, double Squares)
    {
        public static Exact Of(double?[][] rows, int raters)
        {
            int[] units = [.. Enumerable.Range(0, rows.Length).Where(unit => rows[unit].Any(score => score is not null))];
            int size = units.Length + raters - 1;
            var design = new List<int[]>();
            var scores = new List<ExactNumber>();
            foreach ((int unit, int rater) in units.SelectMany(unit => Enumerable.Range(0, raters).Select(rater => (unit, rater))))
            {
                if (rows[unit][rater] is { } score)
                {
                    int[] line = new int[size];
                    line[Array.IndexOf(units, unit)] = 1;
                    for (int i = 0; i < raters - 1; i++)
                    {
                        line[units.Length + i] = rater == raters - 1 ? -1 : rater == i ? 1 : 0;
                    }

                    design.Add(line);
                    scores.Add(GeneratedRatings.Number(score));
                }
            }

            ExactNumber[][] inverse = Inverse([.. Enumerable.Range(0, size).Select(a => Enumerable.Range(0, size).Select(b => ExactNumber.Of(design.Sum(line => line[a] * line[b]))).ToArray())]);
            ExactNumber[] right = [.. Enumerable.Range(0, size).Select(a => ExactNumber.Sum(design.Zip(scores, (line, score) => ExactNumber.Of(line[a]) * score)))];
            ExactNumber[] effects = [.. inverse.Select(row => Product(row, right))];
            ExactNumber[] off = [.. design.Zip(scores, (line, score) => score - Product([.. line.Select(cell => ExactNumber.Of(cell))], effects))];
            ExactNumber[] first = effects[units.Length..];
            ExactNumber[][] spread = [.. inverse[units.Length..].Select(row => row[units.Length..])];
            ExactNumber last = ExactNumber.Zero - ExactNumber.Sum(first);
            return new Exact(
                [.. Enumerable.Range(0, rows.Length).Select(unit => Array.IndexOf(units, unit) is >= 0 and var at ? Double(effects[at]) : (double?)null)],
                [.. first.Append(last).Select(Double)],
                [.. spread.Select((row, i) => row[i]).Append(ExactNumber.Sum(spread.SelectMany(row => row))).Select(Double)],
                Double(Product(off, off)));
        }

        private static double Double(ExactNumber number) => Real.Of(number).ToDouble();

        private static ExactNumber Product(ExactNumber[] a, ExactNumber[] b) => ExactNumber.Sum(a.Zip(b, (x, y) => x * y));

        private static ExactNumber[][] Inverse(ExactNumber[][] matrix)
        {
            int size = matrix.Length;
            ExactNumber[][] rows = [.. matrix.Select((row, i) => row.Concat(Enumerable.Range(0, size).Select(j => i == j ? ExactNumber.One : ExactNumber.Zero)).ToArray())];
            for (int step = 0; step < size; step++)
            {
                ExactNumber pivot = rows[step][step];
                rows[step] = [.. rows[step].Select(cell => cell / pivot)];
                for (int other = 0; other < size; other++)
                {
                    ExactNumber factor = rows[other][step];
                    rows[other] = other == step ? rows[other] : [.. rows[other].Zip(rows[step], (cell, above) => cell - (factor * above))];
                }
            }

            return [.. rows.Select(row => row[size..])];
        }
    }
}
