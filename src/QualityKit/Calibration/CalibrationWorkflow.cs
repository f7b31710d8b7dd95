using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Evaluations;
using QualityKit.People;

namespace QualityKit.Calibration;

/// <summary>What can be done with a calibration session, by whom, when: pure.</summary>
public static class CalibrationWorkflow
{
    /// <summary>Whether something can be done with a session now, and why.</summary>
    /// <param name="session">The session.</param>
    /// <param name="action">What.</param>
    /// <param name="policy">Who may do what.</param>
    /// <param name="actor">Who wants to.</param>
    public static CalibrationDecision Decide(CalibrationSession session, CalibrationAction action, AccessPolicy policy, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(actor);
        AccessDecision access = AccessRules.Decide(policy, actor, PermissionFor(action), Target(session, action, actor));
        return new()
        {
            Action = action,
            Status = session.Status,
            Access = access,
            Code = !access.IsAllowed ? CalibrationActionCodes.NoAccess
                : action != CalibrationAction.View && session.Items.Any(item => item.Subject.Who == actor.Id) ? CalibrationActionCodes.NotSubject
                : !IsIn(session.Status, action) ? CalibrationActionCodes.Status
                : CalibrationActionCodes.Allowed,
        };
    }

    /// <summary>What an actor may do with a session now: what a screen shows as buttons.</summary>
    /// <param name="session">The session.</param>
    /// <param name="policy">Who may do what.</param>
    /// <param name="actor">Who looks.</param>
    public static ImmutableArray<CalibrationAction> Allowed(CalibrationSession session, AccessPolicy policy, Actor actor) =>
        [.. Enum.GetValues<CalibrationAction>().Where(action => Decide(session, action, policy, actor).IsAllowed)];

    /// <summary>Goes on only if it can be done.</summary>
    /// <exception cref="AccessDeniedException">The actor has no right to it.</exception>
    /// <exception cref="CalibrationNotAllowedException">The session does not allow it.</exception>
    internal static void Demand(CalibrationSession session, CalibrationAction action, AccessPolicy policy, Actor actor)
    {
        CalibrationDecision decision = Decide(session, action, policy, actor);
        if (!decision.IsAllowed)
        {
            throw decision.Code == CalibrationActionCodes.NoAccess ? new AccessDeniedException(decision.Access) : new CalibrationNotAllowedException(decision);
        }
    }

    /// <summary>Who was asked and whose sheet is not there, in the order in which they take part.</summary>
    /// <param name="session">The session.</param>
    /// <param name="isThere">Whether somebody has submitted for an interaction.</param>
    internal static ImmutableArray<MissingEvaluator> Missing(CalibrationSession session, Func<CalibrationItem, PersonId, bool> isThere) =>
    [
        .. session.Evaluators.Concat(new[] { session.Expert }.OfType<PersonId>())
            .Select(person => new MissingEvaluator { Evaluator = person, Count = session.Items.Count(item => session.AskedFor(item).Contains(person) && !isThere(item, person)) })
            .Where(one => one.Count > 0),
    ];

    // Who leads is who works on what reveals it; everyone who takes part works on the rest.
    private static AccessTarget Target(CalibrationSession session, CalibrationAction action, Actor actor) => new()
    {
        Tenant = actor.Tenant,
        Workers = action is CalibrationAction.Close or CalibrationAction.Resolve ? [session.Lead] : session.Participants,
        Directory = session.Directory,
    };

    private static Permission PermissionFor(CalibrationAction action) => action switch
    {
        CalibrationAction.Open or CalibrationAction.Cancel => Permission.ManageCalibrations,
        CalibrationAction.Close or CalibrationAction.Resolve => Permission.LeadCalibrations,
        _ => Permission.ViewCalibrations,
    };

    // An open session is opened again where making its evaluations was interrupted.
    private static bool IsIn(CalibrationSessionStatus status, CalibrationAction action) => action switch
    {
        CalibrationAction.Open => status is CalibrationSessionStatus.Planned or CalibrationSessionStatus.Open,
        CalibrationAction.Close => status is CalibrationSessionStatus.Open or CalibrationSessionStatus.Closing,
        CalibrationAction.Cancel => status is CalibrationSessionStatus.Planned or CalibrationSessionStatus.Open,
        CalibrationAction.Resolve or CalibrationAction.Report => status == CalibrationSessionStatus.Closed,
        _ => true,
    };
}
