using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

/// <summary>The formulas of sample sizes, with quantiles of the normal distribution as tables print them.</summary>
public sealed class SampleSizeTests
{
    private const double Z95 = 1.959963984540054;
    private const double Z99 = 2.5758293035489004;

    [Fact]
    public void A_share_needs_what_Cochran_says_of_an_endless_and_of_a_small_population()
    {
        double endless = Z95 * Z95 * 0.25 / 0.0025;
        Near(endless, SampleSize.ForShare(0.05).Exact);
        Near(endless / (1 + ((endless - 1) / 1000)), SampleSize.ForShare(0.05, 1000).Exact);
        Assert.Equal(278, SampleSize.ForShare(0.05, 1000).Required);

        double uneven = Z99 * Z99 * 0.2 * 0.8 / 0.0009;
        Near(uneven / (1 + ((uneven - 1) / 2500)), SampleSize.ForShare(0.03, 2500, 0.2, 0.99).Exact);
    }

    [Fact]
    public void A_mean_needs_what_Cochran_says_of_an_endless_and_of_a_small_population()
    {
        double endless = Math.Pow(Z95 * 12 / 5, 2);
        Near(endless, SampleSize.ForMean(12, 5).Exact);
        Assert.Equal(23, SampleSize.ForMean(12, 5).Required);
        Near(endless / (1 + (endless / 40)), SampleSize.ForMean(12, 5, 40).Exact);
        Near(Math.Pow(Z99 * 0.5 / 0.25, 2), SampleSize.ForMean(0.5, 0.25, null, 0.99).Exact);
    }

    [Fact]
    public void A_margin_that_is_met_exactly_is_met()
    {
        // With four scores of deviation 1 the standard error is a half.
        double margin = StudentTDistribution.UpperQuantile((1 - 0.95) / 2, 3) / 2;
        Assert.Equal(4, SampleSize.ForMeanByStudent(1, margin));
        Assert.Equal(5, SampleSize.ForMeanByStudent(1, margin * (1 - 1e-12)));
    }

    [Fact]
    public void Two_scores_are_the_least_by_Student_and_one_where_there_is_but_one()
    {
        Assert.Equal(2, SampleSize.ForMeanByStudent(1, 100));
        Assert.Equal(2, SampleSize.ForMeanByStudent(12, 0.01, 2));
        Assert.Equal(1, SampleSize.ForMeanByStudent(12, 5, 1));
    }

    [Fact]
    public void Nearly_all_of_a_population_is_not_taken_for_all_of_it()
    {
        // t(57) sqrt(1 / 58 - 1 / 60) = 0.0480 and t(58) sqrt(1 / 59 - 1 / 60) = 0.0336.
        Assert.Equal(58, SampleSize.ForMean(1, 0.0475, 60).Required);
        Assert.Equal(59, SampleSize.ForMeanByStudent(1, 0.0475, 60));
    }

    [Fact]
    public void A_shift_needs_the_sum_of_both_quantiles_over_it_squared()
    {
        // z(0.05) = 1.644853627, z(0.1) = 1.281551566, z(0.025) = 1.959963985, z(0.2) = 0.841621234.
        Near(Math.Pow(1.6448536269514722 + 1.2815515655446004, 2), SampleSize.ForShift(1).Exact);
        Assert.Equal(9, SampleSize.ForShift(1).Required);
        Near(Math.Pow((1.6448536269514722 + 0.8416212335729142) / 0.5, 2), SampleSize.ForShift(0.5, 0.05, 0.2).Exact);
        Near(Math.Pow((Z95 + 1.2815515655446004) / 0.5, 2), SampleSize.ForShift(0.5, isOneSided: false).Exact);
        Assert.Equal(new SampleNeed(0, 1), SampleSize.ForShift(0.5, 0.9, 0.9));
    }

    // By trying n with t(alpha) and t(beta) of a printed table: one-sided 0.5 has 35.899 at n = 36 and 35.949 at n = 35.
    [Theory]
    [InlineData(1.0, true, 11)]
    [InlineData(0.5, true, 36)]
    [InlineData(1.0, false, 13)]
    [InlineData(2.6, true, 4)]
    public void A_shift_needs_more_by_Student(double shift, bool isOneSided, long size) =>
        Assert.Equal(size, SampleSize.ForShiftByStudent(shift, 0.05, 0.1, isOneSided));

    [Fact]
    public void A_shift_that_is_noticed_just_so_is_noticed()
    {
        double sum = StudentTDistribution.UpperQuantile(0.05, 3) + StudentTDistribution.UpperQuantile(0.1, 3);
        Assert.Equal(4, SampleSize.ForShiftByStudent(sum / 2));
        Assert.Equal(5, SampleSize.ForShiftByStudent(sum / 2 * (1 - 1e-12)));
    }

    [Fact]
    public void A_margin_of_a_share_is_that_of_Cochran()
    {
        Near(Z95 * Math.Sqrt(0.3 * 0.7 / 100), SampleSize.MarginOfShare(100, null, 0.3));
        Near(Z95 * Math.Sqrt(0.3 * 0.7 / 100 * 900 / 999), SampleSize.MarginOfShare(100, 1000, 0.3));
        Near(Z99 * Math.Sqrt(0.25 / 20 * 10 / 29), SampleSize.MarginOfShare(20, 30, confidence: 0.99));
        Assert.Equal(0, SampleSize.MarginOfShare(1, 1));
        Assert.Equal(0, SampleSize.MarginOfShare(10, null, 0));
        Assert.Equal(0, SampleSize.MarginOfShare(10, null, 1));
    }

    [Fact]
    public void A_margin_above_0_is_needed()
    {
        foreach (double margin in new[] { 0, -0.1, double.NaN, double.PositiveInfinity })
        {
            Refused("margin", "a number above 0 is needed", () => SampleSize.ForShare(margin));
            Refused("margin", "a number above 0 is needed", () => SampleSize.KrejcieMorgan(100, margin));
            Refused("margin", "a number above 0 is needed", () => SampleSize.ForMean(12, margin));
            Refused("standardDeviation", "a number above 0 is needed", () => SampleSize.ForMean(margin, 5));
            Refused("shift", "a number above 0 is needed", () => SampleSize.ForShift(margin));
        }
    }

    [Fact]
    public void A_chance_is_between_0_and_1()
    {
        foreach (double chance in new[] { 0, 1, -0.5, 1.5, double.NaN })
        {
            Refused("expected", "a number between 0 and 1", () => SampleSize.ForShare(0.05, null, chance));
            Refused("confidence", "a number between 0 and 1", () => SampleSize.ForShare(0.05, null, 0.5, chance));
            Refused("expected", "a number between 0 and 1", () => SampleSize.KrejcieMorgan(100, 0.05, chance));
            Refused("confidence", "a number between 0 and 1", () => SampleSize.ForMean(12, 5, null, chance));
            Refused("falseAlarm", "a number between 0 and 1", () => SampleSize.ForShift(1, chance));
            Refused("missed", "a number between 0 and 1", () => SampleSize.ForShift(1, 0.05, chance));
            Refused("maximum", "a number between 0 and 1", () => SampleSize.WithoutDefect(chance));
            Refused("alpha", "a number between 0 and 1", () => SampleSize.WithoutDefect(0.01, chance));
            Refused("alpha", "a number between 0 and 1", () => SampleSize.WithoutDefect(10, 1, chance));
        }

        Refused("expected", "a number of 0 to 1", () => SampleSize.MarginOfShare(10, null, -0.01));
        Refused("expected", "a number of 0 to 1", () => SampleSize.MarginOfShare(10, null, 1.01));
    }

    [Fact]
    public void A_population_and_a_sample_have_at_least_one()
    {
        foreach (long none in new[] { 0, -1 })
        {
            Refused("population", "", () => SampleSize.ForShare(0.05, none));
            Refused("population", "", () => SampleSize.ForMean(12, 5, none));
            Refused("population", "", () => SampleSize.KrejcieMorgan(none));
            Refused("population", "", () => SampleSize.WithoutDefect(none, 1, 0.05));
            Refused("defects", "", () => SampleSize.WithoutDefect(10, none, 0.05));
            Refused("sample", "", () => SampleSize.MarginOfShare(none));
        }

        Refused("defects", "", () => SampleSize.WithoutDefect(10, 11, 0.05));
        Refused("population", "a population is at least as large as its sample", () => SampleSize.MarginOfShare(60, 59));
    }

    private static void Refused(string parameter, string message, Func<object> call) =>
        Assert.Contains(message, Assert.Throws<ArgumentOutOfRangeException>(parameter, call).Message, StringComparison.Ordinal);

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-12 * Math.Abs(expected));
}
