using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>The weights of pairs of categories, worked by hand from their definitions (Gwet 2014, table 3.1).</summary>
public sealed class AgreementWeightTests
{
    private static readonly RatingScale Doubling = RatingScale.Of(1, 2, 4, 8);

    [Fact]
    public void Only_the_same_category_agrees_with_identity_weights() => Same(AgreementWeights.Identity, (1, 2, 0), (1, 4, 0), (1, 8, 0), (2, 4, 0), (2, 8, 0), (4, 8, 0));

    [Fact]
    public void Linear_weights_fall_with_the_distance() =>
        Same(AgreementWeights.Linear, (1, 2, 6 / 7.0), (1, 4, 4 / 7.0), (1, 8, 0), (2, 4, 5 / 7.0), (2, 8, 1 / 7.0), (4, 8, 3 / 7.0));

    [Fact]
    public void Quadratic_weights_fall_with_the_squared_distance() =>
        Same(AgreementWeights.Quadratic, (1, 2, 48 / 49.0), (1, 4, 40 / 49.0), (1, 8, 0), (2, 4, 45 / 49.0), (2, 8, 13 / 49.0), (4, 8, 33 / 49.0));

    [Fact]
    public void Radical_weights_fall_with_the_root_of_the_distance() =>
        Same(
            AgreementWeights.Radical,
            (1, 2, 1 - Math.Sqrt(1 / 7.0)),
            (1, 4, 1 - Math.Sqrt(3 / 7.0)),
            (1, 8, 0),
            (2, 4, 1 - Math.Sqrt(2 / 7.0)),
            (2, 8, 1 - Math.Sqrt(6 / 7.0)),
            (4, 8, 1 - Math.Sqrt(4 / 7.0)));

    [Fact]
    public void Ordinal_weights_count_the_pairs_between() =>
        Same(AgreementWeights.Ordinal, (1, 2, 5 / 6.0), (1, 4, 1 / 2.0), (1, 8, 0), (2, 4, 5 / 6.0), (2, 8, 1 / 2.0), (4, 8, 5 / 6.0));

    [Fact]
    public void Ratio_weights_fall_with_the_distance_in_proportion() =>
        Same(AgreementWeights.Ratio, (1, 2, 40 / 49.0), (1, 4, 496 / 1225.0), (1, 8, 0), (2, 4, 40 / 49.0), (2, 8, 496 / 1225.0), (4, 8, 40 / 49.0));

    [Fact]
    public void Ratio_weights_take_0_and_nothing_below()
    {
        double[,] table = AgreementWeights.Ratio.For(RatingScale.Of(0, 1, 3));
        Assert.Equal(new double[,] { { 1, 0, 0 }, { 0, 1, 0.75 }, { 0, 0.75, 1 } }, table);
        foreach (RatingScale below in new[] { RatingScale.Of(-1, 1), RatingScale.Of(-3, -1) })
        {
            Assert.Contains(
                "ratio weights need categories of 0 or more",
                Assert.Throws<ArgumentException>(() => AgreementWeights.Ratio.For(below)).Message,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_scale_of_one_category_has_one_weight()
    {
        AgreementWeights[] all =
        [
            AgreementWeights.Identity, AgreementWeights.Linear, AgreementWeights.Quadratic, AgreementWeights.Ordinal, AgreementWeights.Radical, AgreementWeights.Ratio,
        ];
        Assert.All(all, weights => Assert.Equal(new double[,] { { 1 } }, weights.For(RatingScale.Of(5))));
    }

    [Fact]
    public void Weights_of_your_own_are_kept_as_they_were_given()
    {
        double[,] given = { { 1, 0, 0.25 }, { 0, 1, 1 }, { 0.25, 1, 1 } };
        var weights = AgreementWeights.FromMatrix(given);
        given[0, 2] = 0.5;
        Assert.Equal(new double[,] { { 1, 0, 0.25 }, { 0, 1, 1 }, { 0.25, 1, 1 } }, weights.For(RatingScale.Of(1, 2, 3)));
    }

    [Fact]
    public void Weights_of_your_own_are_square_symmetric_and_1_on_the_diagonal()
    {
        Refused(new[,] { { 1, 0.5 }, { 0.4, 1 } }, "those at 0, 1 are not");
        Refused(new[,] { { 1, 1.5 }, { 1.5, 1 } }, "those at 0, 1 are not");
        Refused(new[,] { { 1, -0.1 }, { -0.1, 1 } }, "those at 0, 1 are not");
        Refused(new[,] { { 1, double.NaN }, { double.NaN, 1 } }, "those at 0, 1 are not");
        Refused(new[,] { { 1, 0.5 }, { 0.5, 0.9 } }, "those at 1, 0 are not");
        Refused(new[,] { { 1, 0.5, 0.2 }, { 0.5, 1, 0.3 } }, "those at 0, 0 are not");
        Refused(new[,] { { 1, 0.5 }, { 0.5, 1 }, { 0.2, 0.3 } }, "those at 0, 0 are not");
        Assert.Throws<ArgumentNullException>("weights", () => AgreementWeights.FromMatrix(null!));
    }

    [Fact]
    public void Weights_of_your_own_are_for_as_many_categories()
    {
        var ofTwo = AgreementWeights.FromMatrix(new[,] { { 1, 0.5 }, { 0.5, 1 } });
        Assert.Contains(
            "there are 3 categories, and weights for 2",
            Assert.Throws<ArgumentException>("weights", () => Agreement.Fleiss(UnitCounts.Of(RatingScale.Of(1, 2, 3), 1, 1, 0), ofTwo)).Message,
            StringComparison.Ordinal);
    }

    private static void Refused(double[,] table, string message)
    {
        string actual = Assert.Throws<ArgumentException>("weights", () => AgreementWeights.FromMatrix(table)).Message;
        Assert.Contains("weights are square and symmetric, 1 on the diagonal and 0 to 1 beside it", actual, StringComparison.Ordinal);
        Assert.Contains(message, actual, StringComparison.Ordinal);
    }

    private static void Same(AgreementWeights weights, params (double First, double Second, double Weight)[] expected)
    {
        double[,] table = weights.For(Doubling);
        foreach ((double first, double second, double weight) in expected)
        {
            int k = Doubling.IndexOf(first);
            int l = Doubling.IndexOf(second);
            Assert.Equal(weight, table[k, l], 1e-15);
            Assert.Equal(weight, table[l, k], 1e-15);
        }

        Assert.All(Enumerable.Range(0, 4), k => Assert.Equal(1, table[k, k]));
    }
}
