using QualityKit.Calibration;
using QualityKit.Methods;

namespace QualityKit.Tests.Calibration;

public sealed class CalibrationBenchmarkTests
{
    private static readonly CalibrationForm Form = CalibrationForm.Of(
        new CalibrationQuestion { Key = "first", Group = "g", Maximum = 100 }, new CalibrationQuestion { Key = "second", Group = "g", Maximum = 100 });

    [Fact]
    public void A_question_that_half_of_them_scored_is_in_the_consensus()
    {
        CalibrationSheet[] sheets = [Form.Sheet("a", 50, 40), Form.Sheet("b", 50, 80), Form.Sheet("c", 50, null), Form.Sheet("d", 50, null)];
        foreach (CalibrationBenchmark benchmark in new[] { CalibrationBenchmark.Median, CalibrationBenchmark.Mean })
        {
            SessionComparison session = CalibrationMath.Compare(Form, sheets, benchmark);

            // The middle of 40 and 80 is 60.
            Assert.Equal([(Fraction)(-20), 20, null, null], session.Evaluators.Select(one => one.Questions[1]));
            Assert.Equal([0, 0, 1, 1], session.Evaluators.Select(one => one.NotApplicableMismatches));
        }
    }

    [Fact]
    public void The_consensus_of_those_who_scored_nothing_is_N_A()
    {
        foreach (CalibrationBenchmark benchmark in new[] { CalibrationBenchmark.Median, CalibrationBenchmark.Mean, CalibrationBenchmark.Mode, CalibrationBenchmark.LeaveOneOutMean })
        {
            EvaluatorComparison alone = CalibrationMath.Compare(Form, [Form.Sheet("a", null, null)], benchmark).Evaluators[0];

            Assert.Null(alone.Benchmark);
            Assert.Null(alone.Groups["g"]);
            Assert.Equal(2, alone.Agreements);
        }
    }

    [Fact]
    public void A_sheet_of_another_form_is_refused_whoever_made_it()
    {
        CalibrationSheet fits = Form.Sheet("ann", 1, 2);
        CalibrationSheet Long(string evaluator) => fits with { Evaluator = evaluator, Questions = [1, 2, 3] };
        CalibrationSheet Short(string evaluator) => fits with { Evaluator = evaluator, Questions = [1] };

        Assert.Equal("the sheet of `ben` has 3 questions, and the form 2 (Parameter 'sheets')", Refusal([fits, Long("ben")], fits));
        Assert.Equal("the sheet of `ben` has 1 questions, and the form 2 (Parameter 'sheets')", Refusal([Short("ben")], fits));
        Assert.Equal("the sheet of `expert` has 3 questions, and the form 2 (Parameter 'sheets')", Refusal([fits], Long("expert")));
        Assert.Equal("the sheet of `expert` has 1 questions, and the form 2 (Parameter 'sheets')", Refusal([fits], Short("expert")));
    }

    private static string Refusal(CalibrationSheet[] sheets, CalibrationSheet expert) =>
        Assert.Throws<ArgumentException>(() => CalibrationMath.Compare(Form, sheets, CalibrationBenchmark.Expert(expert))).Message;
}
