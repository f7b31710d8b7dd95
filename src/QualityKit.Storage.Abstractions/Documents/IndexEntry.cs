using System.Collections.Immutable;

namespace QualityKit.Storage.Documents;

/// <summary>One place where a document is listed in an index. Entries are sent beside the body; a store never reads them out of it. Two equal entries of one document are one.</summary>
public sealed class IndexEntry : IEquatable<IndexEntry>
{
    /// <summary>An entry.</summary>
    /// <param name="index">The name of the index within the document's collection.</param>
    /// <param name="values">A value for each of its fields, in order.</param>
    public IndexEntry(string index, params ImmutableArray<IndexValue> values)
    {
        StoreText.GuardName(index, nameof(index));
        (Index, Values) = (index, values.IsDefault ? [] : values);
    }

    /// <summary>The name of the index.</summary>
    public string Index { get; }

    /// <summary>The values of its fields.</summary>
    public ImmutableArray<IndexValue> Values { get; }

    internal int TextBytes => Values.Sum(value => System.Text.Encoding.UTF8.GetByteCount(value.AsText));

    /// <inheritdoc/>
    public bool Equals(IndexEntry? other) => other is not null && Index == other.Index && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IndexEntry);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Aggregate(Index.GetHashCode(StringComparison.Ordinal), HashCode.Combine);

    /// <summary>The name of the index; never the values, which may be personal.</summary>
    public override string ToString() => $"{Index} ({Values.Length} values)";
}
