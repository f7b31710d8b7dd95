using System.Text;
using System.Text.Json;
using QualityKit.Methods;
using QualityKit.Reports;
using QualityKit.Validation;

namespace QualityKit.Tests.Reports;

public sealed class ReportTableTests
{
    private static readonly ReportColumn Name = new() { Code = "evaluator", Kind = ReportCellKind.Text };
    private static readonly ReportColumn Score = new() { Code = "score", Kind = ReportCellKind.Points };
    private static readonly ReportColumn Within = new() { Code = "isWithinTolerance", Kind = ReportCellKind.Flag };

    [Fact]
    public void A_table_is_written_as_csv_with_quotes_where_they_are_needed()
    {
        var table = new ReportTable("r", [Name, Score], [[ReportCell.Of("Ann, \"the\" second"), ReportCell.Of((Fraction)81 / 4)], [ReportCell.Of("two\nlines"), ReportCell.None]]);
        Assert.Equal("evaluator,score\r\n\"Ann, \"\"the\"\" second\",20.25\r\n\"two\nlines\",\r\n", table.ToCsv());
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+4912")]
    [InlineData("-x")]
    [InlineData("@cmd")]
    [InlineData("\tx")]
    public void A_name_that_a_spreadsheet_would_run_is_kept_from_it(string name)
    {
        var table = new ReportTable("r", [Name], [[ReportCell.Of(name)]]);
        Assert.Equal($"evaluator\r\n'{name}\r\n", table.ToCsv());
    }

    [Fact]
    public void A_negative_number_is_no_formula()
    {
        var table = new ReportTable("r", [Score], [[ReportCell.Of(-2.5)]]);
        Assert.Equal("score\r\n-2.5\r\n", table.ToCsv());
    }

    [Fact]
    public void A_table_is_written_as_json_with_kinds_numbers_and_nulls()
    {
        var table = new ReportTable("r", [Name, Score, Within], [[ReportCell.Of("ann"), ReportCell.Of(2.5), ReportCell.Of(true)], [ReportCell.Of("ben"), ReportCell.None, ReportCell.Of(false)]]);
        string json = Encoding.UTF8.GetString(table.ToJson().Span);
        Assert.Equal(
            """{"format":1,"report":"r","columns":[{"code":"evaluator","kind":"text"},{"code":"score","kind":"points"},{"code":"isWithinTolerance","kind":"flag"}],"rows":[["ann",2.5,true],["ben",null,false]]}""",
            json);
        using JsonDocument parsed = JsonDocument.Parse(json);
    }

    [Fact]
    public void A_table_is_printed_with_headings_and_numbers_to_the_right()
    {
        var table = new ReportTable("calibration.evaluators", [Name, Score], [[ReportCell.Of("ann"), ReportCell.Of(97.5)], [ReportCell.Of("benedikta"), ReportCell.None]]);
        Assert.Equal("Evaluator  Score\n---------  -----\nann         97.5\nbenedikta      -\n", table.ToText());
        Assert.StartsWith("Bewertende Person  Ergebnis\n", table.ToText(MessageCatalogue.German), StringComparison.Ordinal);
        Assert.Equal("Evaluators", table.Title());
    }

    [Fact]
    public void A_cell_without_a_value_is_never_a_zero()
    {
        Assert.True(ReportCell.Of((double?)null).IsNone);
        Assert.True(ReportCell.Of((Fraction?)null).IsNone);
        Assert.True(ReportCell.Of((long?)null).IsNone);
        Assert.True(ReportCell.Of((bool?)null).IsNone);
        Assert.True(ReportCell.Of((string?)null).IsNone);
        Assert.False(ReportCell.Of(0).IsNone);
        Assert.Equal("", ReportCell.None.Text);
    }

    [Fact]
    public void A_number_is_rounded_once_and_half_away_from_zero()
    {
        Assert.Equal("0.0001", ReportCell.Of((Fraction)1 / 20_000).Text);
        Assert.Equal("-33.3333", ReportCell.Of((Fraction)(-100) / 3).Text);
        Assert.Equal("0", ReportCell.Of(-0.00001).Text);
        Assert.Equal("100", ReportCell.Of(100.0).Text);
        Assert.Equal("1200", ReportCell.Of(1200L).Text);
        Assert.Throws<ArgumentOutOfRangeException>(() => ReportCell.Of(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReportCell.Of(double.PositiveInfinity));
    }

    [Fact]
    public void A_column_is_found_by_its_code()
    {
        var table = new ReportTable("r", [Name, Score], [[ReportCell.Of("ann"), ReportCell.Of(1L)], [ReportCell.Of("ben"), ReportCell.Of(2L)]]);
        Assert.Equal(["1", "2"], table.Column("score").Select(cell => cell.Text));
        Assert.Throws<ArgumentException>(() => table.Column("other"));
    }

    [Fact]
    public void A_table_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ReportTable("r", [], []));
        Assert.Throws<ArgumentException>(() => new ReportTable("r", [Name, Name], []));
        Assert.Throws<ArgumentException>(() => new ReportTable("r", [Name], [[ReportCell.Of("a"), ReportCell.Of("b")]]));
        Assert.Throws<ArgumentException>(() => new ReportTable("r", [Name], [[]]));
    }
}
