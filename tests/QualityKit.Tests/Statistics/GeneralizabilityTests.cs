using QualityKit.Reference;
using QualityKit.Reference.Statistics;
using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>Persons by raters within tasks.</summary>
public sealed class GeneralizabilityTests
{
    // Brennan (2001), table 3.2 and section 3.4: sums of squares from squared totals, and components from expected mean squares.
    [Theory]
    [InlineData(4, 3, 5)]
    [InlineData(3, 5, 2)]
    [InlineData(2, 2, 3)]
    [InlineData(5, 2, 4)]
    public void Components_are_those_of_exact_squared_totals(int persons, int tasks, int raters)
    {
        var random = new Random(GeneratedRatings.Seed + persons);
        double[][][] scores = Table(persons, tasks, raters, (p, t, r) => (p * t) - (2 * r) + (random.Next(-40, 60) * 0.25));
        (int P, int T, int R, double Score)[] cells =
        [
            .. scores.SelectMany((person, p) => person.SelectMany((task, t) => task.Select((score, r) => (p, t, r, score)))),
        ];
        ExactNumber Total<TKey>(Func<(int P, int T, int R, double Score), TKey> of) => ExactNumber.Sum(cells.GroupBy(of).Select(group =>
        {
            var sum = ExactNumber.Sum(group.Select(cell => GeneratedRatings.Number(cell.Score)));
            return sum * sum / ExactNumber.Of(group.Count());
        }));
        (ExactNumber all, ExactNumber person, ExactNumber task) = (Total(_ => 0), Total(cell => cell.P), Total(cell => cell.T));
        (ExactNumber rater, ExactNumber both, ExactNumber each) = (Total(cell => (cell.T, cell.R)), Total(cell => (cell.P, cell.T)), Total(cell => (cell.P, cell.T, cell.R)));
        ExactNumber personSquare = (person - all) / ExactNumber.Of(persons - 1);
        ExactNumber taskSquare = (task - all) / ExactNumber.Of(tasks - 1);
        ExactNumber raterSquare = (rater - task) / ExactNumber.Of(tasks * (raters - 1));
        ExactNumber bothSquare = (both - person - task + all) / ExactNumber.Of((persons - 1) * (tasks - 1));
        ExactNumber residual = (each - both - rater + task) / ExactNumber.Of(tasks * (persons - 1) * (raters - 1));
        ExactNumber byPerson = (personSquare - bothSquare) / ExactNumber.Of(tasks * raters);
        ExactNumber byTask = (taskSquare - raterSquare - bothSquare + residual) / ExactNumber.Of(persons * raters);
        ExactNumber byRater = (raterSquare - residual) / ExactNumber.Of(persons);
        ExactNumber byBoth = (bothSquare - residual) / ExactNumber.Of(raters);
        ExactNumber relative = (byBoth / ExactNumber.Of(tasks)) + (residual / ExactNumber.Of(tasks * raters));
        ExactNumber absolute = relative + (byTask / ExactNumber.Of(tasks)) + (byRater / ExactNumber.Of(tasks * raters));

        var study = GeneralizabilityStudy.Of(scores);
        Assert.Equal(EstimateStatus.Ok, study.Status);
        Near(byPerson, study.Person);
        Near(byTask, study.Task);
        Near(byRater, study.RaterWithinTask);
        Near(byBoth, study.PersonByTask);
        Near(residual, study.Residual);
        Near(relative, study.RelativeErrorVariance);
        Near(absolute, study.AbsoluteErrorVariance);
        Share(byPerson, relative, study.Generalizability);
        Share(byPerson, absolute, study.Dependability);
    }

    // All persons have one mean, so that person and relative error are just opposite.
    [Fact]
    public void Persons_who_do_not_differ_have_no_share_of_what_varies_between_them()
    {
        double[][][] scores = [[[8, 0], [0, 8]], [[0, 0], [8, 8]]];
        var study = GeneralizabilityStudy.Of(scores);

        // Means of persons by tasks 4 and 4, 0 and 8, each 2 off what person and task make: a square of 8 times 4, on one degree of freedom.
        Assert.Equal(-32.0 / 4, study.Person);
        Assert.Equal(32.0 / 4, study.RelativeErrorVariance);
        Assert.Null(study.Generalizability);
    }

    [Fact]
    public void Twenty_seven_scores_that_are_all_alike_do_not_vary()
    {
        GeneralizabilityStudy alike = GeneralizabilityStudy.Of(Table(3, 3, 3, (_, _, _) => 4.1));
        Assert.Equal(EstimateStatus.NoVariation, alike.Status);
        Assert.Equal(new double?[] { null, null, null, null, null }, [alike.Person, alike.Task, alike.RaterWithinTask, alike.PersonByTask, alike.Residual]);
        Assert.Equal(new double?[] { null, null, null, null }, [alike.RelativeErrorVariance, alike.AbsoluteErrorVariance, alike.Generalizability, alike.Dependability]);
        Assert.Equal(EstimateStatus.Ok, GeneralizabilityStudy.Of(Table(3, 3, 3, (p, t, r) => p + t + r == 6 ? 4 : 5)).Status);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(2, 0, 0)]
    [InlineData(1, 2, 2)]
    [InlineData(2, 1, 2)]
    [InlineData(2, 2, 1)]
    public void One_person_task_or_rater_is_too_little(int persons, int tasks, int raters) =>
        Assert.Equal(EstimateStatus.InsufficientData, GeneralizabilityStudy.Of(Table(persons, tasks, raters, (p, t, r) => p + (2 * t) - r)).Status);

    [Fact]
    public void A_design_with_a_person_a_task_or_a_rater_short_is_not_balanced()
    {
        double[][][] task = [[[1, 2], [3, 5]], [[1, 2], [3, 6], [4, 4]]];
        double[][][] rater = [[[1, 2], [3, 5]], [[1, 2], [3, 6, 4]]];
        double[][][] first = [[[1, 2], [3]], [[1, 2], [3, 6]]];
        Assert.All([task, rater, first], scores => Assert.Equal(EstimateStatus.InsufficientData, GeneralizabilityStudy.Of(scores).Status));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1.0000000000000002e100)]
    public void A_score_that_cannot_be_used_is_refused_wherever_it_is(double score)
    {
        double[][][] scores = Table(3, 2, 4, (p, t, r) => (p, t, r) == (1, 1, 2) ? score : p + t + r);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => GeneralizabilityStudy.Of(scores));
        Assert.Equal("scores", refused.ParamName);
        Assert.Contains("at most 1e100 from 0", refused.Message, StringComparison.Ordinal);
        Assert.Equal("scores", Assert.Throws<ArgumentNullException>(() => GeneralizabilityStudy.Of(null!)).ParamName);
    }

    private static double[][][] Table(int persons, int tasks, int raters, Func<int, int, int, double> score) =>
    [
        .. Enumerable.Range(0, persons).Select(p => Enumerable.Range(0, tasks).Select(t => Enumerable.Range(0, raters).Select(r => score(p, t, r)).ToArray()).ToArray()),
    ];

    private static void Near(ExactNumber expected, double? actual)
    {
        double value = Real.Of(expected).ToDouble();
        Assert.True(Math.Abs(value - actual!.Value) <= 1e-12 * (100 + Math.Abs(value)), $"QUALITYKIT_SEED={GeneratedRatings.Seed}: {value:R} and {actual:R}");
    }

    private static void Share(ExactNumber person, ExactNumber error, double? actual)
    {
        if (person + error <= ExactNumber.Zero)
        {
            Assert.Null(actual);
            return;
        }

        Near(person / (person + error), actual);
    }
}
