using QualityKit.Reference;
using QualityKit.Reference.Statistics;
using QualityKit.Statistics;
using QualityKit.Statistics.Numerics;

namespace QualityKit.Tests.Statistics;

/// <summary>The coefficients of one small table with gaps: units with four ratings, three, two, one and none.</summary>
public sealed class AgreementFormulaTests
{
    private static readonly int?[][] Cells =
    [
        [0, 0, 1, null],
        [1, 1, null, 1],
        [2, null, null, null],
        [null, null, null, null],
        [2, 1, 2, 2],
        [0, 2, null, 0],
        [null, null, 0, 1],
    ];

    private static readonly double[] Values = [1, 2, 4.5];

    private static readonly ExactNumber[] ExactValues = [.. Values.Select(GeneratedRatings.Number)];

    private static Ratings Table =>
        Ratings.FromRows(Cells.Select(row => row.Select(cell => cell is { } k ? Values[k] : (double?)null).ToArray()), RatingScale.Of(Values)).Value;

    [Fact]
    public void Percent_is_that_of_the_formula() => Same(reference => reference.Percent(), weights => Agreement.Percent(Table.ToCounts(), weights));

    [Fact]
    public void Fleiss_is_that_of_the_formula() => Same(reference => reference.Fleiss(), weights => Agreement.Fleiss(Table.ToCounts(), weights));

    [Fact]
    public void Brennan_Prediger_is_that_of_the_formula() =>
        Same(reference => reference.BrennanPrediger(), weights => Agreement.BrennanPrediger(Table.ToCounts(), weights));

    [Fact]
    public void Gwet_is_that_of_the_formula() => Same(reference => reference.Gwet(), weights => Agreement.Gwet(Table.ToCounts(), weights));

    [Fact]
    public void Conger_is_that_of_the_formula() => Same(reference => reference.Conger(), weights => Agreement.Conger(Table, weights));

    [Fact]
    public void Two_units_have_a_standard_error_and_one_has_none()
    {
        // Shares of agreement 1 and 1/3: their variance over n is 1/9.
        Estimate two = Agreement.Percent(UnitCounts.Of(RatingScale.YesNo, 3, 0, 1, 2));
        Assert.Equal(2.0 / 3, two.Value!.Value, 1e-15);
        Assert.Equal(1.0 / 3, two.StandardError!.Value, 1e-15);
        Estimate one = Agreement.Percent(UnitCounts.Of(RatingScale.YesNo, 1, 2));
        Assert.Equal(1.0 / 3, one.Value!.Value, 1e-15);
        Assert.Null(one.StandardError);
        Assert.Null(one.Interval);
        Assert.Equal((1, 3, 2), (one.Units, one.Ratings, one.Categories));
    }

    [Fact]
    public void Where_all_categories_agree_fully_chance_leaves_nothing()
    {
        var alike = AgreementWeights.FromMatrix(new double[,] { { 1, 1 }, { 1, 1 } });
        UnitCounts counts = UnitCounts.Of(RatingScale.YesNo, 2, 0, 1, 1, 0, 2, 1, 1);
        foreach (Estimate estimate in new[] { Agreement.Fleiss(counts, alike), Agreement.BrennanPrediger(counts, alike) })
        {
            Assert.Equal(EstimateStatus.NoVariation, estimate.Status);
            Assert.Equal(1, estimate.Observed);
            Assert.Equal(1, estimate.Expected);
            Assert.Equal((4, 8, 2), (estimate.Units, estimate.Ratings, estimate.Categories));
        }
    }

    [Fact]
    public void One_category_leaves_an_observed_agreement_alone()
    {
        Estimate estimate = Agreement.Fleiss(UnitCounts.Of(RatingScale.Of(1, 2, 3), 0, 2, 0, 0, 3, 0));
        Assert.Equal(EstimateStatus.NoVariation, estimate.Status);
        Assert.Equal(1, estimate.Observed);
        Assert.Null(estimate.Expected);
        Assert.Equal((2, 5, 3), (estimate.Units, estimate.Ratings, estimate.Categories));
    }

    [Fact]
    public void Categories_used_by_units_of_different_sizes_are_all_used()
    {
        // Both units agree within: the shares are a half each, and kappa is 1.
        Estimate estimate = Agreement.Fleiss(UnitCounts.Of(RatingScale.YesNo, 2, 0, 0, 3));
        Assert.Equal(1, estimate.Value);
        Assert.Equal(0.5, estimate.Expected);
    }

    [Fact]
    public void Nothing_rated_twice_is_too_little_and_says_how_much_there_was()
    {
        UnitCounts counts = UnitCounts.Of(RatingScale.Of(1, 2, 3), 1, 0, 0, 0, 0, 1, 0, 0, 0);
        foreach (Estimate estimate in new[] { Agreement.Percent(counts), Agreement.Fleiss(counts), Agreement.Gwet(counts), Agreement.BrennanPrediger(counts) })
        {
            Assert.Equal(EstimateStatus.InsufficientData, estimate.Status);
            Assert.Null(estimate.Observed);
            Assert.Null(estimate.Expected);
            Assert.Equal((2, 2, 3), (estimate.Units, estimate.Ratings, estimate.Categories));
        }
    }

    private static void Same(Func<ExactAgreement, ExactCoefficient> expected, Func<AgreementWeights, Estimate> actual)
    {
        (AgreementWeights, ExactNumber[,])[] all =
        [
            (AgreementWeights.Identity, ExactWeights.Identity(ExactValues)),
            (AgreementWeights.Quadratic, ExactWeights.Quadratic(ExactValues)),
        ];
        foreach ((AgreementWeights weights, ExactNumber[,] exactWeights) in all)
        {
            ExactCoefficient exact = expected(new ExactAgreement(new ExactRatings(Cells, ExactValues), exactWeights));
            Estimate estimate = actual(weights);
            double value = Real.Of(exact.Value!).ToDouble();
            double error = Real.Of(exact.Variance!).Sqrt().ToDouble();
            double margin = StudentTDistribution.UpperQuantile(0.025, 5) * error;
            Assert.Equal(EstimateStatus.Ok, estimate.Status);
            Near(Real.Of(exact.Observed!).ToDouble(), estimate.Observed);
            if (estimate.Expected is { } chance)
            {
                Near(Real.Of(exact.Chance).ToDouble(), chance);
            }

            Near(value, estimate.Value);
            Near(error, estimate.StandardError);
            Near(value - margin, estimate.Interval!.Value.Lower);
            Near(Math.Min(1, value + margin), estimate.Interval.Value.Upper);
            Assert.Equal(0.95, estimate.Interval.Value.Confidence);
            Assert.Equal((6, 16, 3), (estimate.Units, estimate.Ratings, estimate.Categories));
        }
    }

    // What is a difference of numbers near 1 keeps fewer digits than they have.
    private static void Near(double expected, double? actual) => Assert.Equal(expected, actual!.Value, 1e-12 * Math.Max(1, Math.Abs(expected)));
}
