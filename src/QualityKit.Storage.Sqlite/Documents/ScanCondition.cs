using System.Globalization;
using System.Numerics;
using System.Text;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.Sqlite.Documents;

/// <summary>Puts the condition of a walk together, one comparison after another.</summary>
internal sealed class ScanCondition
{
    private readonly StringBuilder _sql = new("i.tenant = ?1");
    private readonly List<IndexValue> _values = [];

    public ScanCondition Equal(string column, IndexValue value)
    {
        _sql.Append(CultureInfo.InvariantCulture, $" AND i.{column} = {Parameter(value)}");
        return this;
    }

    /// <summary>One of several values. Their number is rounded up by saying the last one again, so that few different statements are prepared.</summary>
    public ScanCondition OneOf(string column, IReadOnlyList<IndexValue> values)
    {
        if (values.Count == 1)
        {
            return Equal(column, values[0]);
        }

        int count = (int)BitOperations.RoundUpToPowerOf2((uint)values.Count);
        IEnumerable<string> parameters = Enumerable.Range(0, count).Select(number => Parameter(values[Math.Min(number, values.Count - 1)]));
        _sql.Append(CultureInfo.InvariantCulture, $" AND i.{column} IN ({string.Join(", ", parameters)})");
        return this;
    }

    public ScanCondition Compare(string column, string comparison, IndexValue value)
    {
        _sql.Append(CultureInfo.InvariantCulture, $" AND i.{column} {comparison} {Parameter(value)}");
        return this;
    }

    /// <summary>Compares several columns with several values as one, column by column.</summary>
    public ScanCondition Compare(IEnumerable<string> columns, string comparison, IEnumerable<IndexValue> values)
    {
        string left = string.Join(", ", columns.Select(column => $"i.{column}"));
        string right = string.Join(", ", values.Select(Parameter));
        _sql.Append(CultureInfo.InvariantCulture, $" AND ({left}) {comparison} ({right})");
        return this;
    }

    public Scan ToScan() => new() { Condition = _sql.ToString(), Values = [.. _values] };

    private string Parameter(IndexValue value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"?{_values.Count + 1}");
    }
}
