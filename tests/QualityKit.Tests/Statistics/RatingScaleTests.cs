using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

public sealed class RatingScaleTests
{
    [Fact]
    public void A_yes_or_no_question_is_0_and_1()
    {
        Assert.Equal([0.0, 1.0], RatingScale.YesNo.Values.AsEnumerable());
        Assert.Equal(["no", "yes"], RatingScale.YesNo.Labels.AsEnumerable());
    }

    [Fact]
    public void Values_name_themselves_and_names_are_numbered()
    {
        var values = RatingScale.Of(-1.5, 0, 0.1, 2);
        Assert.Equal(4, values.Count);
        Assert.Equal([-1.5, 0, 0.1, 2], values.Values.AsEnumerable());
        Assert.Equal(["-1.5", "0", "0.1", "2"], values.Labels.AsEnumerable());
        var names = RatingScale.OfLabels("low", "middle", "Middle");
        Assert.Equal(3, names.Count);
        Assert.Equal([1.0, 2.0, 3.0], names.Values.AsEnumerable());
        Assert.Equal(["low", "middle", "Middle"], names.Labels.AsEnumerable());
    }

    [Fact]
    public void Values_ascend_and_are_no_further_from_0_than_can_be_squared()
    {
        Assert.Equal(2, RatingScale.Of(-1e100, 1e100).Count);
        double[][] refused = [[1, 1], [2, 1], [1, Math.BitIncrement(1e100)], [1, double.NaN], [1, double.PositiveInfinity]];
        foreach (double[] values in refused)
        {
            Assert.Contains(
                "the categories ascend, each a number at most 1e100 from 0; the one at position 1 does not",
                Assert.Throws<ArgumentException>("values", () => RatingScale.Of(values)).Message,
                StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentException>("values", () => RatingScale.Of(Math.BitDecrement(-1e100), 1));
    }

    [Fact]
    public void A_scale_has_a_category_and_none_twice()
    {
        Assert.Contains("a scale has at least one category", Assert.Throws<ArgumentException>("values", () => RatingScale.Of()).Message, StringComparison.Ordinal);
        foreach (string[] labels in new string[][] { [], ["a", "b", "a"] })
        {
            Assert.Contains(
                "a scale has at least one category, each of another name",
                Assert.Throws<ArgumentException>("labels", () => RatingScale.OfLabels(labels)).Message,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void More_than_a_thousand_values_have_no_names()
    {
        double[] values = [.. Enumerable.Range(0, 1001).Select(i => i / 4.0)];
        Assert.Equal(1000, RatingScale.Of(values.AsSpan(1)).Labels.Length);
        Assert.Equal("0.25", RatingScale.Of(values.AsSpan(1)).Labels[0]);
        Assert.Empty(RatingScale.Of(values).Labels);
        Assert.Equal(1001, RatingScale.Of(values).Count);
    }

    [Fact]
    public void Scales_are_equal_by_values_and_names()
    {
        Assert.Equal(RatingScale.Of(1, 2), RatingScale.OfLabels("1", "2"));
        Assert.Equal(RatingScale.Of(1, 2).GetHashCode(), RatingScale.OfLabels("1", "2").GetHashCode());
        Assert.False(RatingScale.Of(1, 2).Equals(RatingScale.OfLabels("a", "b")));
        Assert.False(RatingScale.Of(1, 3).Equals(RatingScale.OfLabels("1", "3")));
        Assert.False(RatingScale.Of(1, 2).Equals(RatingScale.Of(1, 2, 3)));
        Assert.False(RatingScale.Of(1, 2).Equals(null));
        Assert.False(RatingScale.Of(1, 2).Equals((object)"1"));
    }
}
