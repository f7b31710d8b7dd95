using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.People;

namespace QualityKit.Evaluations;

/// <summary>Who handles a dispute (rule E10): never the subject, whoever scored the disputed version, or whoever raised it.</summary>
internal static class DisputeRouting
{
    /// <summary>Whether somebody may handle a dispute of an evaluation; if not, why.</summary>
    public static string? Refusal(Evaluation evaluation, PersonId raisedBy, PersonId person) =>
        person == evaluation.Subject.Who ? WorkflowCodes.NotSubject
        : person == evaluation.Current!.ScoredBy ? WorkflowCodes.Scorer
        : person == raisedBy ? WorkflowCodes.Raiser
        : null;

    /// <summary>Whom a new dispute goes to; null for anyone who may.</summary>
    public static PersonId? Route(Evaluation evaluation, ImmutableArray<DisputeAssignee> assignees, PersonId raisedBy)
    {
        DisputeAssignee assignee = assignees[Math.Min(evaluation.Disputes.Length, assignees.Length - 1)];
        PersonId? person = assignee.Kind switch
        {
            DisputeAssigneeKind.Original => evaluation.Versions[0].ScoredBy,
            DisputeAssigneeKind.User => new PersonId(assignee.UserId!),
            _ => null,
        };
        return person is { } named && Refusal(evaluation, raisedBy, named) is null ? person : null;
    }
}
