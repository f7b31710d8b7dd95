using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Shows the current version to its subject: now, later or never (rule E6).</summary>
public sealed record ReleaseEvaluation : EvaluationCommand
{
    /// <summary>When.</summary>
    public required ReleaseTime When { get; init; }

    /// <summary>The ids of reports that the subject gets with it.</summary>
    public ImmutableArray<string> Reports { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    public override EvaluationAction Action => EvaluationAction.Release;

    internal override Validated<EvaluationChange> Apply(Situation situation)
    {
        var turn = new Turn(situation, this);
        if (When.Instant <= situation.Now)
        {
            AssignmentRules.Passed(turn.Issues, When.Instant.Value, situation.Now, "/when");
        }

        (string code, DateTimeOffset? at) = When.Kind switch
        {
            ReleaseKind.Now => (FactCodes.Released, situation.Now),
            ReleaseKind.Never => (FactCodes.Withheld, (DateTimeOffset?)null),
            _ => (FactCodes.ReleasePlanned, When.Instant),
        };
        turn.Tell(code, ("at", at));
        return turn.Done(() => new(situation.WithCurrent(situation.Current with
        {
            ReleaseAt = at,
            IsWithheld = at is null,
            IsReleaseAnnounced = When.Kind == ReleaseKind.Now,
            Reports = Reports,
        })));
    }
}
