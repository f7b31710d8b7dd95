using QualityKit.Calibration;
using QualityKit.Methods;

namespace QualityKit.Tests.Calibration;

public sealed class SessionComparisonTests
{
    private static readonly CalibrationForm Percent = CalibrationForm.Of(new CalibrationQuestion { Key = "all", Group = "all", Maximum = 100 });

    [Fact]
    public void A_session_sums_up_whoever_has_a_deviation()
    {
        // Deviations from 60: -10, -4, 4, 0, and none for N/A.
        SessionComparison session = Against(60, 50, 56, 64, 60, null);

        Assert.Equal(Fraction.Of(115, 2), session.MeanScore);
        Assert.Equal(58, session.MedianScore);
        Assert.Equal(14, session.Range);
        Assert.Equal(Fraction.Of(-5, 2), session.MeanDeviation);
        Assert.Equal(Fraction.Of(9, 2), session.MeanAbsoluteDeviation);
        Assert.Equal(10, session.LargestAbsoluteDeviation);
        Assert.Equal(75, session.WithinTolerance);
        Assert.Equal(20, session.Alignment);

        // The squares are 132: about the mean 132 - 4 x 25/4 = 107.
        Assert.Equal(Fraction.Of(107, 4), session.PopulationVariance);
        Assert.Equal(Fraction.Of(107, 3), session.VarianceOfDeviations);
        Assert.Equal(Math.Sqrt(107.0 / 3), session.StandardDeviation!.Value, 12);
        Assert.Equal(Math.Sqrt(33), session.RootMeanSquareDeviation!.Value, 12);
    }

    [Fact]
    public void A_variance_takes_two_and_a_population_variance_one()
    {
        SessionComparison two = Against(60, 64, 56);
        Assert.Equal(32, two.VarianceOfDeviations);
        Assert.Equal(16, two.PopulationVariance);

        SessionComparison one = Against(60, 67);
        Assert.Null(one.VarianceOfDeviations);
        Assert.Null(one.StandardDeviation);
        Assert.Equal(0, one.PopulationVariance);
        Assert.Equal(7, one.RootMeanSquareDeviation);
        Assert.Equal(0, one.Range);
    }

    [Fact]
    public void Nobody_with_a_deviation_is_no_number()
    {
        SessionComparison none = Against(60, [null]);

        Assert.Equal(
            [null, null, null, null, null, null, null, null, null],
            [
                none.MeanScore, none.MedianScore, none.Range, none.MeanDeviation, none.MeanAbsoluteDeviation, none.LargestAbsoluteDeviation, none.VarianceOfDeviations, none.PopulationVariance,
                none.WithinTolerance,
            ]);
        Assert.Equal([null, null], [none.StandardDeviation, none.RootMeanSquareDeviation]);
        Assert.Equal(0, none.Alignment);
    }

    [Fact]
    public void What_evaluators_disagree_on_comes_by_how_many_differ_and_then_by_how_far()
    {
        CalibrationForm form = CalibrationForm.Of(new[] { "same", "unknown", "all differ", "10 once", "30 once", "N/A once" }.Select(key => new CalibrationQuestion { Key = key, Group = "g", Maximum = 100 }));

        SessionComparison session = CalibrationMath.Compare(
            form,
            [form.Sheet("ann", 50, 50, 51, 60, 50, null), form.Sheet("ben", 50, 50, 49, 50, 20, 50)],
            CalibrationBenchmark.Expert(form.Sheet("expert", 50, null, 50, 50, 50, 50)));

        Assert.Equal(
            ["all differ 0 1", "unknown 0 ", "30 once 50 15", "10 once 50 5", "N/A once 50 0"],
            session.ByDisagreement.Select(question => $"{question.Key} {question.Alignment} {question.MeanAbsoluteDeviation}"));
    }

    private static SessionComparison Against(int expert, params ReadOnlySpan<Fraction?> scores)
    {
        CalibrationSheet[] sheets = [.. scores.ToArray().Select((score, at) => Percent.Sheet($"evaluator {at}", score))];
        return CalibrationMath.Compare(Percent, sheets, CalibrationBenchmark.Expert(Percent.Sheet("expert", expert)));
    }
}
