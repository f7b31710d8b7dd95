using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.Storage.InMemory;

/// <summary>One entry of an index in memory, in the order that every store has: the values field by field, then the id of the document.</summary>
internal sealed class ListedDocument(ImmutableArray<IndexValue> values, string id) : IComparable<ListedDocument>
{
    public ImmutableArray<IndexValue> Values { get; } = values;

    public string Id { get; } = id;

    public int CompareTo(ListedDocument? other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (int field = 0; field < Values.Length; field++)
        {
            int order = Values[field].CompareTo(other.Values[field]);
            if (order != 0)
            {
                return order;
            }
        }

        return Utf8Order.Compare(Id, other.Id);
    }

    public bool IsFoundBy(DocumentQuery query) =>
        !query.Equal.Where((wanted, field) => !wanted.Contains(Values[field])).Any()
        && (query.Range is null || query.Range.Contains(Values[query.Equal.Length]));
}
