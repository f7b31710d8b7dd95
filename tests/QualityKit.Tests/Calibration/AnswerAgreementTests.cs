using QualityKit.Calibration;
using QualityKit.Methods;
using QualityKit.Statistics;

namespace QualityKit.Tests.Calibration;

public sealed class AnswerAgreementTests
{
    private static readonly (double, double)[] ThreeAnswers = [(0, 0), (50, 50), (100, 100), (0, 100)];
    private static readonly (double, double)[] TwoAnswers = [(0, 0), (100, 100), (0, 0), (0, 100)];

    [Fact]
    public void Three_different_answers_are_a_scale_and_compared_in_their_order()
    {
        AnswerAgreement answers = Of(ThreeAnswers);

        // Of 8 answers 3 are 0, 2 are 50 and 3 are 100: 0 and 100 are (1.5 + 2 + 1.5) squared apart, their neighbours (1.5 + 1) squared; 1 - (2 x 25 / 8) / (600 / 56).
        Assert.True(answers.IsScale);
        Assert.Equal(5.0 / 12, answers.Krippendorff.Value!.Value, 12);
        Assert.Equal(Agreement.Krippendorff(Counts(ThreeAnswers), AlphaMetric.Ordinal), answers.Krippendorff);
    }

    [Fact]
    public void Two_different_answers_are_no_scale()
    {
        AnswerAgreement answers = Of(TwoAnswers);
        Estimate nominal = Agreement.Krippendorff(Counts(TwoAnswers), AlphaMetric.Nominal);

        // Of 8 answers 5 are 0: 1 - (2 / 8) / (30 / 56). Nominal and ordinal alpha are one for two answers; their errors are found in two ways.
        Assert.False(answers.IsScale);
        Assert.Equal(8.0 / 15, answers.Krippendorff.Value!.Value, 12);
        Assert.Equal(nominal.StandardError, answers.Krippendorff.StandardError);
        Assert.NotEqual(nominal.StandardError!.Value, Agreement.Krippendorff(Counts(TwoAnswers), AlphaMetric.Ordinal).StandardError!.Value, 3);
    }

    [Fact]
    public void Alpha_is_shown_while_chance_explains_at_most_nine_of_ten()
    {
        AnswerAgreement answers = Of(TwoAnswers);

        // (5 x 5 + 3 x 3) / 64.
        Assert.Equal(34.0 / 64, answers.Fleiss.Expected);
        Assert.Same(answers.Krippendorff, answers.Face);
    }

    [Fact]
    public void AC1_is_shown_where_chance_alone_explains_more_than_nine_of_ten()
    {
        // 198 of 200 answers are 100: 0.99 and 0.01 squared are 0.9802.
        AnswerAgreement answers = Of([.. Enumerable.Repeat((100.0, 100.0), 98), (0, 100), (100, 0)]);

        Assert.Equal(0.9802, answers.Fleiss.Expected!.Value, 12);
        Assert.True(answers.Krippendorff.HasValue);
        Assert.Same(answers.Gwet, answers.Face);
    }

    [Fact]
    public void AC1_is_shown_where_alpha_has_no_value()
    {
        // What only one of two scored is nothing to alpha, and an answer to AC1.
        AnswerAgreement answers = Of([(100, 100), (100, 100), (0, null), (0, null)]);

        Assert.Equal(EstimateStatus.NoVariation, answers.Krippendorff.Status);
        Assert.Equal((1.0, 0.5), (answers.Gwet.Value, answers.Fleiss.Expected));
        Assert.Same(answers.Gwet, answers.Face);
    }

    [Fact]
    public void Exactly_nine_of_ten_by_chance_is_not_more()
    {
        AnswerAgreement answers = Of([.. Enumerable.Repeat((50.0, 50.0), 109), (0, 0), (0, 0), (0, 0), (0, 0), (0, 25), (25, 100)]);

        // 218, 9, 2 and 1 of 230 answers: 47610 of 52900.
        Assert.Equal(0.9, answers.Fleiss.Expected);
        Assert.Same(answers.Krippendorff, answers.Face);
    }

    private static AnswerAgreement Of((double? Machine, double? Expert)[] pairs) => new MachineGate()
        .Decide("q", pairs.Select(pair => (Score(pair.Machine), Score(pair.Expert)))).Agreement;

    private static AnswerAgreement Of((double, double)[] pairs) => Of([.. pairs.Select(pair => ((double?)pair.Item1, (double?)pair.Item2))]);

    private static Fraction? Score(double? value) => value is { } score ? Fraction.From((decimal)score) : null;

    private static UnitCounts Counts((double First, double Second)[] pairs) =>
        Ratings.FromRows(pairs.Select(pair => (IReadOnlyList<double?>)[pair.First, pair.Second])).Value.ToCounts();
}
