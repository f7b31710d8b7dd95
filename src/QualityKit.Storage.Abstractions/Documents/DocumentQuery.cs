using System.Collections.Immutable;

namespace QualityKit.Storage.Documents;

/// <summary>Asks for the documents of one tenant through one index: the leading fields equal given values, the next lies in a range.</summary>
/// <remarks>Results are ordered by the values of the entry, field by field, then by the id of the document by its UTF-8 bytes.
/// A document with several entries that match is listed once for each.</remarks>
public sealed record DocumentQuery
{
    /// <summary>The collection.</summary>
    public required string Collection { get; init; }

    /// <summary>The name of the index.</summary>
    public required string Index { get; init; }

    /// <summary>For each leading field of the index the values that it may have, 1 to 100; none: every entry.</summary>
    public ImmutableArray<ImmutableArray<IndexValue>> Equal { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The range of the field after those; null for all.</summary>
    public IndexRange? Range { get; init; }

    /// <summary>Whether the order is turned round.</summary>
    public bool IsDescending { get; init; }

    /// <summary>How many documents a page has at most, 1 to 1,000; default 100.</summary>
    public int Take { get; init; } = 100;

    /// <summary>Where the page before ended; null for the first page.</summary>
    public PageEnd? After { get; init; }

    /// <summary>Whether a page may be read from a replica that lags behind.</summary>
    public bool AllowsStale { get; init; }
}
