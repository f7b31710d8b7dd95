using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Canonical;
using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Persistence;
using QualityKit.Scoring;

namespace QualityKit.Services;

/// <summary>What an actor sees of an evaluation, made of what is stored.</summary>
internal static class EvaluationSights
{
    /// <summary>The session of an evaluation that is not stored: nobody is let see what it might keep from them.</summary>
    public static CalibrationSession Unknown(CalibrationSessionId session, ActorAccess access) => new()
    {
        Id = session,
        Name = "",
        Form = default,
        Lead = access.Actor.Id,
        Evaluators = [],
        Items = [],
        PlannedAt = default,
    };

    /// <summary>Where an evaluation stands for whoever sees a version of it: an agent is not told that there is a newer one.</summary>
    public static EvaluationStatus StatusFor(Evaluation evaluation, EvaluationSight sight, DateTimeOffset now) =>
        sight.Code != SightCodes.Released || sight.Version is not { } seen || seen.Number == evaluation.Versions.Length ? evaluation.StatusAt(now)
        : seen.Acknowledgement is not null ? EvaluationStatus.Acknowledged
        : EvaluationStatus.Released;

    /// <summary>The details for an actor.</summary>
    public static EvaluationDetails Show(EvaluationView view, EvaluationForm form, ContentsDocument contents, ActorAccess access, DateTimeOffset now)
    {
        (Evaluation evaluation, EvaluationSight sight, DisclosedAgent agent) = (view.Evaluation, view.Sight, view.Agent);
        ImmutableArray<EvaluationComment> comments = [.. evaluation.Comments.Where(comment => IsShown(evaluation, sight, comment))];
        ImmutableArray<Dispute> disputes = [.. evaluation.Disputes.Where(dispute => IsShown(evaluation, sight, dispute, access))];
        ImmutableArray<MachineAnswer> suggestions = sight.SeesPrivateComments ? evaluation.Suggestions : [];
        HashSet<ContentId> shown = [.. Shown(sight, comments, disputes, suggestions).Select(content => content.Id)];
        ImmutableArray<PersonalContent> texts = [.. contents.Contents.Where(content => shown.Contains(content.Id))];
        AnswerSheet? answers = sight.Version?.Answers.Restore(texts);
        return new(sight.Showing(sight.Version is { } seen ? agent.Of(seen) : null), agent.Of(evaluation.Subject), evaluation.Part, form, texts.ToImmutableDictionary(content => content.Id, content => content.Text))
        {
            Id = evaluation.Id,
            Kind = evaluation.Kind,
            Naming = agent.Naming,
            Status = view.Status,
            Interaction = evaluation.Interaction,
            Assignment = sight.CanView || access.Actor.Id != evaluation.Subject.Who ? agent.Of(evaluation.Assignment) : null,
            Answers = answers,
            Scorecard = sight.Version is { Score: not null } ? Scorer.Score(form, answers!) : null,
            Comments = [.. comments.Select(agent.Of)],
            Disputes = [.. disputes.Select(agent.Of)],
            Suggestions = suggestions,
            Allowed = EvaluationWorkflow.Allowed(evaluation, form, access, now),
        };
    }

    private static bool IsShown(Evaluation evaluation, EvaluationSight sight, EvaluationComment comment) =>
        sight.CanView && (sight.SeesPrivateComments || (comment.Audience == CommentAudience.Subject && IsSeenVersion(evaluation, sight, comment.Version)));

    private static bool IsShown(Evaluation evaluation, EvaluationSight sight, Dispute dispute, ActorAccess access) =>
        sight.CanView && (sight.SeesPrivateComments || dispute.RaisedBy == access.Actor.Id || IsSeenVersion(evaluation, sight, dispute.Version));

    private static bool IsSeenVersion(Evaluation evaluation, EvaluationSight sight, int version) =>
        version <= (sight.Version?.Number ?? evaluation.Versions.Length);

    private static IEnumerable<ContentRef> Shown(
        EvaluationSight sight, ImmutableArray<EvaluationComment> comments, ImmutableArray<Dispute> disputes, ImmutableArray<MachineAnswer> suggestions) =>
        HeldContents.Of(sight.Version is { } version ? [version] : [], disputes, comments, suggestions);
}
