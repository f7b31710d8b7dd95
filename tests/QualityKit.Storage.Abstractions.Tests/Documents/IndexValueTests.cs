using QualityKit.Storage.Documents;

namespace QualityKit.Storage.Tests.Documents;

public class IndexValueTests
{
    [Fact]
    public void Texts_are_ordered_by_their_utf8_bytes()
    {
        string[] inOrder = ["", "A", "B", "a", "ab", "b", "é", "\uFFFD", "😀"];

        Assert.Equal(inOrder, inOrder.Reverse().Select(IndexValue.Of).Order().Select(value => value.AsText));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0.000001", -1)]
    [InlineData("12.5", 12_500_000)]
    [InlineData("999999999999.999999", 999_999_999_999_999_999)]
    [InlineData("-999999999999.999999", -999_999_999_999_999_999)]
    public void A_number_is_kept_as_millionths(string number, long integer)
    {
        decimal value = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(integer, IndexValue.Of(value).AsInteger);
        Assert.Equal(IndexValue.Of(value), IndexValue.FromInteger(IndexKind.Number, integer));
        Assert.Equal(value, decimal.Parse(IndexValue.Of(value).ToString(), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("1000000000000")]
    [InlineData("-1000000000000")]
    [InlineData("0.0000001")]
    public void A_number_that_would_be_rounded_is_refused(string number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => IndexValue.Of(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_moment_is_cut_to_the_microsecond_before_it_and_after_1970_alike()
    {
        DateTimeOffset before = DateTimeOffset.UnixEpoch.AddTicks(-1);
        DateTimeOffset after = DateTimeOffset.UnixEpoch.AddTicks(19);

        Assert.Equal(-1, IndexValue.Of(before).AsInteger);
        Assert.Equal(1, IndexValue.Of(after).AsInteger);
        Assert.Equal(IndexValue.Of(new DateTimeOffset(2030, 1, 1, 14, 0, 0, TimeSpan.FromHours(2))), IndexValue.Of(new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero)));
        Assert.Equal("1970-01-01T00:00:00.0000010+00:00", IndexValue.Of(after).ToString());
    }

    [Fact]
    public void A_text_that_no_database_has_to_hold_is_refused()
    {
        Assert.Throws<ArgumentException>(() => IndexValue.Of("a\0b"));
        Assert.Throws<ArgumentException>(() => IndexValue.Of("half \uD83D"));
        Assert.Throws<ArgumentException>(() => IndexValue.Of(new string('é', 513)));
        Assert.Equal(512, IndexValue.Of(new string('é', 512)).AsText.Length);
        Assert.Throws<ArgumentException>(() => IndexValue.FromInteger(IndexKind.Text, 1));
    }

    [Fact]
    public void Comparisons_agree_with_the_order()
    {
        (IndexValue less, IndexValue more) = (IndexValue.Of(1m), IndexValue.Of(2m));

        Assert.True(less < more && less <= more && more > less && more >= less && less != more);
        Assert.True(less <= IndexValue.Of(1m) && less >= IndexValue.Of(1m) && less == IndexValue.Of(1m) && less.GetHashCode() == IndexValue.Of(1m).GetHashCode());
        Assert.False(less.Equals("1") || less == IndexValue.FromInteger(IndexKind.Instant, 1_000_000));
    }

    [Fact]
    public void A_range_takes_its_start_and_leaves_its_end_out()
    {
        var range = new IndexRange { From = IndexValue.Of("b"), To = IndexValue.Of("d") };

        Assert.Equal(["b", "c"], new[] { "a", "b", "c", "d" }.Where(text => range.Contains(IndexValue.Of(text))));
        Assert.True(new IndexRange().Contains(IndexValue.Of("anything")));
    }
}
