using System.Collections.Immutable;
using QualityKit.Canonical;
using QualityKit.Interactions;
using QualityKit.People;

namespace QualityKit.Evaluations;

/// <summary>A comment beside the answers.</summary>
public sealed record EvaluationComment
{
    /// <summary>The text, which is kept apart.</summary>
    public required ContentRef Content { get; init; }

    /// <summary>Who wrote it.</summary>
    public required PersonId Author { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who reads it.</summary>
    public required CommentAudience Audience { get; init; }

    /// <summary>The number of the version that it is about; 0 before the first.</summary>
    public required int Version { get; init; }

    /// <summary>The key of the question; null for the whole.</summary>
    public string? Question { get; init; }

    /// <summary>The moments that it points at.</summary>
    public ImmutableArray<MediaMoment> Moments { get; init => field = value.IsDefault ? [] : value; } = [];
}
