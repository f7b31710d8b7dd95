using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Forms;
using QualityKit.People;

namespace QualityKit.Evaluations;

/// <summary>An evaluation, who stands before it, and when: all that decides what is possible.</summary>
internal sealed class Situation
{
    public Situation(Evaluation evaluation, EvaluationForm form, ActorAccess access, DateTimeOffset now)
    {
        Evaluation = evaluation;
        Form = form;
        Access = access;
        Now = now;
        Status = evaluation.StatusAt(now);
    }

    public Evaluation Evaluation { get; }

    public EvaluationForm Form { get; }

    public ActorAccess Access { get; }

    public DateTimeOffset Now { get; }

    public EvaluationStatus Status { get; }

    public Actor Actor => Access.Actor;

    public bool IsSubject => Actor.Id == Evaluation.Subject.Who;

    /// <summary>The version that counts; only where the status says that there is one.</summary>
    public EvaluationVersion Current => Evaluation.Current!;

    /// <summary>The open dispute; only where the status says that there is one.</summary>
    public Dispute Open => Evaluation.OpenDispute!;

    /// <summary>The evaluation with another state of its current version.</summary>
    public Evaluation WithCurrent(EvaluationVersion version) => Evaluation with { Versions = Evaluation.Versions.SetItem(version.Number - 1, version) };

    /// <summary>What has come and was not announced, in the order of the kinds (rule E13).</summary>
    public ImmutableArray<AnnouncementKind> Due()
    {
        Deadlines deadlines = Evaluation.Assignment.Deadlines;
        (AnnouncementKind Kind, DateTimeOffset? At)[] dates = Status switch
        {
            EvaluationStatus.Pending or EvaluationStatus.InProgress =>
                [(AnnouncementKind.Reminder, deadlines.RemindAt), (AnnouncementKind.Overdue, deadlines.DueAt), (AnnouncementKind.Escalation, deadlines.EscalateAt)],
            EvaluationStatus.Expired => [(AnnouncementKind.Expired, deadlines.ExpiresAt)],
            _ => [(AnnouncementKind.Released, Current.IsReleaseAnnounced ? null : Current.ReleaseAt)],
        };
        return [.. dates.Where(date => date.At <= Now && !Evaluation.Assignment.Announced.Contains(date.Kind)).Select(date => date.Kind)];
    }
}
