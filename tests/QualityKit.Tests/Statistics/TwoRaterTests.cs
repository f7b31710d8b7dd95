using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>Tables of two raters, kappa of every two raters, and McNemar's test.</summary>
public sealed class TwoRaterTests
{
    private const double Z = 1.959963984540054;

    private static readonly RatingScale Three = RatingScale.Of(1, 2, 4);

    private static readonly long[,] Uneven = { { 11, 3, 1 }, { 2, 7, 6 }, { 0, 5, 9 } };

    // Computed with Python's fractions by the delta method: kappa's derivative in every cell's share, its variance over the shares, and for chance over the products of the margins.
    [Theory]
    [InlineData("identity", 8.0 / 19, 0.1103697100762899922918, 0.1062144519555226301458)]
    [InlineData("linear", 211.0 / 431, 0.1077846119103615895172, 0.1224325603624999698679)]
    [InlineData("quadratic", 1733.0 / 3009, 0.1054172347447476750090, 0.1498429888415515698636)]
    public void Kappa_and_both_of_its_errors_are_those_of_the_delta_method(string kind, double kappa, double error, double errorByChance)
    {
        AgreementWeights weights = kind switch
        {
            "identity" => AgreementWeights.Identity,
            "linear" => AgreementWeights.Linear,
            _ => AgreementWeights.Quadratic,
        };
        var table = ContingencyTable.Of(Three, Uneven);
        Estimate estimate = table.Cohen(weights);
        Near(kappa, estimate.Value);
        Near(error, estimate.StandardError);
        Near(errorByChance, table.CohenErrorByChance(weights));
        Near(kappa - (Z * error), estimate.Interval!.Value.Lower);
        Near(kappa + (Z * error), estimate.Interval.Value.Upper);
        Assert.Equal(0.95, estimate.Interval.Value.Confidence);
        Assert.Equal((44, 88, 3), (estimate.Units, estimate.Ratings, estimate.Categories));
    }

    [Fact]
    public void The_examples_of_Fleiss_come_out()
    {
        // Fleiss, Statistical Methods for Rates and Proportions, table 13.1.
        var diagnoses = ContingencyTable.Of(Three, new long[,] { { 75, 1, 4 }, { 5, 4, 1 }, { 0, 0, 10 } });
        Near(23.0 / 34, diagnoses.Cohen().Value);
        Assert.Equal(0.087, diagnoses.Cohen().StandardError!.Value, 1e-3);
        Assert.Equal(0.076, diagnoses.CohenErrorByChance()!.Value, 5e-4);

        // Fleiss, Cohen and Everitt (1969).
        var table = ContingencyTable.Of(Three, new long[,] { { 106, 10, 4 }, { 22, 28, 10 }, { 2, 12, 6 } });
        var weights = AgreementWeights.FromMatrix(new double[,] { { 1, 0, 4.0 / 9 }, { 0, 1, 2.0 / 3 }, { 4.0 / 9, 2.0 / 3, 1 } });
        Near(3.0 / 7, table.Cohen().Value);
        Assert.Equal(0.002885, Math.Pow(table.Cohen().StandardError!.Value, 2), 5e-7);
        Near(395.0 / 779, table.Cohen(weights).Value);
        Assert.Equal(0.003248, Math.Pow(table.Cohen(weights).StandardError!.Value, 2), 5e-7);
        Assert.Equal(0.004269, Math.Pow(table.CohenErrorByChance(weights)!.Value, 2), 5e-7);
    }

    [Fact]
    public void Prevalence_and_bias_are_differences_of_shares_of_two_categories()
    {
        var table = ContingencyTable.Of(RatingScale.YesNo, new long[,] { { 40, 9 }, { 6, 5 } });
        Assert.Equal(35 / 60.0, table.PrevalenceIndex());
        Assert.Equal(3 / 60.0, table.BiasIndex());
        foreach (ContingencyTable other in new[] { ContingencyTable.Of(Three, Uneven), ContingencyTable.Of(RatingScale.YesNo, new long[2, 2]) })
        {
            Assert.Null(other.PrevalenceIndex());
            Assert.Null(other.BiasIndex());
        }
    }

    [Fact]
    public void A_table_without_units_or_with_one_category_has_no_kappa()
    {
        var empty = ContingencyTable.Of(RatingScale.YesNo, new long[2, 2]);
        Assert.Equal(EstimateStatus.InsufficientData, empty.Cohen().Status);
        Assert.Null(empty.CohenErrorByChance());
        var constant = ContingencyTable.Of(RatingScale.YesNo, new long[,] { { 0, 0 }, { 0, 7 } });
        Assert.Equal(EstimateStatus.NoVariation, constant.Cohen().Status);
        Assert.Equal(1, constant.Cohen().Observed);
        Assert.Equal(1, constant.Cohen().Expected);
        Assert.Equal((7, 14, 2), (constant.Cohen().Units, constant.Cohen().Ratings, constant.Cohen().Categories));
        Assert.Null(constant.CohenErrorByChance());
    }

    [Fact]
    public void A_table_of_another_shape_or_below_0_is_refused()
    {
        foreach (long[,] cells in new[] { new long[2, 3], new long[3, 2], new long[3, 3], new long[,] { { 1, 2 }, { -1, 4 } } })
        {
            Assert.Contains(
                "the table has 2 rows and columns of counts from 0",
                Assert.Throws<ArgumentException>("cells", () => ContingencyTable.Of(RatingScale.YesNo, cells)).Message,
                StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentNullException>("scale", () => ContingencyTable.Of(null!, Uneven));
        Assert.Throws<ArgumentNullException>("cells", () => ContingencyTable.Of(Three, null!));
        Assert.Throws<ArgumentNullException>("ratings", () => ContingencyTable.Of(null!, 0, 1));
    }

    [Fact]
    public void A_table_is_the_units_that_both_rated_in_either_order_of_raters()
    {
        Ratings ratings = Ratings.FromRows([new double?[] { 1, 0, 1 }, [1, 0, null], [0, 0, 1], [null, 1, 0], [1, null, 1]], RatingScale.YesNo).Value;
        var forth = ContingencyTable.Of(ratings, 0, 1);
        var back = ContingencyTable.Of(ratings, 1, 0);
        Assert.Equal((3, 3), (forth.Units, back.Units));
        Assert.Equal((1, 0, 2, 0), (forth[0, 0], forth[0, 1], forth[1, 0], forth[1, 1]));
        Assert.Equal((1, 2, 0, 0), (back[0, 0], back[0, 1], back[1, 0], back[1, 1]));
    }

    // Worked by hand: kappa is 1/3 of the first two, 6/11 of the first and the third, 2/7 of the last two.
    [Fact]
    public void Every_two_raters_have_a_kappa_where_they_rated_the_same()
    {
        double?[][] rows = [[1, 1, 1, null], [1, 0, 1, null], [0, 0, 0, null], [0, 0, 1, null], [1, 1, 1, null], [0, 1, null, null]];
        var kappa = PairwiseKappa.Of(Ratings.FromRows(rows, RatingScale.YesNo).Value);
        Near(269.0 / 693, kappa.Mean.Value);
        Near(2.0 / 7, kappa.Least);
        Near(6.0 / 11, kappa.Most);
        Assert.Equal((3, 3), (kappa.Pairs, kappa.PairsWithout));
        Assert.Equal((6, 17, 2), (kappa.Mean.Units, kappa.Mean.Ratings, kappa.Mean.Categories));
    }

    [Fact]
    public void Where_no_two_raters_have_a_kappa_it_says_why()
    {
        var alike = PairwiseKappa.Of(Ratings.FromRows([new double?[] { 1, 1, null }, [1, 1, null]], RatingScale.YesNo).Value);
        Assert.Equal(EstimateStatus.NoVariation, alike.Mean.Status);
        var apart = PairwiseKappa.Of(Ratings.FromRows([new double?[] { 1, null, null }, [null, 0, null]], RatingScale.YesNo).Value);
        Assert.Equal(EstimateStatus.InsufficientData, apart.Mean.Status);
        Assert.Equal((2, 2, 2), (apart.Mean.Units, apart.Mean.Ratings, apart.Mean.Categories));
        foreach (PairwiseKappa none in new[] { alike, apart })
        {
            Assert.Null(none.Least);
            Assert.Null(none.Most);
            Assert.Equal((0, 3), (none.Pairs, none.PairsWithout));
        }

        Assert.Throws<ArgumentNullException>("ratings", () => PairwiseKappa.Of(null!));
    }

    // The binomial sum of 0 to 5 of 17, doubled: 2 (1 + 17 + 136 + 680 + 2380 + 6188) / 2^17.
    [Theory]
    [InlineData(5, 12)]
    [InlineData(12, 5)]
    public void McNemar_asks_only_units_on_which_the_two_differ(long first, long second)
    {
        var test = McNemarTest.Of(first, second);
        Assert.Equal((first, second), (test.FirstOnly, test.SecondOnly));
        Assert.Equal(EstimateStatus.Ok, test.Status);
        Near(49.0 / 17, test.ChiSquare);
        Near(36.0 / 17, test.Corrected);
        Near(2 * 9402.0 / 131072, test.PValue);
    }

    [Fact]
    public void McNemar_finds_nothing_in_equal_counts_and_no_data_in_none()
    {
        var equal = McNemarTest.Of(3, 3);
        Assert.Equal(EstimateStatus.Ok, equal.Status);
        Assert.Equal((0.0, 0.0, 1.0), (equal.ChiSquare, equal.Corrected, equal.PValue));
        var none = McNemarTest.Of(0, 0);
        Assert.Equal(EstimateStatus.InsufficientData, none.Status);
        Assert.Null(none.ChiSquare);
        Assert.Null(none.Corrected);
        Assert.Null(none.PValue);
        Assert.Throws<ArgumentOutOfRangeException>("firstOnly", () => McNemarTest.Of(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>("secondOnly", () => McNemarTest.Of(2, -1));
    }

    private static void Near(double expected, double? actual) => Assert.Equal(expected, actual!.Value, 1e-12 * Math.Abs(expected));
}
