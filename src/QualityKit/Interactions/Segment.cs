using System.Collections.Immutable;

namespace QualityKit.Interactions;

/// <summary>A stretch of an interaction in which the same people were in touch.</summary>
public sealed record Segment
{
    /// <summary>Which one.</summary>
    public required SegmentId Id { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>When it ended; null while it lasts.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Who took part.</summary>
    public ImmutableArray<Participant> Participants { get; init => field = value.IsDefault ? [] : value; } = [];
}
