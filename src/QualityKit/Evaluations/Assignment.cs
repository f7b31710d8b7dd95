using System.Collections.Immutable;
using QualityKit.People;

namespace QualityKit.Evaluations;

/// <summary>Who evaluates, until when.</summary>
public sealed record Assignment
{
    /// <summary>Who evaluates; null for whoever starts.</summary>
    public PersonId? Evaluator { get; init; }

    /// <summary>Who assigned it.</summary>
    public required PersonId By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The instants that count from it.</summary>
    public Deadlines Deadlines { get; init; } = Deadlines.None;

    /// <summary>The events that were raised already.</summary>
    public ImmutableArray<AnnouncementKind> Announced { get; init => field = value.IsDefault ? [] : value; } = [];
}
