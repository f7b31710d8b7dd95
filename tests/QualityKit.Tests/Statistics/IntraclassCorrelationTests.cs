using QualityKit.Reference.Statistics;
using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>What a table of scores says beside its six coefficients, and what it can be made of.</summary>
public sealed class IntraclassCorrelationTests
{
    private static readonly double[] ShroutFleiss = [9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7];

    // Shrout and Fleiss (1979), table 3: mean squares of 11.24, 32.49, 1.02 and 6.26.
    [Fact]
    public void Mean_squares_are_those_of_the_published_table()
    {
        var icc = IntraclassCorrelation.Of(ShroutFleiss, 4);
        Assert.Equal(11.24, icc.RowMeanSquare!.Value, 0.005);
        Assert.Equal(32.49, icc.ColumnMeanSquare!.Value, 0.005);
        Assert.Equal(1.02, icc.ErrorMeanSquare!.Value, 0.005);
        Assert.Equal(6.26, icc.WithinMeanSquare!.Value, 0.005);
    }

    [Fact]
    public void Variances_and_errors_of_measurement_follow_from_mean_squares()
    {
        ExactReliability exact = Exact();
        (double rows, double columns, double error) = (Double(exact.Rows), Double(exact.Columns), Double(exact.Error));
        var icc = IntraclassCorrelation.Of(ShroutFleiss, 4);
        Assert.Equal((rows - error) / 4, icc.UnitVariance!.Value, 1e-13);
        Assert.Equal((columns - error) / 6, icc.RaterVariance!.Value, 1e-13);
        Assert.Equal(error, icc.ErrorVariance!.Value, 1e-13);
        Assert.Equal(Math.Sqrt(error), icc.ConsistencyErrorOfMeasurement!.Value, 1e-13);
        Assert.Equal(Math.Sqrt(error + ((columns - error) / 6)), icc.AgreementErrorOfMeasurement!.Value, 1e-13);
    }

    [Fact]
    public void Units_are_tested_against_what_varies_within_them_or_what_is_left()
    {
        ExactReliability exact = Exact();
        var icc = IntraclassCorrelation.Of(ShroutFleiss, 4);
        Same(Double(exact.Rows / exact.Within), 5, 18, icc.OneWayTest);
        Same(Double(exact.Rows / exact.Error), 5, 15, icc.TwoWayTest);

        // psych 2.2.9 for R prints these.
        Assert.Equal(0.16477, icc.OneWayTest!.Value.PValue, 5e-6);
        Assert.Equal(0.00013, icc.TwoWayTest!.Value.PValue, 5e-6);
    }

    [Fact]
    public void A_table_as_ratings_is_the_table()
    {
        var table = IntraclassCorrelation.Of(ShroutFleiss, 4);
        var ratings = IntraclassCorrelation.Of(Ratings.FromDense(ShroutFleiss, 4).Value);
        Assert.Equal(table.OneWay, ratings.OneWay);
        Assert.Equal(table.OneWayAverage, ratings.OneWayAverage);
        Assert.Equal(table.Agreement, ratings.Agreement);
        Assert.Equal(table.AgreementAverage, ratings.AgreementAverage);
        Assert.Equal(table.Consistency, ratings.Consistency);
        Assert.Equal(table.ConsistencyAverage, ratings.ConsistencyAverage);
        Assert.Equal(table.TwoWayTest, ratings.TwoWayTest);
    }

    [Fact]
    public void A_table_with_a_hole_or_with_one_unit_or_rater_or_none_is_too_little()
    {
        IntraclassCorrelation[] few =
        [
            IntraclassCorrelation.Of(Ratings.FromDense([1, 2, 3, double.NaN, 5, 6], 2).Value),
            IntraclassCorrelation.Of(Ratings.FromRows([]).Value),
            IntraclassCorrelation.Of([], 2),
            IntraclassCorrelation.Of([1, 2, 3], 1),
            IntraclassCorrelation.Of([1, 2, 3], 3),
        ];
        foreach (IntraclassCorrelation icc in few)
        {
            Estimate[] forms = [icc.OneWay, icc.OneWayAverage, icc.Agreement, icc.AgreementAverage, icc.Consistency, icc.ConsistencyAverage];
            Assert.All(forms, form => Assert.Equal(EstimateStatus.InsufficientData, form.Status));
            double?[] squares = [icc.RowMeanSquare, icc.ColumnMeanSquare, icc.ErrorMeanSquare, icc.WithinMeanSquare, icc.UnitVariance, icc.RaterVariance];
            Assert.All(squares, Assert.Null);
            Assert.All([icc.ErrorVariance, icc.ConsistencyErrorOfMeasurement, icc.AgreementErrorOfMeasurement], Assert.Null);
            Assert.All([icc.OneWayTest, icc.TwoWayTest], test => Assert.Null(test));
        }

        Assert.Equal((3, 3), (few[3].OneWay.Units, few[3].OneWay.Ratings));
        Assert.Equal((1, 3), (few[4].Agreement.Units, few[4].Agreement.Ratings));
    }

    [Fact]
    public void A_row_that_is_cut_short_is_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => IntraclassCorrelation.Of([1, 2, 3, 4, 5], 3));
        Assert.Equal("row", refused.ParamName);
        Assert.Contains("the row has 2 scores, and there are 3 raters", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ratings_and_moments_are_needed()
    {
        Assert.Equal("ratings", Assert.Throws<ArgumentNullException>(() => IntraclassCorrelation.Of((Ratings)null!)).ParamName);
        Assert.Equal("moments", Assert.Throws<ArgumentNullException>(() => IntraclassCorrelation.Of((ScoreMoments)null!)).ParamName);
    }

    private static void Same(double f, double above, double below, FTest? test)
    {
        Assert.Equal(f, test!.Value.F, 1e-13 * f);
        Assert.Equal((above, below), (test.Value.Above, test.Value.Below));
        double chance = ExactDistributions.FisherFUpper(f, above, below).ToDouble();
        Assert.Equal(chance, test.Value.PValue, 1e-11 * chance);
    }

    private static ExactReliability Exact() => new([.. ShroutFleiss.Chunk(4).Select(row => row.Select(GeneratedRatings.Number).ToList())]);

    private static double Double(Reference.ExactNumber number) => Real.Of(number).ToDouble();
}
