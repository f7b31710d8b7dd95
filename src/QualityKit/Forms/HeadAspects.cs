using System.Collections.Immutable;
using QualityKit.Methods;
using static QualityKit.Forms.FormChangeEffect;

namespace QualityKit.Forms;

/// <summary>The members of a form outside its groups, as docs/form-format.md names them; texts are compared apart.</summary>
internal static class HeadAspects
{
    public static ImmutableArray<Aspect<EvaluationForm>> Form { get; } =
    [
        new("key", Workflow, form => form.Key),
        new("language", Wording, form => form.Language),
        new("directory", Workflow, form => form.Directory),
    ];

    public static ImmutableArray<Aspect<ScoringMethod>> Method { get; } =
    [
        new("semantics", Scores, method => method.SemanticsVersion),
        new("name", Wording, method => method.Name),
        new("value", Scores, method => method.Value.Kind),
        new("scale", Scores, method => method.Value.Kind == QuestionValueKind.OfFixedScale ? method.Value.Scale : null),
        new("combination", Scores, method => method.Combination.Kind),
        new("within", Scores, method => method.Combination.Within),
        new("from", Scores, method => method.Combination.Kind == CombinationKind.Deductions ? method.Combination.Start : null),
        new("notApplicable", Scores, method => method.NotApplicable),
        new("unanswered", Scores, method => method.Unanswered),
        new("failure", Scores, method => method.Failure),
        new("criticalBelow", Scores, method => method.CriticalBelow),
        new("bonus", Scores, method => method.Bonus),
        new("dropLowest", Scores, method => CountOf(method, SelectionKind.DropLowest)),
        new("keepHighest", Scores, method => CountOf(method, SelectionKind.KeepHighest)),
        new("keepLowest", Scores, method => CountOf(method, SelectionKind.KeepLowest)),
        new("keepMiddle", Scores, method => method.Selection.Kind == SelectionKind.KeepMiddle),
        new("keepMostFrequent", Scores, method => method.Selection.Kind == SelectionKind.KeepMostFrequent),
        new("leastAnswers", Scores, method => method.LeastAnswers?.Count),
        new("leastAnswersEffect", Scores, method => method.LeastAnswers?.Effect),
        new("capAtFull", Scores, method => method.CapAtFull),
        new("floorAtZero", Scores, method => method.FloorAtZero),
        new("critical", Scores, method => method.Critical),
        new("digits", Wording, method => method.Rounding.Digits),
        new("midpoint", Wording, method => method.Rounding.Midpoint),
    ];

    public static ImmutableArray<Aspect<PassRule>> Pass { get; } =
    [
        new("mark", Scores, pass => pass.Mark),
        new("questionMinimum", Scores, pass => pass.QuestionMinimum),
    ];

    public static ImmutableArray<Aspect<Band>> Band { get; } =
    [
        new("minimum", Scores, band => band.Minimum),
        new("top", Scores, band => band.Top),
    ];

    public static ImmutableArray<Aspect<ScoreRule>> Rule { get; } =
    [
        new("group", Scores, rule => rule.GroupKey),
        new("when", Scores, rule => rule.When),
        new("effect", Scores, rule => rule.Effect),
        new("amount", Scores, rule => rule.Amount),
    ];

    public static ImmutableArray<Aspect<FormSettings>> Settings { get; } =
    [
        new("acknowledgement", Workflow, settings => settings.RequiresAcknowledgement),
        new("revisions", Workflow, settings => settings.AllowsRevisions),
    ];

    public static ImmutableArray<Aspect<DisputeSettings>> Disputes { get; } =
    [
        new("maximum", Workflow, disputes => disputes.Maximum),
        new("windowDays", Workflow, disputes => disputes.WindowDays),
        new("afterAcknowledgement", Workflow, disputes => disputes.AllowsAfterAcknowledgement),
        new("assignees", Workflow, disputes => disputes.Assignees),
    ];

    private static int? CountOf(ScoringMethod method, SelectionKind kind) =>
        method.Selection.Kind == kind ? method.Selection.Count : null;
}
