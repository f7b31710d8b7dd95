using System.Collections.Immutable;

namespace QualityKit.Storage.Documents;

/// <summary>The last entry of a page: the next page starts behind it, whatever was written in between.</summary>
public sealed class PageEnd
{
    /// <summary>The end of a page.</summary>
    /// <param name="values">The values of its last entry.</param>
    /// <param name="id">The id of its document.</param>
    public PageEnd(ImmutableArray<IndexValue> values, string id)
    {
        StoreText.Guard(id, StoreLimits.KeyBytes, nameof(id));
        (Values, Id) = (values.IsDefault ? [] : values, id);
    }

    /// <summary>The values of the last entry.</summary>
    public ImmutableArray<IndexValue> Values { get; }

    /// <summary>The id of its document.</summary>
    public string Id { get; }
}
