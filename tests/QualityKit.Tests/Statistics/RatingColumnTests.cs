using QualityKit.Statistics;
using QualityKit.Validation;

namespace QualityKit.Tests.Statistics;

/// <summary>The doors through which ratings and counts come in.</summary>
public sealed class RatingColumnTests
{
    [Fact]
    public void Rows_are_as_long_as_the_first_also_where_that_is_empty()
    {
        Validated<Ratings> longer = Ratings.FromRows([new double?[] { 1, 1, 0 }, [1, 0]], RatingScale.YesNo);
        Assert.Equal("QK7004 at /1: the row has 2 ratings, and the first has 3; write null where there is none", Assert.Single(longer.Errors).ToString());
        Validated<Ratings> none = Ratings.FromRows([[], new double?[] { 1, 0 }], RatingScale.YesNo);
        Assert.Equal("QK7004 at /1: the row has 2 ratings, and the first has 0; write null where there is none", Assert.Single(none.Errors).ToString());
        Assert.Throws<ArgumentNullException>("rows", () => Ratings.FromRows(null!));
    }

    [Fact]
    public void A_value_outside_the_scale_is_named_with_the_ends_of_the_scale()
    {
        Validated<Ratings> ratings = Ratings.FromRows([new double?[] { 1, 7.5 }], RatingScale.Of(-1, 1, 2.5));
        Assert.Equal("QK7001 at /0/1: `7.5` is not in the declared scale of 3 categories from -1 to 2.5", Assert.Single(ratings.Errors).ToString());
    }

    [Fact]
    public void A_number_that_cannot_be_used_is_no_category()
    {
        Validated<Ratings> ratings = Ratings.FromTriples([0, 1, 2, 3], [0, 0, 0, 0], [1, double.NaN, double.PositiveInfinity, -1e101]);
        Assert.Equal(["QK7003 /1", "QK7003 /2", "QK7003 /3"], ratings.Errors.Select(issue => $"{issue.Code} {issue.Pointer}"));
        Assert.Throws<ArgumentNullException>("ratings", () => Ratings.From(null!));
    }

    [Fact]
    public void Cells_are_whole_rows()
    {
        Assert.Contains(
            "5 cells are not a whole number of rows of 3",
            Assert.Throws<ArgumentException>("cells", () => Ratings.FromDense([1, 2, 3, 4, 5], 3)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("raters", () => Ratings.FromDense([1], 0));
        Assert.Equal(3, Ratings.FromDense([1, 2, 3], 1).Value.UnitCount);
    }

    [Fact]
    public void Triples_have_as_many_units_and_raters_as_their_numbers_say()
    {
        Ratings none = Ratings.FromTriples([], [], []).Value;
        Assert.Equal((0, 0, 0), (none.UnitCount, none.RaterCount, none.Count));
        Ratings one = Ratings.FromTriples([0], [0], [5]).Value;
        Assert.Equal((1, 1, 1), (one.UnitCount, one.RaterCount, one.Count));
        Ratings gaps = Ratings.FromTriples([4, 1], [0, 2], [5, 6]).Value;
        Assert.Equal((5, 3, 2), (gaps.UnitCount, gaps.RaterCount, gaps.Count));
    }

    [Fact]
    public void Triples_are_three_columns_of_one_length_and_of_numbers_from_0()
    {
        foreach (Func<object> uneven in new Func<object>[] { () => Ratings.FromTriples([1], [1, 2], [1]), () => Ratings.FromTriples([1], [1], [1, 2]) })
        {
            Assert.Contains("the three columns have one length", Assert.Throws<ArgumentException>("values", uneven).Message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentOutOfRangeException>("units", () => Ratings.FromTriples([0, -1], [0, 0], [1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>("raters", () => Ratings.FromTriples([0, 1], [0, -1], [1, 1]));
    }

    [Fact]
    public void A_table_of_values_that_are_no_categories_is_refused_with_its_size()
    {
        int[] units = [.. Enumerable.Range(0, 999), 250_000];
        Ratings ratings = Ratings.FromTriples(units, new int[1000], [.. Enumerable.Range(0, 1000).Select(i => i / 2.0)]).Value;
        Assert.Contains(
            "250001 units with 1000 distinct values are no categories; declare a scale, or use alpha",
            Assert.Throws<InvalidOperationException>(() => ratings.ToCounts()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_are_whole_rows_of_numbers_from_0()
    {
        Assert.Contains(
            "5 counts are not a whole number of rows of 2",
            Assert.Throws<ArgumentException>("counts", () => UnitCounts.Of(RatingScale.YesNo, 1, 2, 3, 4, 5)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("counts", () => UnitCounts.Of(RatingScale.YesNo, 1, -1));
        Assert.Throws<ArgumentNullException>("scale", () => UnitCounts.Of(null!, 1, 2));
    }

    [Fact]
    public void Pairs_are_two_columns_of_one_length()
    {
        foreach (Func<object> uneven in new Func<object>[] { () => UnitCounts.FromPairs(RatingScale.YesNo, 3, [0, 1], [0]), () => UnitCounts.FromPairs(RatingScale.YesNo, 3, [0], [0, 1]) })
        {
            Assert.Contains("the two columns have one length", Assert.Throws<ArgumentException>("categories", uneven).Message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentNullException>("scale", () => UnitCounts.FromPairs(null!, 1, [0], [0]));
        Assert.Throws<ArgumentOutOfRangeException>("unitCount", () => UnitCounts.FromPairs(RatingScale.YesNo, -1, [], []));
        Assert.Throws<OverflowException>(() => UnitCounts.FromPairs(RatingScale.Of(1, 2, 3, 4), 1 << 30, [], []));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(100, 90)]
    public void A_pair_that_is_not_there_is_told_by_its_place(int length, int place)
    {
        int[] units = [.. Enumerable.Range(0, length).Select(i => i % 2)];
        units[place] = 2;
        string message = Assert.Throws<ArgumentOutOfRangeException>("units", () => UnitCounts.FromPairs(RatingScale.YesNo, 2, units, new byte[length])).Message;
        Assert.Matches("among the ratings from position [0-9]+ on is one without such a unit or category", message);
        int position = int.Parse(message.Split("position ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(position, Math.Max(1, place - 63), place);
    }

    [Theory]
    [InlineData(254)]
    [InlineData(255)]
    [InlineData(256)]
    public void As_many_categories_as_a_byte_has_are_told_apart(int width)
    {
        var scale = RatingScale.Of([.. Enumerable.Range(0, width).Select(value => (double)value)]);
        int[] units = [.. Enumerable.Range(0, 128).Select(i => i % 2)];
        byte[] categories = [.. Enumerable.Repeat((byte)(width - 1), 128)];
        UnitCounts counts = UnitCounts.FromPairs(scale, 2, units, categories);
        Assert.Equal((0, 64), (counts.Row(0)[0], counts.Row(0)[width - 1]));
        Assert.Equal((0, 64), (counts.Row(1)[0], counts.Row(1)[width - 1]));
        if (width < 256)
        {
            categories[3] = (byte)width;
            Assert.Throws<ArgumentOutOfRangeException>("units", () => UnitCounts.FromPairs(scale, 2, units, categories));
        }
    }

    [Fact]
    public void Counts_of_a_table_and_of_units_add_up()
    {
        UnitCounts table = ContingencyTable.Of(RatingScale.YesNo, new long[,] { { 3, 1 }, { 2, 5 } }).ToCounts();
        UnitCounts units = UnitCounts.Of(RatingScale.YesNo, 2, 1, 0, 3);
        int[] listed = [2, 0, 2, 0, 2, 0, 1, 1, 1, 1, 1, 1, 0, 2, 0, 2, 0, 2, 0, 2, 0, 2];
        Same([.. listed, 2, 1, 0, 3], table.Plus(units));
        Same([.. listed, 2, 1, 0, 3], units.Plus(table));
        Same([.. listed, .. listed], table.Plus(table));
        Same([2, 1, 0, 3, 2, 1, 0, 3], units.Plus(units));
        Assert.Throws<ArgumentNullException>("other", () => units.Plus(null!));
        Assert.Contains(
            "counts of different scales do not add up",
            Assert.Throws<ArgumentException>("other", () => units.Plus(UnitCounts.Of(RatingScale.Of(1, 2), 1, 2))).Message,
            StringComparison.Ordinal);
    }

    private static void Same(int[] listed, UnitCounts counts)
    {
        Estimate expected = Agreement.Gwet(UnitCounts.Of(RatingScale.YesNo, listed));
        Estimate actual = Agreement.Gwet(counts);
        Assert.Equal(expected.Value!.Value, actual.Value!.Value, 1e-14);
        Assert.Equal(expected.StandardError!.Value, actual.StandardError!.Value, 1e-14);
        Assert.Equal((expected.Units, expected.Ratings), (actual.Units, actual.Ratings));
    }
}
