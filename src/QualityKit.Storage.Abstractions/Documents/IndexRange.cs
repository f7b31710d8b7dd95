namespace QualityKit.Storage.Documents;

/// <summary>A range of values: from one, included, up to another, excluded.</summary>
public sealed record IndexRange
{
    /// <summary>The least value; null for no bound.</summary>
    public IndexValue? From { get; init; }

    /// <summary>The first value beyond the range; null for no bound.</summary>
    public IndexValue? To { get; init; }

    /// <summary>Whether a value lies in the range.</summary>
    public bool Contains(IndexValue value) => (From is not { } from || value >= from) && (To is not { } to || value < to);
}
