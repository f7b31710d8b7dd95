using System.Collections.Immutable;
using System.Globalization;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Sqlite.Schema;

namespace QualityKit.Storage.Sqlite.Documents;

/// <summary>What a query becomes: walks along one index, one behind the other, that give its entries in order without sorting.</summary>
/// <remarks>The first page is one walk. A later page begins behind an entry. With one value for each leading field that is one walk too;
/// with several values it is first the rest of the list that the page ended in, then the lists behind it, one walk for each leading field.</remarks>
internal sealed class QueryPlan
{
    private readonly IndexTable _index;
    private readonly DocumentQuery _query;
    private readonly ImmutableArray<ImmutableArray<IndexValue>> _equal;

    public QueryPlan(IndexTable index, DocumentQuery query)
    {
        (_index, _query) = (index, query);
        _equal = [.. query.Equal.Select(values => values.Distinct().ToImmutableArray())];
        Scans = query.After is { } end ? [.. Behind(end)] : [Whole()];
    }

    /// <summary>The walks, in order.</summary>
    public ImmutableArray<Scan> Scans { get; }

    private string Direction => _query.IsDescending ? " DESC" : "";

    /// <summary>A page of one walk: id, version and body as they are kept, then the values of the entry. The last parameter is the limit.</summary>
    public string Select(Scan scan) =>
        $"""
        SELECT i.id, s.bytes, {string.Join(", ", _index.Columns.Select(column => $"i.{column}"))}
        FROM {_index.Name} AS i CROSS JOIN qk_slots AS s ON s.number = i.slot
        WHERE {scan.Condition}
        ORDER BY {string.Join(", ", _index.Columns.Select(column => $"i.{column}{Direction}"))}, i.id{Direction}
        LIMIT ?{(scan.Values.Length + 2).ToString(CultureInfo.InvariantCulture)}
        """;

    /// <summary>How many entries one walk has. The last parameter is the limit.</summary>
    public string Count(Scan scan) =>
        $"SELECT count(*) FROM (SELECT 1 FROM {_index.Name} AS i WHERE {scan.Condition} LIMIT ?{(scan.Values.Length + 2).ToString(CultureInfo.InvariantCulture)})";

    private Scan Whole() => Ranged(Leading(new ScanCondition(), from: 0)).ToScan();

    private IEnumerable<Scan> Behind(PageEnd end)
    {
        for (int shared = _equal.Length; shared >= 0; shared--)
        {
            if (Enumerable.Range(0, shared).Any(field => !_equal[field].Contains(end.Values[field])))
            {
                continue;
            }

            ScanCondition condition = Enumerable.Range(0, shared)
                .Aggregate(new ScanCondition(), (all, field) => all.Equal(_index.Columns[field], end.Values[field]));
            if (shared == _equal.Length)
            {
                yield return BehindInList(condition, end).ToScan();
            }
            else if (_equal[shared].Where(value => IsBehind(value, end.Values[shared])).ToArray() is { Length: > 0 } behind)
            {
                condition.OneOf(_index.Columns[shared], behind);
                yield return Ranged(Leading(condition, from: shared + 1)).ToScan();
            }
        }
    }

    // The range and the end of the page both bound the walk where it starts; only the nearer one is said, so that the walk starts there.
    private ScanCondition BehindInList(ScanCondition condition, PageEnd end)
    {
        int ranged = _equal.Length;
        IndexRange range = _query.Range ?? new IndexRange();
        bool isBeforeRange = _query.IsDescending
            ? range.To is { } to && end.Values[ranged] >= to
            : range.From is { } from && end.Values[ranged] < from;
        if (isBeforeRange)
        {
            return Ranged(condition);
        }

        condition.Compare(
            _index.Columns.Skip(ranged).Append("id"),
            _query.IsDescending ? "<" : ">",
            end.Values.Skip(ranged).Append(IndexValue.Of(end.Id)));
        return Bounded(condition, _query.IsDescending ? range with { To = null } : range with { From = null });
    }

    private ScanCondition Leading(ScanCondition condition, int from) =>
        Enumerable.Range(from, _equal.Length - from).Aggregate(condition, (all, field) => all.OneOf(_index.Columns[field], _equal[field]));

    private ScanCondition Ranged(ScanCondition condition) => _query.Range is { } range ? Bounded(condition, range) : condition;

    private ScanCondition Bounded(ScanCondition condition, IndexRange range)
    {
        if (range.From is { } from)
        {
            condition.Compare(_index.Columns[_equal.Length], ">=", from);
        }

        if (range.To is { } to)
        {
            condition.Compare(_index.Columns[_equal.Length], "<", to);
        }

        return condition;
    }

    private bool IsBehind(IndexValue value, IndexValue end) => _query.IsDescending ? value < end : value > end;
}
