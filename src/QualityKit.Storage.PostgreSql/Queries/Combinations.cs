using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.PostgreSql.Queries;

/// <summary>The combinations of values that the leading fields of a query may have, in the order of the query; each is one stretch of the index.</summary>
internal sealed class Combinations
{
    private const int Most = 10_000;

    private Combinations(int fields, ImmutableArray<ImmutableArray<IndexValue>> all, ImmutableArray<IndexValue>? bound)
    {
        (Fields, All, Bound) = (fields, all, bound);
    }

    /// <summary>How many leading fields are spelled out. Those that would make too many combinations are left to a condition.</summary>
    public int Fields { get; }

    /// <summary>Every combination that lies behind the page before, or is that in which it ended.</summary>
    public ImmutableArray<ImmutableArray<IndexValue>> All { get; }

    /// <summary>Where the page before ended within the first combination: the values of the other fields; null where it did not end there.</summary>
    public ImmutableArray<IndexValue>? Bound { get; }

    public static Combinations Of(DocumentQuery query)
    {
        ImmutableArray<ImmutableArray<IndexValue>> all = [[]];
        int fields = 0;
        while (fields < query.Equal.Length)
        {
            IndexValue[] values = [.. query.Equal[fields].Distinct().Order()];
            if ((long)all.Length * values.Length > Most)
            {
                break;
            }

            IEnumerable<IndexValue> ordered = query.IsDescending ? values.Reverse() : values;
            all = [.. all.SelectMany(start => ordered.Select(value => start.Add(value)))];
            fields++;
        }

        return query.After is { } after ? Behind(fields, all, after.Values, query.IsDescending) : new(fields, all, null);
    }

    private static Combinations Behind(int fields, ImmutableArray<ImmutableArray<IndexValue>> all, ImmutableArray<IndexValue> end, bool isDescending)
    {
        int direction = isDescending ? -1 : 1;
        ImmutableArray<ImmutableArray<IndexValue>> left = [.. all.Where(values => Compare(values, end) * direction >= 0)];
        bool endsInFirst = left.Length > 0 && Compare(left[0], end) == 0;
        return new(fields, left, endsInFirst ? end[fields..] : null);
    }

    private static int Compare(ImmutableArray<IndexValue> values, ImmutableArray<IndexValue> end) =>
        values.Select((value, field) => value.CompareTo(end[field])).FirstOrDefault(order => order != 0);
}
