using QualityKit.Reference;
using QualityKit.Reference.Statistics;
using QualityKit.Statistics;

namespace QualityKit.Tests.Statistics;

/// <summary>The sums of squares of a table, beside the definition in exact fractions, however the table was put together.</summary>
public sealed class ScoreMomentsTests
{
    private static readonly int[][] Rows = [[3, 9, -3], [4, 4, 5], [10, 1, 7], [-6, 2, 2], [8, 8, 1], [0, 5, 12], [7, -3, 6]];

    [Theory]
    [InlineData(0)]
    [InlineData(1L << 40)]
    public void Sums_of_squares_are_exact_whatever_the_rows_have_in_common(long offset)
    {
        IsWhole(Of(Rows, offset), Rows);
    }

    [Fact]
    public void Sums_of_squares_are_exact_where_the_mean_of_the_first_row_has_no_end()
    {
        int[][] backwards = [.. Rows.Reverse()];
        IsWhole(Of(backwards, 1L << 40), backwards);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1L << 40)]
    public void A_table_in_parts_is_the_whole_table(long offset)
    {
        foreach ((int first, int second) in new[] { (0, 0), (0, 4), (1, 1), (1, 3), (2, 6), (3, 3), (5, 7), (7, 7) })
        {
            ScoreMoments parts = Of(Rows[..first], offset);
            parts.Merge(Of(Rows[first..second], offset));
            parts.Merge(Of(Rows[second..], offset));
            IsWhole(parts, Rows);
        }
    }

    [Fact]
    public void A_table_that_was_merged_goes_on_row_by_row()
    {
        ScoreMoments moments = Of(Rows[..2], 0);
        moments.Merge(Of(Rows[2..5], 0));
        moments.Add([.. Rows[5].Select(score => (double)score)]);
        moments.Add([.. Rows[6].Select(score => (double)score)]);
        IsWhole(moments, Rows);
    }

    [Fact]
    public void Nothing_and_nothing_is_nothing_and_stays_usable()
    {
        var moments = new ScoreMoments(3);
        moments.Merge(new ScoreMoments(3));
        Assert.Equal(0, moments.Units);
        Assert.Equal((0, 0, 0), (moments.RowSquares, moments.ColumnSquares, moments.ErrorSquares));
        foreach (int[] row in Rows)
        {
            moments.Add([.. row.Select(score => (double)score)]);
        }

        IsWhole(moments, Rows);
    }

    [Fact]
    public void The_table_that_is_merged_stays_as_it_is()
    {
        ScoreMoments other = Of(Rows[..3], 0);
        Of(Rows[3..], 0).Merge(other);
        new ScoreMoments(3).Merge(other);
        IsWhole(other, Rows[..3]);
    }

    [Fact]
    public void A_row_or_a_table_that_does_not_fit_is_refused_and_changes_nothing()
    {
        Assert.Equal("raters", Assert.Throws<ArgumentOutOfRangeException>(() => new ScoreMoments(0)).ParamName);
        Assert.Equal("raters", Assert.Throws<ArgumentOutOfRangeException>(() => new ScoreMoments(-1)).ParamName);
        Assert.Equal(1, new ScoreMoments(1).Raters);
        ScoreMoments moments = Of(Rows, 0);
        Refused("row", "the row has 2 scores, and there are 3 raters", () => moments.Add([1, 2]));
        Refused("row", "the row has 4 scores, and there are 3 raters", () => moments.Add([1, 2, 3, 4]));
        Refused("row", "a score is a number at most 1e100 from 0", () => moments.Add([1, 2, double.NaN]));
        Refused("row", "a score is a number at most 1e100 from 0", () => moments.Add([-1.1e100, 2, 3]));
        Refused("other", "the other table has 2 raters, and this one 3", () => moments.Merge(new ScoreMoments(2)));
        IsWhole(moments, Rows);

        static void Refused(string name, string words, Action act)
        {
            ArgumentException error = Assert.Throws<ArgumentException>(act);
            Assert.Equal(name, error.ParamName);
            Assert.Contains(words, error.Message, StringComparison.Ordinal);
        }
    }

    private static ScoreMoments Of(int[][] rows, long offset)
    {
        var moments = new ScoreMoments(3);
        foreach (int[] row in rows)
        {
            moments.Add([.. row.Select(score => (double)(score + offset))]);
        }

        return moments;
    }

    // The two-way analysis of variance without repetitions: what a row and a column are off the mean, and what is left of each score.
    private static void IsWhole(ScoreMoments moments, int[][] rows)
    {
        ExactNumber all = ExactNumber.Of(rows.Sum(row => row.Sum()), rows.Length * 3);
        ExactNumber[] ofRow = [.. rows.Select(row => ExactNumber.Of(row.Sum(), 3) - all)];
        ExactNumber[] ofColumn = [.. Enumerable.Range(0, 3).Select(j => ExactNumber.Of(rows.Sum(row => row[j]), rows.Length) - all)];
        IEnumerable<ExactNumber> left = rows.SelectMany((row, i) => row.Select((score, j) => ExactNumber.Of(score) - all - ofRow[i] - ofColumn[j]));
        Assert.Equal(rows.Length, moments.Units);
        Near(ExactNumber.Of(3) * Squares(ofRow), moments.RowSquares);
        Near(ExactNumber.Of(rows.Length) * Squares(ofColumn), moments.ColumnSquares);
        Near(Squares(left), moments.ErrorSquares);
    }

    private static ExactNumber Squares(IEnumerable<ExactNumber> numbers) => ExactNumber.Sum(numbers.Select(number => number * number));

    private static void Near(ExactNumber expected, double actual)
    {
        double value = Real.Of(expected).ToDouble();
        Assert.InRange(actual, value * (1 - 1e-12), value * (1 + 1e-12));
    }
}
