using System.Collections.Immutable;
using QualityKit.Calibration;
using QualityKit.Methods;

namespace QualityKit.Tests.Calibration;

public sealed class EvaluatorSheetsTests
{
    [Fact]
    public void Marks_of_critical_questions_are_counted_where_both_scored()
    {
        CalibrationForm form = CalibrationForm.Of(
            new CalibrationQuestion { Key = "greeting", Group = "g" },
            new CalibrationQuestion { Key = "identity", Group = "g", IsCritical = true },
            new CalibrationQuestion { Key = "consent", Group = "g", IsCritical = true, Maximum = 10 });

        // Found 1, over-marked 2, missed 3, clean 4; N/A on either side is none of them, and no question but the critical ones.
        CriticalErrors errors = Of(
            form,
            ([0, 0, 0], [1, 0, 10]),
            ([1, 1, 9], [0, 1, 10]),
            ([1, 1, 10], [0, 0, 0]),
            ([1, 1, 10], [1, 0, 10]),
            ([1, 1, 10], [0, 1, 10]),
            ([0, null, 10], [0, 0, null]),
            ([0, 0, null], [1, null, null])).CriticalErrors!;
        Assert.Equal((1, 2, 3, 4), (errors.Found, errors.OverMarked, errors.Missed, errors.Clean));
    }

    [Fact]
    public void A_form_without_critical_questions_has_no_marks()
    {
        Assert.Null(Of(CalibrationForm.Of(new CalibrationQuestion { Key = "q", Group = "g" }), ([1], [0])).CriticalErrors);
    }

    [Fact]
    public void Concordance_is_that_of_the_totals_that_both_have()
    {
        // 60 and 80 beside 50 and 90: variances 100 and 400, covariance 200, no offset.
        EvaluatorReport ann = Of(
            CalibrationForm.Of(new CalibrationQuestion { Key = "q", Group = "g", Maximum = 100 }),
            ([60], [50]),
            ([null], [90]),
            ([80], [90]),
            ([70], [null]),
            ([null], [null]));
        Assert.Equal(0.8, ann.Concordance.Value!.Value, 12);
        Assert.Equal(2, ann.Concordance.Units);
        Assert.Equal(2, ann.Trend.Sessions);
    }

    [Fact]
    public void The_questions_that_differ_most_often_come_first_and_of_those_the_ones_that_differ_most()
    {
        CalibrationForm form = CalibrationForm.Of([.. new[] { "once a little", "twice a little", "once a lot", "once by N/A", "twice by N/A", "never" }
            .Select(key => new CalibrationQuestion { Key = key, Group = "g", Maximum = 100 })]);
        ImmutableArray<QuestionMiss> misses = Of(
            form,
            ([60, 55, 10, null, null, 50], [50, 50, 50, 50, 50, 50]),
            ([50, 55, 50, 50, 50, 50], [50, 50, 50, 50, null, 50])).Misses;
        Assert.Equal(
            [
                ("twice a little", 2, 2, (Fraction?)5),
                ("twice by N/A", 2, 2, null),
                ("once a lot", 1, 2, -20),
                ("once a little", 1, 2, 5),
                ("once by N/A", 1, 2, 0),
            ],
            misses.Select(miss => (miss.Key, miss.Different, miss.Compared, miss.MeanDeviation)));
    }

    // ann's points beside the expert's, an interaction each.
    private static EvaluatorReport Of(CalibrationForm form, params (Fraction?[] Own, Fraction?[] Expert)[] rounds) => Assert.Single(CalibrationReport.Of(
        form,
        rounds.Select((round, at) => new CalibrationRound
        {
            Interaction = $"call-{at}",
            Expert = form.Sheet("expert", round.Expert),
            Sheets = [form.Sheet("ann", round.Own)],
        })).Evaluators);
}
