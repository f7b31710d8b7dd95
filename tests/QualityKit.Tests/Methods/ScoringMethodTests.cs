using QualityKit.Methods;

namespace QualityKit.Tests.Methods;

public sealed class ScoringMethodTests
{
    [Fact]
    public void The_default_method_is_the_weighted_mean_of_groups()
    {
        ScoringMethod method = ScoringMethod.Default;

        Assert.Equal(1, method.SemanticsVersion);
        Assert.Null(method.Name);
        Assert.Equal(QuestionValue.OfMaximum, method.Value);
        Assert.Equal(Combination.GroupWeights(GroupBasis.QuestionWeights), method.Combination);
        Assert.Equal(NotApplicableRule.StaysInGroup, method.NotApplicable);
        Assert.Equal(UnansweredRule.AsNotApplicable, method.Unanswered);
        Assert.Equal(FailureEffect.Zero, method.Failure);
        Assert.Null(method.CriticalBelow);
        Assert.Equal(BonusRule.ToEarned, method.Bonus);
        Assert.Equal(Selection.All, method.Selection);
        Assert.Null(method.LeastAnswers);
        Assert.False(method.CapAtFull || method.FloorAtZero);
        Assert.Equal(CriticalBasis.Weighted, method.Critical);
        Assert.Equal((2, MidpointRounding.AwayFromZero), (method.Rounding.Digits, method.Rounding.Midpoint));
    }

    [Theory]
    [InlineData(CombinationKind.GroupWeights, false, ScoreUnit.Share)]
    [InlineData(CombinationKind.GroupWeights, true, ScoreUnit.Points)]
    [InlineData(CombinationKind.QuestionWeights, false, ScoreUnit.Share)]
    [InlineData(CombinationKind.QuestionWeights, true, ScoreUnit.Points)]
    [InlineData(CombinationKind.WeightedPoints, false, ScoreUnit.Share)]
    [InlineData(CombinationKind.TotalPoints, false, ScoreUnit.Share)]
    [InlineData(CombinationKind.Deductions, false, ScoreUnit.Share)]
    [InlineData(CombinationKind.Deductions, true, ScoreUnit.Share)]
    [InlineData(CombinationKind.Sum, false, ScoreUnit.Points)]
    [InlineData(CombinationKind.Grade, false, ScoreUnit.Grade)]
    [InlineData(CombinationKind.Grade, true, ScoreUnit.Grade)]
    public void The_unit_follows_from_combination_and_value(CombinationKind kind, bool asPoints, ScoreUnit expected) =>
        Assert.Equal(expected, Of(kind, asPoints).Unit);

    [Theory]
    [InlineData(CombinationKind.GroupWeights, false)]
    [InlineData(CombinationKind.QuestionWeights, true)]
    [InlineData(CombinationKind.WeightedPoints, true)]
    [InlineData(CombinationKind.TotalPoints, true)]
    [InlineData(CombinationKind.Deductions, false)]
    [InlineData(CombinationKind.Sum, false)]
    [InlineData(CombinationKind.Grade, false)]
    public void Flat_combinations_have_one_quotient(CombinationKind kind, bool expected) => Assert.Equal(expected, Of(kind, false).IsFlat);

    [Theory]
    [InlineData(CombinationKind.GroupWeights, true, false)]
    [InlineData(CombinationKind.QuestionWeights, true, false)]
    [InlineData(CombinationKind.WeightedPoints, false, false)]
    [InlineData(CombinationKind.TotalPoints, false, false)]
    [InlineData(CombinationKind.Deductions, false, true)]
    [InlineData(CombinationKind.Sum, false, true)]
    [InlineData(CombinationKind.Grade, true, true)]
    public void Means_are_taken_of_values_and_some_values_are_points(CombinationKind kind, bool isMean, bool takesPoints)
    {
        Assert.Equal(isMean, Of(kind, false).IsMeanOfValues);
        Assert.Equal(takesPoints, Of(kind, false).TakesPoints);
        Assert.True(Of(kind, true).TakesPoints);
    }

    [Fact]
    public void Within_points_no_mean_of_values_is_taken() =>
        Assert.False(new ScoringMethod { Combination = Combination.GroupWeights(GroupBasis.Points) }.IsMeanOfValues);

    [Fact]
    public void Parts_remember_what_they_were_made_of()
    {
        Assert.Equal((CombinationKind.GroupWeights, GroupBasis.Points, 0m), Parts(Combination.GroupWeights(GroupBasis.Points)));
        Assert.Equal((CombinationKind.Deductions, GroupBasis.QuestionWeights, 0.5m), Parts(Combination.Deductions(0.5m)));
        Assert.Equal((QuestionValueKind.OfFixedScale, 0.5m), (QuestionValue.OfFixedScale(0.5m).Kind, QuestionValue.OfFixedScale(0.5m).Scale));
        Assert.Equal((SelectionKind.DropLowest, 1), (Selection.DropLowest(1).Kind, Selection.DropLowest(1).Count));
        Assert.Equal((SelectionKind.KeepHighest, 2), (Selection.KeepHighest(2).Kind, Selection.KeepHighest(2).Count));
        Assert.Equal((SelectionKind.KeepLowest, 3), (Selection.KeepLowest(3).Kind, Selection.KeepLowest(3).Count));
        Assert.Equal((SelectionKind.KeepMiddle, 0), (Selection.KeepMiddle.Kind, Selection.KeepMiddle.Count));
        Assert.Equal((SelectionKind.KeepMostFrequent, 0), (Selection.KeepMostFrequent.Kind, Selection.KeepMostFrequent.Count));
        Assert.Equal((SelectionKind.All, 0), (Selection.All.Kind, Selection.All.Count));
        Assert.Equal(Score.Percent(80), PassRule.AtLeast(80).Mark);
        Assert.Null(PassRule.AtLeast(80).QuestionMinimum);
    }

    [Fact]
    public void Methods_of_equal_parts_are_equal() =>
        Assert.Equal(
            new ScoringMethod { Combination = Combination.Deductions(100), Value = QuestionValue.OfFixedScale(10), Selection = Selection.DropLowest(1) },
            new ScoringMethod { Combination = Combination.Deductions(100), Value = QuestionValue.OfFixedScale(10), Selection = Selection.DropLowest(1) });

    [Fact]
    public void Parts_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Combination.GroupWeights((GroupBasis)2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Combination.Deductions(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Combination.Deductions(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuestionValue.OfFixedScale(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuestionValue.OfFixedScale(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Selection.DropLowest(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Selection.KeepHighest(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Selection.KeepLowest(0));
    }

    private static (CombinationKind Kind, GroupBasis Within, decimal Start) Parts(Combination combination) =>
        (combination.Kind, combination.Within, combination.Start);

    private static ScoringMethod Of(CombinationKind kind, bool asPoints) => new()
    {
        Value = asPoints ? QuestionValue.AsPoints : QuestionValue.OfMaximum,
        Combination = kind switch
        {
            CombinationKind.QuestionWeights => Combination.QuestionWeights,
            CombinationKind.WeightedPoints => Combination.WeightedPoints,
            CombinationKind.TotalPoints => Combination.TotalPoints,
            CombinationKind.Deductions => Combination.Deductions(100),
            CombinationKind.Sum => Combination.Sum,
            CombinationKind.Grade => Combination.Grade,
            _ => Combination.GroupWeights(),
        },
    };
}
