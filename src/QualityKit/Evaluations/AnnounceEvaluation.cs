using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Raises the event of every instant that has come, once (rule E13). A sweep sends it; the status needs no sweep.</summary>
public sealed record AnnounceEvaluation : EvaluationCommand
{
    /// <inheritdoc/>
    public override EvaluationAction Action => EvaluationAction.Announce;

    internal override Validated<EvaluationChange> Apply(Situation situation)
    {
        var turn = new Turn(situation, this);
        ImmutableArray<AnnouncementKind> due = situation.Due();
        foreach (AnnouncementKind kind in due)
        {
            turn.Announce(CodeOf(kind));
        }

        Evaluation evaluation = situation.Evaluation;
        return turn.Done(() => new(due.Contains(AnnouncementKind.Released)
            ? situation.WithCurrent(situation.Current with { IsReleaseAnnounced = true })
            : evaluation with { Assignment = evaluation.Assignment with { Announced = evaluation.Assignment.Announced.AddRange(due) } }));
    }

    private static string CodeOf(AnnouncementKind kind) => kind switch
    {
        AnnouncementKind.Reminder => FactCodes.Reminder,
        AnnouncementKind.Overdue => FactCodes.Overdue,
        AnnouncementKind.Escalation => FactCodes.Escalated,
        AnnouncementKind.Expired => FactCodes.Expired,
        _ => FactCodes.Released,
    };
}
