using QualityKit.People;

namespace QualityKit.Evaluations;

/// <summary>What a status cannot say: each guard gives null, or the code of why not.</summary>
internal static class Guards
{
    // E2, E3: whoever is named; where nobody is, anyone but the subject, and of a self evaluation the subject alone.
    public static string? Evaluator(Situation one) =>
        (one.Evaluation.Assignment.Evaluator is { } evaluator ? evaluator == one.Actor.Id : one.IsSubject == (one.Evaluation.Kind == EvaluationKind.Self))
            ? null
            : WorkflowCodes.OtherEvaluator;

    public static string? NotSubject(Situation one) => one.IsSubject ? WorkflowCodes.NotSubject : null;

    public static string? Subject(Situation one) => one.IsSubject ? null : WorkflowCodes.OnlySubject;

    public static string? Person(Situation one) => one.Actor.IsMachine ? WorkflowCodes.OnlyPerson : null;

    public static string? Machine(Situation one) => one.Actor.IsMachine ? null : WorkflowCodes.OnlyMachine;

    public static string? KindReleased(Situation one) => EvaluationKinds.CanBeReleased(one.Evaluation.Kind) ? null : WorkflowCodes.Kind;

    public static string? KindDisputed(Situation one) => EvaluationKinds.CanBeDisputed(one.Evaluation.Kind) ? null : WorkflowCodes.Kind;

    public static string? KindRescored(Situation one) => EvaluationKinds.CanBeRescored(one.Evaluation.Kind) ? null : WorkflowCodes.Kind;

    public static string? FormRevised(Situation one) => one.Form.Settings.AllowsRevisions ? null : WorkflowCodes.Form;

    public static string? Confirmed(Situation one) => IsUnconfirmed(one) ? WorkflowCodes.Unconfirmed : null;

    public static string? Unconfirmed(Situation one) => IsUnconfirmed(one) ? null : WorkflowCodes.NothingToConfirm;

    public static string? SeenIfSubject(Situation one) =>
        one.IsSubject && one.Evaluation.SeenBySubject(one.Now) is null ? WorkflowCodes.Unreleased : null;

    public static string? Awaited(Situation one) => one.Evaluation.AwaitsAcknowledgement(one.Form, one.Now) ? null : WorkflowCodes.NotAwaited;

    public static string? SubjectLeft(Situation one) => one.Access.Target.UnitToday?.Employment == Employment.Left ? null : WorkflowCodes.NotLeft;

    public static string? NotScorer(Situation one) => one.Actor.Id == one.Current.ScoredBy ? WorkflowCodes.Scorer : null;

    public static string? AfterAcknowledgement(Situation one) => one.Form.Settings.Disputes is { AllowsAfterAcknowledgement: false } ? WorkflowCodes.Acknowledged : null;

    // E9: the form's own terms. The last instant of the window is in it.
    public static string? DisputeTerms(Situation one) =>
        one.Form.Settings.Disputes is not { } terms ? WorkflowCodes.Form
        : one.Evaluation.Disputes.Length >= terms.Maximum ? WorkflowCodes.TooManyDisputes
        : one.Evaluation.FirstRelease(one.Now) is { } first && one.Now > first.AddDays(terms.WindowDays) ? WorkflowCodes.WindowClosed
        : null;

    // E10
    public static string? Reviewer(Situation one) =>
        DisputeRouting.Refusal(one.Evaluation, one.Open.RaisedBy, one.Actor.Id)
        ?? (one.Open.Reviewer is { } reviewer && reviewer != one.Actor.Id ? WorkflowCodes.OtherReviewer : null);

    public static string? SomethingDue(Situation one) => one.Due().IsEmpty ? WorkflowCodes.NothingDue : null;

    private static bool IsUnconfirmed(Situation one) => one.Current is { IsByMachine: true, Confirmation: null };
}
