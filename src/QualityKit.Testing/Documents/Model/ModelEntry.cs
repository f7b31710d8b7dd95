using System.Collections.Immutable;
using System.Text;
using QualityKit.Storage.Documents;

namespace QualityKit.Testing.Documents.Model;

/// <summary>One entry of an index as the model has it: ordered by its values, field by field, then by the id, texts by the bytes that UTF-8 makes of them.</summary>
internal sealed record ModelEntry(ImmutableArray<IndexValue> Values, ModelDocument Document) : IComparable<ModelEntry>
{
    public int CompareTo(ModelEntry? other) => CompareTo(other!.Values, other.Document.Key.Id);

    public int CompareTo(ImmutableArray<IndexValue> values, string id) =>
        Values.Zip(values, Compare).Append(Compare(Document.Key.Id, id)).FirstOrDefault(order => order != 0);

    public bool IsFoundBy(DocumentQuery query) =>
        query.Equal.Select((wanted, field) => wanted.Any(value => Compare(value, Values[field]) == 0)).All(equals => equals)
        && (query.Range?.From is not { } from || Compare(Values[query.Equal.Length], from) >= 0)
        && (query.Range?.To is not { } to || Compare(Values[query.Equal.Length], to) < 0);

    private static int Compare(IndexValue left, IndexValue right) =>
        left.Kind == IndexKind.Text ? Compare(left.AsText, right.AsText) : left.AsInteger.CompareTo(right.AsInteger);

    private static int Compare(string left, string right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
