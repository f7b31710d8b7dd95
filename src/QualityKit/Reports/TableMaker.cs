using System.Collections.Immutable;
using QualityKit.Methods;

namespace QualityKit.Reports;

/// <summary>A table as a list of columns, each with what its cells are made of.</summary>
internal sealed class TableMaker<TRow>(string code)
{
    private readonly List<(ReportColumn Column, Func<TRow, ReportCell> Cell)> _columns = [];

    public TableMaker<TRow> Text(string column, Func<TRow, string?> value) => Add(column, ReportCellKind.Text, row => ReportCell.Of(value(row)));

    public TableMaker<TRow> Count(string column, Func<TRow, long?> value) => Add(column, ReportCellKind.Count, row => ReportCell.Of(value(row)));

    public TableMaker<TRow> Points(string column, Func<TRow, Fraction?> value) => Add(column, ReportCellKind.Points, row => ReportCell.Of(value(row)));

    public TableMaker<TRow> Points(string column, Func<TRow, double?> value) => Add(column, ReportCellKind.Points, row => ReportCell.Of(value(row)));

    public TableMaker<TRow> Number(string column, Func<TRow, double?> value) => Add(column, ReportCellKind.Number, row => ReportCell.Of(value(row)));

    public TableMaker<TRow> Flag(string column, Func<TRow, bool?> value) => Add(column, ReportCellKind.Flag, row => ReportCell.Of(value(row)));

    public ReportTable Make(IEnumerable<TRow> rows) =>
        new(code, [.. _columns.Select(column => column.Column)], rows.Select(row => _columns.Select(column => column.Cell(row)).ToImmutableArray()));

    private TableMaker<TRow> Add(string column, ReportCellKind kind, Func<TRow, ReportCell> cell)
    {
        _columns.Add((new() { Code = column, Kind = kind }, cell));
        return this;
    }
}
