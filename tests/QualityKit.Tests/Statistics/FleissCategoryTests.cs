using System.Collections.Immutable;
using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>Fleiss' kappa against chance, as a whole and category by category.</summary>
public sealed class FleissCategoryTests
{
    // Fleiss (1971), table 1: 30 patients, six psychiatrists each, five diagnoses.
    private static readonly int[] Diagnoses =
    [
        0, 0, 0, 6, 0, 0, 3, 0, 0, 3, 0, 1, 4, 0, 1, 0, 0, 0, 0, 6, 0, 3, 0, 3, 0, 2, 0, 4, 0, 0,
        0, 0, 4, 0, 2, 2, 0, 3, 1, 0, 2, 0, 0, 4, 0, 0, 0, 0, 0, 6, 1, 0, 0, 5, 0, 1, 1, 0, 4, 0,
        0, 3, 3, 0, 0, 1, 0, 0, 5, 0, 0, 2, 0, 3, 1, 0, 0, 5, 0, 1, 3, 0, 0, 1, 2, 5, 1, 0, 0, 0,
        0, 2, 0, 4, 0, 1, 0, 2, 0, 3, 0, 0, 0, 0, 6, 0, 1, 0, 5, 0, 0, 2, 0, 1, 3, 2, 0, 0, 4, 0,
        1, 0, 0, 4, 1, 0, 5, 0, 1, 0, 4, 0, 0, 0, 2, 0, 2, 0, 4, 0, 1, 0, 5, 0, 0, 0, 0, 0, 0, 6,
    ];

    [Fact]
    public void The_diagnoses_of_Fleiss_give_what_he_and_others_printed()
    {
        FleissTest test = FleissTest.Of(UnitCounts.Of(RatingScale.Of(1, 2, 3, 4, 5), Diagnoses));
        double[] printed = [0.245, 0.245, 0.520, 0.471, 0.566];
        Assert.Equal(0.430, test.Kappa.Value!.Value, 5e-4);
        Assert.Equal(17.65, test.Z!.Value, 5e-3);
        Assert.All(printed, (kappa, k) => Assert.Equal(kappa, test.Categories[k]!.Value, 5e-4));
    }

    // Fleiss, Nee and Landis (1979): sqrt(2) / (S sqrt(n m (m - 1))) sqrt(S^2 - sum of p q (q - p)), S the sum of p q. The shares are 26, 26, 30, 55 and 43 of 180.
    [Fact]
    public void The_errors_by_chance_are_those_of_the_formula()
    {
        FleissTest test = FleissTest.Of(UnitCounts.Of(RatingScale.Of(1, 2, 3, 4, 5), Diagnoses));
        (double P, double Q)[] shares = [(26 / 180.0, 154 / 180.0), (26 / 180.0, 154 / 180.0), (30 / 180.0, 150 / 180.0), (55 / 180.0, 125 / 180.0), (43 / 180.0, 137 / 180.0)];
        double s = shares.Sum(share => share.P * share.Q);
        double skew = shares.Sum(share => share.P * share.Q * (share.Q - share.P));
        Near(Math.Sqrt(2) / (s * Math.Sqrt(900)) * Math.Sqrt((s * s) - skew), test.ErrorByChance!.Value);
        Near(Math.Sqrt(2.0 / 900), test.CategoryErrorByChance!.Value);
        Near(test.Kappa.Value!.Value, test.Z!.Value * test.ErrorByChance.Value);
    }

    [Fact]
    public void The_kappa_of_a_category_is_that_of_a_yes_or_no_to_it()
    {
        FleissTest test = FleissTest.Of(UnitCounts.Of(RatingScale.Of(1, 2, 3, 4, 5), Diagnoses));
        for (int k = 0; k < 5; k++)
        {
            int[] yesOrNo = [.. Diagnoses.Chunk(5).SelectMany(row => new[] { 6 - row[k], row[k] })];
            Near(Agreement.Fleiss(UnitCounts.Of(RatingScale.YesNo, yesOrNo)).Value!.Value, test.Categories[k]!.Value);
        }
    }

    [Fact]
    public void Of_two_categories_each_is_the_whole()
    {
        FleissTest test = FleissTest.Of(UnitCounts.Of(RatingScale.YesNo, 3, 0, 2, 1, 3, 0, 0, 3, 1, 2));
        Near(test.Kappa.Value!.Value, test.Categories[0]!.Value);
        Near(test.Kappa.Value!.Value, test.Categories[1]!.Value);
        Near(test.CategoryErrorByChance!.Value, test.ErrorByChance!.Value);
    }

    [Fact]
    public void A_category_that_nobody_used_has_no_kappa()
    {
        FleissTest test = FleissTest.Of(UnitCounts.Of(RatingScale.Of(1, 2, 3), 2, 0, 1, 1, 0, 2, 0, 0, 3));
        Assert.NotNull(test.Categories[0]);
        Assert.Null(test.Categories[1]);
        Assert.NotNull(test.Categories[2]);
    }

    [Fact]
    public void Units_of_different_sizes_have_a_kappa_and_no_test()
    {
        FleissTest test = FleissTest.Of(UnitCounts.Of(RatingScale.YesNo, 3, 0, 2, 1, 0, 2));
        Assert.True(test.Kappa.HasValue);
        Nothing(test);
    }

    [Fact]
    public void One_category_alone_has_no_kappa_and_no_test()
    {
        FleissTest test = FleissTest.Of(UnitCounts.Of(RatingScale.YesNo, 3, 0, 3, 0));
        Assert.Equal(EstimateStatus.NoVariation, test.Kappa.Status);
        Nothing(test);
        Assert.Empty(new FleissTest { Kappa = test.Kappa, Categories = default }.Categories);
        Assert.Throws<ArgumentNullException>("counts", () => FleissTest.Of(null!));
    }

    [Fact]
    public void A_row_that_stands_for_several_units_counts_as_often_and_one_for_none_not_at_all()
    {
        FleissTest listed = FleissTest.Of(UnitCounts.Of(RatingScale.YesNo, 2, 0, 2, 0, 2, 0, 2, 0, 1, 1, 1, 1, 1, 1, 0, 2));
        FleissTest table = FleissTest.Of(new UnitCounts(RatingScale.YesNo, [2, 0, 1, 1, 3, 0, 0, 2], [4, 3, 0, 1]));
        Near(listed.Kappa.Value!.Value, table.Kappa.Value!.Value);
        Near(listed.Kappa.StandardError!.Value, table.Kappa.StandardError!.Value);
        Near(listed.ErrorByChance!.Value, table.ErrorByChance!.Value);
        Near(listed.CategoryErrorByChance!.Value, table.CategoryErrorByChance!.Value);
        Assert.All(listed.Categories, (kappa, k) => Near(kappa!.Value, table.Categories[k]!.Value));
    }

    private static void Nothing(FleissTest test)
    {
        Assert.Null(test.ErrorByChance);
        Assert.Null(test.Z);
        Assert.Null(test.CategoryErrorByChance);
        Assert.Equal(ImmutableArray<double?>.Empty, test.Categories);
    }

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-12 * Math.Abs(expected));
}
