using System.Collections.Immutable;

namespace QualityKit.Storage.Documents;

/// <summary>A page of what a query found.</summary>
public sealed record DocumentPage
{
    /// <summary>The documents, in order.</summary>
    public required ImmutableArray<Document> Documents { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Where the page ended, to ask for the next; null when there is nothing behind it.</summary>
    public required PageEnd? End { get; init; }
}
