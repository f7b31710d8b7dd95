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

    /// <summary>The queue that it came through; null for none.</summary>
    public string? Queue { get; init; }

    /// <summary>How it was wrapped up, in order.</summary>
    public ImmutableArray<string> WrapUps { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who took part.</summary>
    public ImmutableArray<Participant> Participants { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the host declared of segments and reports of it.</summary>
    public AttributeSet Attributes { get; init; } = AttributeSet.Empty;

    /// <summary>The id, never the attributes, which may be personal.</summary>
    public override string ToString() => $"segment {Id}";
}
