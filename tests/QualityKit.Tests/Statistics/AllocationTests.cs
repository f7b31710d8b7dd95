using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

public sealed class AllocationTests
{
    private static readonly Stratum[] Strata = [new(10, 2), new(0, 3), new(5, 0), new(20, 1.5)];

    [Fact]
    public void The_variance_of_the_total_is_that_of_parts_sampled_apart()
    {
        // A fifth of every part: 100 * 4 (1/2 - 1/10) + 400 * 2.25 (1/4 - 1/20).
        Allocation allocation = Allocation.Proportional(Strata, 7);
        Assert.Equal([2, 0, 1, 4], allocation.Sizes.ToArray());
        Assert.Equal([2.0, 0, 1, 4], allocation.Exact.Select(exact => Math.Round(exact, 12)));
        Estimate variance = allocation.VarianceOfTotal;
        Assert.Equal(160 + 180, variance.Value!.Value, 1e-11);
        Assert.Equal((7L, 7L, 4), (variance.Units, variance.Ratings, variance.Categories));
    }

    [Fact]
    public void A_part_that_does_not_vary_needs_no_sample()
    {
        Assert.Equal(0, Allocation.Proportional([new(5, 0), new(0, 4)], 0).VarianceOfTotal.Value);
        Estimate none = Allocation.Proportional([new(9, 1), new(1, 2)], 2).VarianceOfTotal;
        Assert.Equal((EstimateStatus.InsufficientData, 2L, 2L, 2), (none.Status, none.Units, none.Ratings, none.Categories));
    }

    [Fact]
    public void Nothing_is_shared_out_where_there_is_nothing()
    {
        foreach (Allocation allocation in new[] { Allocation.Proportional([new(0, 1), new(0, 2)], 0), Allocation.Neyman([new(0, 1), new(0, 2)], 0), Allocation.Neyman([], 0) })
        {
            Assert.All(allocation.Exact, exact => Assert.Equal(0, exact));
            Assert.All(allocation.Sizes, size => Assert.Equal(0, size));
        }
    }

    [Fact]
    public void Neyman_shares_by_size_times_deviation()
    {
        Allocation allocation = Allocation.Neyman([new(10, 1), new(20, 3), new(30, 0.5)], 10);
        Assert.Equal([10 * 10 / 85.0, 10 * 60 / 85.0, 10 * 15 / 85.0], allocation.Exact.ToArray(), (a, b) => Math.Abs(a - b) < 1e-13);

        // 1.18, 7.06 and 1.76.
        Assert.Equal([1, 7, 2], allocation.Sizes.ToArray());
    }

    [Fact]
    public void What_a_part_cannot_take_is_shared_anew_and_at_last_by_size()
    {
        Allocation full = Allocation.Neyman([new(4, 9), new(20, 1), new(40, 1)], 16);
        Assert.Equal([4.0, 4, 8], full.Exact.Select(exact => Math.Round(exact, 12)));
        Allocation flat = Allocation.Neyman([new(4, 2), new(6, 0), new(3, 0)], 10);
        Assert.Equal([4.0, 4, 2], flat.Exact.Select(exact => Math.Round(exact, 12)));
        Assert.Equal([4, 4, 2], flat.Sizes.ToArray());
        Assert.Equal([4, 6, 3], Allocation.Neyman([new(4, 2), new(6, 0), new(3, 0)], 13).Sizes.ToArray());
    }

    [Fact]
    public void What_cannot_be_shared_out_is_refused_with_the_reason()
    {
        Refused<ArgumentException>("strata", "size and a deviation of 0 or more", () => Allocation.Neyman([new(5, 1), new(3, -1)], 1));
        Refused<ArgumentException>("strata", "size and a deviation of 0 or more", () => Allocation.Proportional([new(5, 1), new(-3, 1)], 1));
        Refused<ArgumentException>("strata", "size and a deviation of 0 or more", () => Allocation.Optimal([new(5, 1), new(3, 1.1e100)], 2));
        Refused<ArgumentException>("strata", "size and a deviation of 0 or more", () => Allocation.Optimal([new(5, double.NaN), new(3, 1)], 2));
        Assert.Equal([1, 1], Allocation.Optimal([new(5, 1e100), new(3, 0)], 2).Sizes.ToArray());
        Refused<ArgumentOutOfRangeException>("sample", "0 to 8", () => Allocation.Proportional([new(5, 1), new(3, 1)], 9));
        Refused<ArgumentOutOfRangeException>("sample", "0 to 8", () => Allocation.Proportional([new(5, 1), new(3, 1)], -1));
        Refused<ArgumentOutOfRangeException>("least", "least", () => Allocation.Optimal([new(5, 1), new(3, 1)], 4, 0));
        Refused<ArgumentException>("sample", "13 together, more than the sample of 12", () => Allocation.Optimal([new(100, 1), new(3, 1), new(100, 50)], 12, 5));
        Assert.Equal([5, 3, 5], Allocation.Optimal([new(100, 1), new(3, 1), new(100, 50)], 13, 5).Sizes.ToArray());
        Assert.Throws<ArgumentNullException>("strata", () => Allocation.Neyman(null!, 1));
    }

    [Theory]
    [InlineData(new[] { 2.5, 1.5, 3 }, new[] { 3, 1, 3 })]
    [InlineData(new[] { 1.9, 5.2, 0.9 }, new[] { 2, 5, 1 })]
    [InlineData(new[] { 0.3, 0.3, 0.4 }, new[] { 0, 0, 1 })]
    [InlineData(new[] { 2.9999999999999996, 1.2, 0.8 }, new[] { 3, 1, 1 })]
    [InlineData(new[] { 0.25, 1.25, 2.25, 1.25 }, new[] { 1, 1, 2, 1 })]
    [InlineData(new double[0], new int[0])]
    public void What_is_left_goes_to_the_largest_remainders_and_the_earlier_of_equals(double[] exact, int[] whole) =>
        Assert.Equal(whole, LargestRemainder.Of(exact, whole.Sum()));

    private static void Refused<T>(string name, string part, Action act)
        where T : ArgumentException
    {
        T error = Assert.Throws<T>(name, act);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }
}
