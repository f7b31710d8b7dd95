using System.Numerics;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Rescoring;
using QualityKit.Scoring;

namespace QualityKit.Tests.Rescoring;

/// <summary>What lanes say is never above the exact number and less than the stated error below it, whatever the numbers.</summary>
public sealed class LaneBoundTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 99)]
    [InlineData(3, 1)]
    [InlineData(250, 7)]
    public void A_lane_is_less_than_its_error_below_the_exact_share(int weight, int otherWeight)
    {
        foreach (decimal[] weights in new decimal[][] { [1], [1, 1], [2, 1, 3, 1, 1, 1.5m], [40, 60, 100], [0.5m, 0.7m] })
        {
            ColumnPlan plan = Plan(weights, weight, otherWeight);
            for (int counted = 1; counted * plan.Groups[0].CountedUnit <= plan.Groups[0].Amounts.Sum(question => question.Counted.Max()); counted++)
            {
                CheckTerm(plan, new LaneTerm(plan, 0, counted));
            }
        }
    }

    [Theory]
    [InlineData(-1, 2, false)]
    [InlineData(0, 1, false)]
    [InlineData(0, 1, true)]
    [InlineData(1, 32768, false)]
    [InlineData(4, 5, false)]
    [InlineData(4, 5, true)]
    [InlineData(1, 2, false)]
    [InlineData(1, 2, true)]
    [InlineData(1, 1, false)]
    [InlineData(1, 1, true)]
    [InlineData(3, 2, false)]
    [InlineData(1000, 1, true)]
    public void A_lane_decides_only_what_the_exact_total_cannot_change(int numerator, int denominator, bool isAfter)
    {
        const int groups = 3;
        var cut = new CutPoint(Fraction.Of(numerator, denominator), isAfter);
        var lane = new LaneCut(cut, groups);
        Fraction tiny = Fraction.Of(1, 1_000_000);
        for (int value = 0; value <= LaneTerm.One; value++)
        {
            Fraction lowest = Fraction.Of(value, LaneTerm.One);
            Fraction highest = Fraction.Of(value + (groups * LaneTerm.Error), LaneTerm.One) - tiny;
            Assert.True(value < lane.Sure || cut.IsReachedBy(lowest), $"{value} is sure too early");
            Assert.True(value >= lane.Near || !cut.IsReachedBy(highest), $"{value} is given up too early");
        }

        Assert.InRange(lane.Sure - lane.Near, 0, (groups * LaneTerm.Error) + 1);
    }

    [Fact]
    public void A_cut_point_takes_quotients_and_fractions_of_any_size()
    {
        Fraction wide = Fraction.Of(BigInteger.Pow(10, 30) + 1, 2 * BigInteger.Pow(10, 30));
        foreach (bool isAfter in new[] { false, true })
        {
            Assert.False(new CutPoint(wide, isAfter).IsReachedBy(1, 2));
            Assert.True(new CutPoint(wide, isAfter).IsReachedBy(2, 3));
            Assert.Equal(!isAfter, new CutPoint(Fraction.Of(1, 2), isAfter).IsReachedBy(2, 4));
            Assert.Equal(!isAfter, new CutPoint(Fraction.Of(1, 2), isAfter).IsReachedBy(Fraction.Of(1, 2)));
            Assert.False(new CutPoint(Fraction.Of(1, 2), isAfter).IsReachedBy(3, 7));
            Assert.True(new CutPoint(Fraction.Of(1, 2), isAfter).IsReachedBy(4, 7));
        }
    }

    private static void CheckTerm(ColumnPlan plan, LaneTerm term)
    {
        long most = Math.Min(plan.Groups[0].Most, term.Counted * plan.Groups[0].CountedUnit / plan.Groups[0].EarnedUnit);
        for (int earned = 0; earned <= most; earned++)
        {
            Assert.InRange(earned * term.Factor, 0, ushort.MaxValue);
            int lane = earned * term.Factor * (long)term.Reciprocal >> 16 is var high and <= ushort.MaxValue ? (int)high : -1;
            Int128 exact = (Int128)earned * term.Numerator * LaneTerm.One;
            Int128 below = (Int128)lane * term.Denominator;
            Assert.True(below <= exact, $"{earned} of {term.Counted}: above");
            Assert.True(exact < below + ((Int128)LaneTerm.Error * term.Denominator), $"{earned} of {term.Counted}: too far below");
        }
    }

    private static ColumnPlan Plan(decimal[] weights, int weight, int otherWeight)
    {
        FormItem[] items = [.. weights.Select((own, position) => Ask.Range($"q{position}", "Q?", 1, 5) with { Weight = own })];
        EvaluationForm form = EvaluationForm.Draft("F").Group("G", weight, items).Group("H", otherWeight, Ask.YesNo("h", "H?")).Publish().Value;
        return ColumnPlan.TryBuild(CompiledForm.For(form), new ColumnLayout(ScoringPlan.For(form)), out _)!;
    }
}
