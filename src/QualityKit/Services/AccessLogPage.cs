using System.Collections.Immutable;
using QualityKit.Access;

namespace QualityKit.Services;

/// <summary>One page of the access log.</summary>
public sealed record AccessLogPage
{
    /// <summary>The entries, the newest first. There may be fewer than were asked for, and none, though more follow.</summary>
    public required ImmutableArray<AccessLogEntry> Entries { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>What to ask for the next page with; null when there is nothing behind it.</summary>
    public string? Next { get; init; }
}
