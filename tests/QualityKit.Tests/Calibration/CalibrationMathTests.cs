using QualityKit.Calibration;
using QualityKit.Methods;

namespace QualityKit.Tests.Calibration;

public sealed class CalibrationMathTests
{
    private static readonly CalibrationForm Form = CalibrationForm.Of(
        new CalibrationQuestion { Key = "greeting", Group = "opening", Weight = 20, Maximum = 10 },
        new CalibrationQuestion { Key = "solved", Group = "resolution", Weight = 50, Maximum = 4 },
        new CalibrationQuestion { Key = "offer", Group = "resolution", Weight = 30, Maximum = 5 });

    private static readonly CalibrationSheet Expert = Form.Sheet("expert", 10, 3, null);

    [Fact]
    public void A_question_that_only_one_scored_is_a_mismatch_and_never_a_zero()
    {
        EvaluatorComparison ann = Compare(Form.Sheet("ann", 10, 3, 0));

        Assert.Equal(1, ann.NotApplicableMismatches);
        Assert.Equal(2, ann.Agreements);
        Assert.Null(ann.Questions[2]);

        // The total leaks what the mismatch costs; the comparable deviation does not.
        Assert.True(ann.Deviation < 0);
        Assert.Equal(Fraction.Zero, ann.ComparableDeviation);
    }

    [Fact]
    public void N_A_beside_N_A_agrees()
    {
        EvaluatorComparison ben = Compare(Form.Sheet("ben", 10, 3, null));
        Assert.Equal(3, ben.Agreements);
        Assert.Equal((Fraction)100, ben.Alignment);
        Assert.Equal((Fraction)100, ben.WeightedAlignment);
        Assert.Equal(0, ben.NotApplicableMismatches);
        Assert.True(ben.IsWithinTolerance);
    }

    [Fact]
    public void Deviations_are_signed_and_exact()
    {
        EvaluatorComparison cia = Compare(Form.Sheet("cia", 7, 4, null));

        // (20 x 70 + 50 x 100) / 70 less (20 x 100 + 50 x 75) / 70.
        Assert.Equal(Fraction.Of(6400 - 5750, 70), cia.Deviation);
        Assert.Equal(Fraction.Of(100 * 650, 5750), cia.RelativeDeviation);
        Assert.Equal((Fraction)(-30), cia.Groups["opening"]);
        Assert.Equal((Fraction)25, cia.Groups["resolution"]);
        Assert.Equal((Fraction)25, cia.Questions[1]);
        Assert.Equal(cia.Deviation, cia.AbsoluteDeviation);
        Assert.False(cia.IsWithinTolerance);
        Assert.Equal((Fraction)30, cia.WeightedAlignment);
    }

    [Fact]
    public void The_benchmark_without_an_expert_is_the_median()
    {
        SessionComparison session = CalibrationMath.Compare(Form, [Form.Sheet("a", 10, 4, 5), Form.Sheet("b", 10, 2, 5), Form.Sheet("c", 0, 0, 0)]);
        Assert.Equal((Fraction)75, session.MedianScore);
        Assert.Equal((Fraction)75, session.Evaluators[0].Benchmark);
        Assert.Equal([(Fraction)25, 0, -75], session.Evaluators.Select(evaluator => evaluator.Deviation!.Value));
        Assert.Equal((Fraction)100, session.Range);
    }

    [Fact]
    public void Leaving_oneself_out_stretches_the_deviation_from_the_mean_by_n_over_n_less_1()
    {
        CalibrationSheet[] sheets = [Form.Sheet("a", 10, 4, 5), Form.Sheet("b", 7, 2, 5), Form.Sheet("c", 1, 0, 3), Form.Sheet("d", 2, 3, 2)];
        SessionComparison mean = CalibrationMath.Compare(Form, sheets, CalibrationBenchmark.Mean);
        SessionComparison others = CalibrationMath.Compare(Form, sheets, CalibrationBenchmark.LeaveOneOutMean);
        Assert.Equal(mean.Evaluators.Select(evaluator => evaluator.Deviation * Fraction.Of(4, 3)), others.Evaluators.Select(evaluator => evaluator.Deviation));
        Assert.Equal(Fraction.Zero, mean.MeanDeviation);
    }

    [Fact]
    public void The_mode_is_the_most_frequent_answer_and_the_lower_of_a_tie()
    {
        SessionComparison session = CalibrationMath.Compare(
            Form, [Form.Sheet("a", 10, 4, null), Form.Sheet("b", 10, 2, null), Form.Sheet("c", 0, 4, 5), Form.Sheet("d", 5, 2, 5)], CalibrationBenchmark.Mode);

        // 100 twice; 50 and 100 twice each; N/A and 100 twice each, and a score goes before N/A.
        Assert.Equal((Fraction)((20 * 100) + (50 * 50) + (30 * 100)) / 100, session.Evaluators[0].Benchmark);
    }

    [Fact]
    public void A_question_that_most_say_N_A_to_is_N_A_in_the_consensus()
    {
        SessionComparison session = CalibrationMath.Compare(Form, [Form.Sheet("a", 10, 4, null), Form.Sheet("b", 10, 2, null), Form.Sheet("c", 0, 4, 5)], CalibrationBenchmark.Mean);
        Assert.Equal([0, 0, 1], session.Evaluators.Select(evaluator => evaluator.NotApplicableMismatches));
    }

    [Fact]
    public void The_squared_root_mean_square_is_bias_squared_and_variance()
    {
        SessionComparison session = CalibrationMath.Compare(Form, [Form.Sheet("a", 10, 4, 5), Form.Sheet("b", 7, 2, 5), Form.Sheet("c", 1, 0, 3)], CalibrationBenchmark.Expert(Expert));
        double bias = session.MeanDeviation!.Value.ToDouble();
        Assert.Equal(Math.Pow(session.RootMeanSquareDeviation!.Value, 2), (bias * bias) + session.PopulationVariance!.Value.ToDouble(), 9);
        Assert.Equal(session.PopulationVariance * Fraction.Of(3, 2), session.VarianceOfDeviations);
    }

    [Fact]
    public void Questions_are_ranked_by_how_far_evaluators_disagree()
    {
        SessionComparison session = CalibrationMath.Compare(
            Form, [Form.Sheet("a", 10, 4, null), Form.Sheet("b", 5, 2, null)], CalibrationBenchmark.Expert(Expert));
        Assert.Equal(["solved", "greeting"], session.ByDisagreement.Select(question => question.Key));
        Assert.Equal((Fraction)0, session.Questions[1].Alignment);
        Assert.Equal((Fraction)0, session.Questions[1].MeanDeviation);
        Assert.Equal((Fraction)25, session.Questions[1].MeanAbsoluteDeviation);
        Assert.Equal(2, session.Questions[1].Scored);
        Assert.Equal(0, session.Questions[2].Scored);
        Assert.Null(session.Questions[2].MeanDeviation);
        Assert.Equal(Fraction.Of(100 * 3, 6), session.Alignment);
    }

    [Fact]
    public void An_empty_session_has_no_numbers_and_no_zeros()
    {
        SessionComparison session = CalibrationMath.Compare(Form, []);
        Assert.Null(session.MeanDeviation);
        Assert.Null(session.VarianceOfDeviations);
        Assert.Null(session.RootMeanSquareDeviation);
        Assert.Null(session.WithinTolerance);
        Assert.Null(session.Alignment);
        Assert.Null(session.Range);
        Assert.Null(session.LargestAbsoluteDeviation);
        Assert.Null(session.Questions[0].Alignment);
        Assert.Null(Compare(Form.Sheet("ann", null, null, null)).Deviation);
        Assert.Null(Compare(Form.Sheet("ann", null, null, null)).IsWithinTolerance);
    }

    [Fact]
    public void A_tolerance_is_decided_in_decimals_both_ends_included()
    {
        CalibrationTolerance five = CalibrationTolerance.Points(5);
        for (int cents = 0; cents <= 9500; cents++)
        {
            decimal benchmark = cents / 100m;
            Assert.True(five.Allows(benchmark + 5m, benchmark));
            Assert.True(five.Allows(benchmark, benchmark + 5m));
            Assert.False(five.Allows(benchmark + 5.01m, benchmark));
        }

        Assert.True(CalibrationTolerance.Relative(10).Allows(88, 80));
        Assert.False(CalibrationTolerance.Relative(10).Allows(88.01m, 80));
        Assert.True(CalibrationTolerance.Relative(10).Allows(0, 0));
        Assert.False(CalibrationTolerance.Relative(10).Allows(1, 0));
    }

    [Fact]
    public void A_mistake_of_the_caller_is_thrown()
    {
        Assert.Throws<ArgumentException>(() => CalibrationForm.Of());
        Assert.Throws<ArgumentException>(() => CalibrationForm.Of(new CalibrationQuestion { Key = "q", Group = "g", Maximum = 0 }));
        Assert.Throws<ArgumentException>(() => CalibrationForm.Of(new CalibrationQuestion { Key = "q", Group = "g" }, new CalibrationQuestion { Key = "q", Group = "h" }));
        Assert.Throws<ArgumentException>(() => Form.Sheet("ann", 1));
        Assert.Throws<ArgumentException>(() => CalibrationMath.Compare(Form, [new CalibrationSheet { Evaluator = "ann" }]));
        Assert.Throws<ArgumentOutOfRangeException>(() => CalibrationTolerance.Points(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EvaluatorTrend.Of([1], -5));
    }

    private static EvaluatorComparison Compare(CalibrationSheet sheet) => CalibrationMath.Compare(Form, [sheet], CalibrationBenchmark.Expert(Expert)).Evaluators[0];
}
