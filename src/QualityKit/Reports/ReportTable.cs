using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using QualityKit.Canonical;
using QualityKit.Validation;

namespace QualityKit.Reports;

/// <summary>A report as a table: typed columns with stable codes, and rows. It is written as CSV, as JSON, or as text for people.</summary>
public sealed class ReportTable
{
    private const int Format = 1;

    private static readonly NameTable<ReportCellKind> Kinds = new(
        (ReportCellKind.Text, "text"), (ReportCellKind.Count, "count"), (ReportCellKind.Points, "points"), (ReportCellKind.Number, "number"), (ReportCellKind.Flag, "flag"));

    /// <summary>A table.</summary>
    /// <param name="code">What report it is, a stable code.</param>
    /// <param name="columns">At least one.</param>
    /// <param name="rows">Each with one cell a column.</param>
    /// <exception cref="ArgumentException">There is no column, a column is there twice, or a row has more or fewer cells.</exception>
    public ReportTable(string code, ImmutableArray<ReportColumn> columns, IEnumerable<ImmutableArray<ReportCell>> rows)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        ArgumentNullException.ThrowIfNull(rows);
        columns = columns.IsDefault ? [] : columns;
        if (columns.IsEmpty || columns.DistinctBy(column => column.Code, StringComparer.Ordinal).Count() != columns.Length)
        {
            throw new ArgumentException("a table has at least one column, and each code once", nameof(columns));
        }

        (Code, Columns, Rows) = (code, columns, [.. rows]);
        if (Rows.Any(row => row.IsDefault || row.Length != columns.Length))
        {
            throw new ArgumentException($"a row of `{code}` has another number of cells than there are columns, {columns.Length}", nameof(rows));
        }
    }

    /// <summary>What report it is.</summary>
    public string Code { get; }

    /// <summary>The columns, in order.</summary>
    public ImmutableArray<ReportColumn> Columns { get; }

    /// <summary>The rows, each with one cell a column.</summary>
    public ImmutableArray<ImmutableArray<ReportCell>> Rows { get; }

    /// <summary>The title for people.</summary>
    /// <param name="catalogue">The words; English when null.</param>
    public string Title(MessageCatalogue? catalogue = null) => (catalogue ?? MessageCatalogue.English).Template($"report.{Code}") ?? Code;

    /// <summary>The cells of a column, from top to bottom.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public ImmutableArray<ReportCell> Column(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        int at = Columns.Select(column => column.Code).ToImmutableArray().IndexOf(code);
        return at >= 0 ? [.. Rows.Select(row => row[at])] : throw new ArgumentException($"the report `{Code}` has no column `{code}`", nameof(code));
    }

    /// <summary>The table as comma-separated values (RFC 4180): a line of codes, then one a row, each ended by CR LF.</summary>
    /// <remarks>A text that a spreadsheet would take for a formula (it begins with =, +, -, @, a tab or a carriage return) gets an apostrophe before it. Numbers do not.</remarks>
    public string ToCsv()
    {
        var text = new StringBuilder();
        text.AppendJoin(',', Columns.Select(column => Quoted(column.Code))).Append("\r\n");
        foreach (ImmutableArray<ReportCell> row in Rows)
        {
            text.AppendJoin(',', row.Select((cell, at) => Quoted(Columns[at].Kind == ReportCellKind.Text ? Harmless(cell.Text) : cell.Text))).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>The table as JSON: <c>format</c>, <c>report</c>, <c>columns</c> with code and kind, and <c>rows</c> of strings, numbers, booleans and null. Equal tables give equal bytes.</summary>
    public ReadOnlyMemory<byte> ToJson()
    {
        var json = new CanonicalWriter();
        json.BeginObject();
        json.Member("format", Format);
        json.Member("report", Code);
        json.BeginArray("columns");
        foreach (ReportColumn column in Columns)
        {
            json.BeginObject();
            json.Member("code", column.Code);
            json.Member("kind", Kinds.NameOf(column.Kind)!);
            json.EndObject();
        }

        json.EndArray();
        json.BeginArray("rows");
        foreach (ImmutableArray<ReportCell> row in Rows)
        {
            json.BeginArray();
            for (int at = 0; at < row.Length; at++)
            {
                Write(json, row[at], Columns[at].Kind);
            }

            json.EndArray();
        }

        json.EndArray();
        json.EndObject();
        return json.ToArray();
    }

    /// <summary>The table for people: headings and columns of one width, numbers to the right.</summary>
    /// <param name="catalogue">The words; English when null.</param>
    public string ToText(MessageCatalogue? catalogue = null)
    {
        string[] headings = [.. Columns.Select(column => column.Heading(catalogue))];
        int[] widths = [.. headings.Select((heading, at) => Rows.Select(row => Shown(row[at]).Length).Append(heading.Length).Max())];
        var text = new StringBuilder();
        Line(text, headings, widths);
        Line(text, [.. widths.Select(width => new string('-', width))], widths);
        foreach (ImmutableArray<ReportCell> row in Rows)
        {
            Line(text, [.. row.Select(Shown)], widths);
        }

        return text.ToString();
    }

    /// <summary>The report and its size.</summary>
    public override string ToString() => $"{Code}, {Columns.Length} columns, {Rows.Length} rows";

    private static void Write(CanonicalWriter json, ReportCell cell, ReportCellKind kind)
    {
        if (cell.IsNone)
        {
            json.Null();
        }
        else if (kind == ReportCellKind.Text)
        {
            json.Value(cell.Text);
        }
        else if (kind == ReportCellKind.Flag)
        {
            json.Value(cell.Text == "true");
        }
        else
        {
            json.Value(decimal.Parse(cell.Text, CultureInfo.InvariantCulture));
        }
    }

    private static string Shown(ReportCell cell) => cell.IsNone ? "-" : cell.Text.ReplaceLineEndings(" ");

    private void Line(StringBuilder text, string[] cells, int[] widths)
    {
        string line = string.Join("  ", cells.Select((cell, at) => Columns[at].Kind is ReportCellKind.Text or ReportCellKind.Flag ? cell.PadRight(widths[at]) : cell.PadLeft(widths[at])));
        text.Append(line.TrimEnd()).Append('\n');
    }

    private static string Harmless(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
