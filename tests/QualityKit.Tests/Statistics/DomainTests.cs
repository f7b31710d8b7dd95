using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

/// <summary>What is outside the domain of a function is refused, by the name of the argument and with what is needed.</summary>
public sealed class DomainTests
{
    private const string Chance = "a number between 0 and 1 is needed";
    private const string Positive = "a number above 0 is needed";
    private const string Share = "a number of 0 to 1 is needed";

    private static readonly double[] NoChances = [0, 1, -0.25, 1.25, double.NaN];

    private static readonly double[] NotPositive = [0, -1, double.NaN, double.PositiveInfinity];

    private static readonly double[] NoShares = [-1e-9, 1.001, double.NaN];

    [Fact]
    public void A_chance_lies_strictly_between_0_and_1()
    {
        foreach (double p in NoChances)
        {
            Refused("probability", Chance, () => NormalDistribution.Quantile(p));
            Refused("probability", Chance, () => NormalDistribution.UpperQuantile(p));
            Refused("probability", Chance, () => StudentTDistribution.Quantile(p, 3));
            Refused("probability", Chance, () => StudentTDistribution.UpperQuantile(p, 3));
            Refused("probability", Chance, () => FisherFDistribution.Quantile(p, 3, 4));
            Refused("probability", Chance, () => FisherFDistribution.UpperQuantile(p, 3, 4));
            Refused("probability", Chance, () => ChiSquareDistribution.Quantile(p, 3));
            Refused("probability", Chance, () => ChiSquareDistribution.UpperQuantile(p, 3));
            Refused("probability", Chance, () => BetaDistribution.Quantile(p, 3, 4));
            Refused("probability", Chance, () => BetaDistribution.UpperQuantile(p, 3, 4));
        }
    }

    [Fact]
    public void A_shape_is_a_finite_number_above_0()
    {
        foreach (double shape in NotPositive)
        {
            Refused("x", Positive, () => SpecialFunctions.LogGamma(shape));
            Refused("a", Positive, () => SpecialFunctions.LowerGamma(shape, 2));
            Refused("a", Positive, () => SpecialFunctions.LowerGamma(shape, 0));
            Refused("a", Positive, () => SpecialFunctions.UpperGamma(shape, 2));
            Refused("a", Positive, () => SpecialFunctions.Beta(0.3, shape, 2));
            Refused("b", Positive, () => SpecialFunctions.Beta(0.3, 2, shape));
            Refused("b", Positive, () => SpecialFunctions.Beta(0, 2, shape));
            Refused("a", Positive, () => BetaDistribution.Upper(0.3, shape, 2));
            Refused("b", Positive, () => BetaDistribution.Upper(0.3, 2, shape));
            Refused("a", Positive, () => BetaDistribution.Quantile(0.3, shape, 2));
            Refused("b", Positive, () => BetaDistribution.Quantile(0.3, 2, shape));
            Refused("a", Positive, () => BetaDistribution.UpperQuantile(0.3, shape, 2));
            Refused("b", Positive, () => BetaDistribution.UpperQuantile(0.3, 2, shape));
        }
    }

    [Fact]
    public void Degrees_of_freedom_are_finite_and_above_0()
    {
        foreach (double degrees in NotPositive)
        {
            Refused("degrees", Positive, () => StudentTDistribution.Lower(1.5, degrees));
            Refused("degrees", Positive, () => StudentTDistribution.Upper(1.5, degrees));
            Refused("degrees", Positive, () => StudentTDistribution.Quantile(0.3, degrees));
            Refused("degrees", Positive, () => StudentTDistribution.UpperQuantile(0.3, degrees));
            Refused("degrees", Positive, () => ChiSquareDistribution.Quantile(0.3, degrees));
            Refused("degrees", Positive, () => ChiSquareDistribution.UpperQuantile(0.3, degrees));
            Refused("above", Positive, () => FisherFDistribution.Lower(1.5, degrees, 4));
            Refused("below", Positive, () => FisherFDistribution.Upper(1.5, 4, degrees));
            Refused("above", Positive, () => FisherFDistribution.Quantile(0.3, degrees, 4));
            Refused("below", Positive, () => FisherFDistribution.UpperQuantile(0.3, 4, degrees));
        }
    }

    [Fact]
    public void A_place_in_a_distribution_is_a_number()
    {
        Refused("z", "a number is needed", () => NormalDistribution.Density(double.NaN));
        Refused("z", "a number is needed", () => NormalDistribution.Upper(double.NaN));
        Refused("t", "a number is needed", () => StudentTDistribution.Upper(double.NaN, 3));
        Refused("x", "a number is needed", () => SpecialFunctions.Erf(double.NaN));
        Refused("x", "a number is needed", () => SpecialFunctions.Erfc(double.NaN));
        foreach (double x in new[] { -1e-9, double.NaN })
        {
            Refused("x", "a number of 0 or more is needed", () => SpecialFunctions.LowerGamma(2, x));
            Refused("x", "a number of 0 or more is needed", () => SpecialFunctions.UpperGamma(2, x));
            Refused("f", "a number of 0 or more is needed", () => FisherFDistribution.Upper(x, 3, 4));
        }
    }

    [Fact]
    public void A_share_is_0_to_1()
    {
        foreach (double share in NoShares)
        {
            Refused("x", Share, () => SpecialFunctions.Beta(share, 2, 3));
            Refused("x", Share, () => BetaDistribution.Upper(share, 2, 3));
            Refused("target", Share, () => SampleShare.Of(1, 2).ChanceBelow(share).Value);
            Refused("probability", Share, () => BinomialDistribution.Probability(2, 5, share));
            Refused("probability", Share, () => BinomialDistribution.Lower(2, 5, share));
            Refused("probability", Share, () => BinomialDistribution.Upper(2, 5, share));
        }
    }

    [Fact]
    public void Successes_are_0_to_all_trials()
    {
        foreach (Func<long, long, double, double> chance in new Func<long, long, double, double>[] { BinomialDistribution.Probability, BinomialDistribution.Lower, BinomialDistribution.Upper })
        {
            Refused("trials", "non-negative", () => chance(0, -1, 0.5));
            Refused("trials", "non-negative", () => chance(-1, -1, 0.5));
            Refused("successes", "non-negative", () => chance(-1, 5, 0.5));
            Refused("successes", "less than or equal to '5'", () => chance(6, 5, 0.5));
        }
    }

    [Fact]
    public void A_sample_of_shares_has_no_more_successes_than_trials_and_no_more_trials_than_its_population()
    {
        Refused("successes", "non-negative", () => SampleShare.Of(-1, 5));
        Refused("trials", "greater than or equal to '6'", () => SampleShare.Of(6, 5));
        ArgumentException error = Assert.Throws<ArgumentException>(() => SampleShare.Of(3, 5, 4));
        Assert.Equal("population", error.ParamName);
        Assert.Contains("at least as large as its sample", error.Message, StringComparison.Ordinal);
        Assert.Equal(5, SampleShare.Of(3, 5, 5).Population);
    }

    [Fact]
    public void A_confidence_lies_strictly_between_0_and_1_whatever_it_is_asked_of()
    {
        SampleMean mean = SampleMean.Of([1, 2, 4]);
        SampleShare share = SampleShare.Of(3, 5);
        SampleShare census = SampleShare.Of(3, 5, 5);
        foreach (double confidence in NoChances)
        {
            Refused("confidence", Chance, () => mean.Interval(confidence));
            Refused("confidence", Chance, () => SampleMean.Of([]).Interval(confidence));
            Refused("confidence", Chance, () => share.Interval(confidence));
            Refused("confidence", Chance, () => census.Interval(confidence));
            Refused("confidence", Chance, () => share.Interval(ShareMethod.Jeffreys, confidence));
            Refused("confidence", Chance, () => SampleShare.Of(0, 0).Interval(ShareMethod.Jeffreys, confidence));
            Refused("confidence", Chance, () => Difference.Of(mean, mean, confidence));
            Refused("confidence", Chance, () => Difference.Of(SampleMean.Of([]), mean, confidence));
            Refused("confidence", Chance, () => Difference.Of(share, share, confidence));
            Refused("confidence", Chance, () => Ranking.Of(new[] { mean, mean }, confidence));
            Refused("confidence", Chance, () => Ranking.Of(new[] { share }, confidence));
            Refused("confidence", Chance, () => NormalShrinkage.Of([1, 2], [1, 1], confidence));
            Refused("confidence", Chance, () => BetaShrinkage.Of([share, share]).Shrunken(0, confidence));
        }
    }

    [Fact]
    public void A_list_that_is_not_there_is_refused_by_its_name()
    {
        Missing("values", () => ControlChart.OfValues(null!));
        Missing("values", () => ControlChart.Ewma(null!, 0, 1));
        Missing("periods", () => ControlChart.OfShares(null!));
        Missing("values", () => CusumChart.Of(null!, 0, 1, 5));
        Missing("values", () => MovingRange.Mean(null!));
        Missing("scores", () => DropWatch.Of(null!));
        Missing("samples", () => Ranking.Of((IReadOnlyList<SampleMean>)null!));
        Missing("samples", () => Ranking.Of((IReadOnlyList<SampleShare>)null!));
        Missing("samples", () => NormalShrinkage.Of(null!));
        Missing("samples", () => BetaShrinkage.Of(null!));
        Missing("samples", () => BetaShrinkage.OfMoments(null!));
        Missing("first", () => Difference.Of(null!, SampleMean.Of([1])));
        Missing("second", () => Difference.Of(SampleMean.Of([1]), null!));
        Missing("first", () => Difference.Of(null!, SampleShare.Of(1, 1)));
        Missing("second", () => Difference.Of(SampleShare.Of(1, 1), null!));
        Missing("other", () =>
        {
            new ScoreMoments(2).Merge(null!);
            return null;
        });

        static void Missing(string name, Func<object?> call) => Assert.Equal(name, Assert.Throws<ArgumentNullException>(call).ParamName);
    }

    [Fact]
    public void No_sample_is_large_enough_for_a_margin_of_next_to_nothing()
    {
        Refused("exact", "no sample is large enough; allow a wider margin", () => SampleSize.ForShift(1e-10));
        Refused("exact", "no sample is large enough; allow a wider margin", () => SampleNeed.Of(9e18));
        Assert.InRange(SampleNeed.Of(8.9e18).Required, 8_899_999_999_990_000_000, 8_900_000_000_000_000_000);
    }

    private static void Refused(string name, string words, Func<object?> call)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(call);
        Assert.Equal(name, error.ParamName);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }
}
