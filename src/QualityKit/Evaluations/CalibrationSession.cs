using System.Collections.Immutable;
using QualityKit.People;

namespace QualityKit.Evaluations;

/// <summary>Several people evaluate the same interaction without seeing each other's evaluations, until the session is revealed (rule E18).</summary>
public sealed record CalibrationSession
{
    /// <summary>Names it.</summary>
    public required CalibrationSessionId Id { get; init; }

    /// <summary>Who leads it.</summary>
    public required PersonId Lead { get; init; }

    /// <summary>Whose evaluation the others are compared with; null for nobody.</summary>
    public PersonId? Expert { get; init; }

    /// <summary>Who evaluates, beside the expert.</summary>
    public required ImmutableArray<PersonId> Evaluators { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Who has submitted.</summary>
    public ImmutableArray<PersonId> Submitted { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When it is revealed although somebody has not submitted; null for not at all.</summary>
    public DateTimeOffset? RevealAt { get; init; }

    /// <summary>When it was called off; null while it was not.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>Where it stands at an instant: cancelled, else revealed when its instant has come or everyone has submitted, else open.</summary>
    public CalibrationSessionStatus StatusAt(DateTimeOffset now) =>
        CancelledAt <= now ? CalibrationSessionStatus.Cancelled
        : RevealAt <= now || Missing.IsEmpty ? CalibrationSessionStatus.Revealed
        : CalibrationSessionStatus.Open;

    /// <summary>Who has not submitted yet.</summary>
    public ImmutableArray<PersonId> Missing => [.. Evaluators.Concat(new[] { Expert }.OfType<PersonId>()).Distinct().Except(Submitted)];

    /// <summary>Whether somebody takes part: leads, evaluates, or is the expert.</summary>
    public bool Includes(PersonId person) => person == Lead || person == Expert || Evaluators.Contains(person);
}
