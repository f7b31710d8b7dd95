using QualityKit.Access;
using QualityKit.People;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>Which version of an evaluation somebody sees at an instant, and why. Pure: whoever reads an evaluation for somebody asks here first.</summary>
public sealed record EvaluationSight
{
    private EvaluationSight(AccessDecision access, string code, EvaluationVersion? version, bool seesPrivateComments)
    {
        Access = access;
        Code = code;
        Version = version;
        SeesPrivateComments = seesPrivateComments;
    }

    /// <summary>Why: one of <see cref="SightCodes"/>.</summary>
    public string Code { get; }

    /// <summary>What access says of it.</summary>
    public AccessDecision Access { get; }

    /// <summary>The version to show; null for none.</summary>
    public EvaluationVersion? Version { get; }

    /// <summary>Whether comments for evaluators are shown.</summary>
    public bool SeesPrivateComments { get; }

    /// <summary>Whether its answers, score and comments are shown.</summary>
    public bool CanView => !Code.StartsWith("sight.none.", StringComparison.Ordinal);

    /// <summary>What somebody sees of an evaluation (rules E6, E18).</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="session">The calibration session that it belongs to, or one that it is the benchmark of; null for none.</param>
    /// <param name="access">Who looks, before the evaluation's <see cref="Evaluation.TargetFor"/>.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="ArgumentException">The evaluation belongs to another session, or is no benchmark of this one, or access was asked for another target.</exception>
    public static EvaluationSight Of(Evaluation evaluation, CalibrationSession? session, ActorAccess access, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        evaluation.GuardTarget(access);
        if (session?.Id != evaluation.Session && !(evaluation.Session is null && session!.Items.Any(item => item.Benchmark == evaluation.Id)))
        {
            throw new ArgumentException("the evaluation belongs to another session, or to none", nameof(session));
        }

        AccessDecision decision = access.Decide(Permission.ViewEvaluations);
        (string Code, EvaluationVersion? Version) shown = decision.IsAllowed ? Show(evaluation, session, access.Actor.Id, now) : (SightCodes.NoAccess, null);
        return new(decision, shown.Code, shown.Version, shown.Code is SightCodes.Own or SightCodes.Current);
    }

    /// <summary>The same sight of a version with other names in it.</summary>
    internal EvaluationSight Showing(EvaluationVersion? version) => new(Access, Code, version, SeesPrivateComments);

    /// <summary>What is left where scores are not disclosed: answers and comments would give them away.</summary>
    internal EvaluationSight Undisclosed() => new(Access, SightCodes.Undisclosed, version: null, seesPrivateComments: false);

    /// <summary>The reason for people.</summary>
    /// <param name="catalogue">The words; English when null.</param>
    public string ToText(MessageCatalogue? catalogue = null) =>
        Code == SightCodes.NoAccess ? Access.ToText(catalogue) : (catalogue ?? MessageCatalogue.English).Format(Code, []);

    /// <summary>The reason in English.</summary>
    public override string ToString() => ToText();

    private static (string Code, EvaluationVersion? Version) Show(Evaluation evaluation, CalibrationSession? session, PersonId viewer, DateTimeOffset now) =>
        evaluation.Tombstone is not null ? (SightCodes.Deleted, null)
        : IsOwnWork(evaluation, viewer) ? (SightCodes.Own, evaluation.Current)
        : viewer == evaluation.Subject.Who ? evaluation.SeenBySubject(now) is { } released ? (SightCodes.Released, released) : (SightCodes.Unreleased, null)
        : IsBlind(evaluation, session, viewer) ? (SightCodes.Blind, null)
        : evaluation.Current is null ? (SightCodes.Unfinished, null)
        : (SightCodes.Current, evaluation.Current);

    // Who evaluates sees their own work, whatever else they are; also before anybody else does.
    private static bool IsOwnWork(Evaluation evaluation, PersonId viewer) =>
        viewer == (evaluation.Current?.ScoredBy ?? evaluation.Assignment.Evaluator);

    // What a session has made stays hidden when it was called off; a benchmark was there before, and comes back.
    private static bool IsBlind(Evaluation evaluation, CalibrationSession? session, PersonId viewer) =>
        session is not null && session.Includes(viewer) && session.Status is var status && status != CalibrationSessionStatus.Closed
        && (status != CalibrationSessionStatus.Cancelled || evaluation.Session is not null);
}
