using System.Collections.Immutable;
using QualityKit.Access;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>The life of an evaluation as pure functions: docs/evaluations.md is its specification.</summary>
public static class EvaluationWorkflow
{
    /// <summary>Creates an evaluation.</summary>
    /// <param name="given">What it is.</param>
    /// <param name="form">The form version to evaluate with.</param>
    /// <param name="access">Who creates it, before what will be its <see cref="Evaluation.TargetFor"/>.</param>
    /// <param name="now">The time.</param>
    /// <returns>The change, or everything that is wrong with what was given.</returns>
    /// <exception cref="AccessDeniedException">The actor has no right to it.</exception>
    public static Validated<EvaluationChange> Create(NewEvaluation given, EvaluationForm form, ActorAccess access, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(access);
        access.Demand(People.Permission.CreateEvaluations);
        return EvaluationMaker.Create(given, form, access.Actor, now);
    }

    /// <summary>Takes in an evaluation that was finished elsewhere (rule E15).</summary>
    /// <param name="given">What the other system recorded.</param>
    /// <param name="existing">What is already here under its <see cref="ImportedEvaluation.IdIn"/>; null for nothing.</param>
    /// <param name="form">The form version that its answers are held against.</param>
    /// <param name="access">Who imports.</param>
    /// <param name="now">The time.</param>
    /// <returns>The change, without facts when it is here already; or everything that is wrong with what was given.</returns>
    /// <exception cref="AccessDeniedException">The actor has no right to it.</exception>
    public static Validated<EvaluationChange> Import(
        ImportedEvaluation given, Evaluation? existing, EvaluationForm form, ActorAccess access, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(access);
        access.Demand(People.Permission.ImportEvaluations);
        return existing is null ? ImportMaker.Import(given, form, access.Actor, now) : new(new(existing), []);
    }

    /// <summary>What a command makes of an evaluation.</summary>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="command">The command.</param>
    /// <param name="form">The exact form version of the evaluation.</param>
    /// <param name="access">Who acts, before the evaluation's <see cref="Evaluation.TargetFor"/>.</param>
    /// <param name="now">The time.</param>
    /// <returns>The change, or everything that is wrong with what the command brings.</returns>
    /// <exception cref="AccessDeniedException">The actor has no right to it.</exception>
    /// <exception cref="TransitionNotAllowedException">The state does not allow it.</exception>
    /// <exception cref="ArgumentException">The form is another one, access was asked for another target, or a text comes without a salt.</exception>
    public static Validated<EvaluationChange> Apply(
        Evaluation evaluation, EvaluationCommand command, EvaluationForm form, ActorAccess access, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        Situation situation = Before(evaluation, form, access, now);
        ActionDecision decision = Decide(situation, command.Action);
        return decision.Code switch
        {
            WorkflowCodes.Allowed => command.Apply(situation),
            WorkflowCodes.NoAccess => throw new AccessDeniedException(decision.Access),
            _ => throw new TransitionNotAllowedException(decision),
        };
    }

    /// <summary>What the actor may do now: <see cref="Apply"/> refuses nothing that is in the list, and everything that is not.</summary>
    /// <exception cref="ArgumentException">The form is another one, or access was asked for another target.</exception>
    public static ImmutableArray<EvaluationAction> Allowed(Evaluation evaluation, EvaluationForm form, ActorAccess access, DateTimeOffset now)
    {
        Situation situation = Before(evaluation, form, access, now);
        return [.. Enum.GetValues<EvaluationAction>().Where(action => Decide(situation, action).IsAllowed)];
    }

    /// <summary>Whether one command is possible now, and why.</summary>
    /// <exception cref="ArgumentException">The form is another one, or access was asked for another target.</exception>
    public static ActionDecision Decide(Evaluation evaluation, EvaluationAction action, EvaluationForm form, ActorAccess access, DateTimeOffset now) =>
        Decide(Before(evaluation, form, access, now), action);

    private static Situation Before(Evaluation evaluation, EvaluationForm form, ActorAccess access, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        evaluation.GuardForm(form);
        evaluation.GuardTarget(access);
        return new(evaluation, form, access, now);
    }

    private static ActionDecision Decide(Situation situation, EvaluationAction action)
    {
        AccessDecision access = situation.Access.Decide(WorkflowTable.PermissionFor(action));
        return new() { Action = action, Status = situation.Status, Access = access, Code = access.IsAllowed ? CodeOf(situation, action) : WorkflowCodes.NoAccess };
    }

    private static string CodeOf(Situation situation, EvaluationAction action) =>
        WorkflowTable.Guarding(action, situation.Status) is { } guards
            ? guards.Select(guard => guard(situation)).FirstOrDefault(code => code is not null, WorkflowCodes.Allowed)!
            : WorkflowCodes.Status;
}
