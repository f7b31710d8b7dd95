using System.Collections.Immutable;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Rescoring;

/// <summary>A form made ready for adding up tiles: tables of bytes for what every answer earns, counts and fails.</summary>
internal sealed class ColumnPlan
{
    private ColumnPlan(CompiledForm form, ColumnLayout layout, VisibilitySteps visibility, ImmutableArray<ColumnGroup> groups)
    {
        Form = form;
        Layout = layout;
        Visibility = visibility;
        Groups = groups;
        Weights = groups.Sum(group => group.Weight);
        Zeroes = form.Form.Method.Failure == FailureEffect.Zero;
        Failing =
        [
            .. groups.SelectMany(group => group.Amounts).Where(question => question.Fails.Contains(true))
                .Select(question => new ColumnTable(question.Question, question.Fails.Select(fails => fails ? byte.MaxValue : 0L))),
        ];
    }

    public CompiledForm Form { get; }

    public ColumnLayout Layout { get; }

    public VisibilitySteps Visibility { get; }

    /// <summary>The sums; a flat form has one.</summary>
    public ImmutableArray<ColumnGroup> Groups { get; }

    /// <summary>The weights of all groups together.</summary>
    public long Weights { get; }

    /// <summary>Which answers fail the form.</summary>
    public ImmutableArray<ColumnTable> Failing { get; }

    /// <summary>Whether a failure makes the total 0.</summary>
    public bool Zeroes { get; }

    /// <summary>The plan for a form; null when it is scored row by row.</summary>
    public static ColumnPlan? TryBuild(CompiledForm form, ColumnLayout layout, out ColumnarLimit limit)
    {
        limit = !layout.IsNarrow ? ColumnarLimit.Codes
            : form.Packed is null || !AddsUp(form.Form.Method) ? ColumnarLimit.Method
            : ColumnarLimit.None;
        if (limit != ColumnarLimit.None)
        {
            return null;
        }

        ScoringPlan plan = form.Plan;
        var visibility = new VisibilitySteps(plan, layout);
        bool isTree = plan.Method.Combination.Kind == CombinationKind.GroupWeights;
        ImmutableArray<ColumnAmounts> amounts = [.. plan.Questions.Select(question =>
            new ColumnAmounts(plan.Quick!.Questions[question.Position], visibility.Questions[question.Position], layout.Slots[question.Position].Codes))];
        ColumnGroup?[] groups = isTree
            ? [.. plan.Groups.Select((place, group) => ColumnGroup.TryBuild(plan.Quick!.GroupWeights[group], amounts[place.FirstQuestion..place.EndQuestion]))]
            : [ColumnGroup.TryBuild(1, amounts)];
        limit = groups.Contains(null) || groups.Sum(group => group!.Weight) == 0 ? ColumnarLimit.Numbers : ColumnarLimit.None;
        return limit == ColumnarLimit.None ? new ColumnPlan(form, layout, visibility, [.. groups.Select(group => group!)]) : null;
    }

    // Where N/A moves weights from group to group, what is there enters the total as well; those forms are scored row by row.
    private static bool AddsUp(ScoringMethod method) =>
        method.Combination.Kind == CombinationKind.GroupWeights
            ? method.NotApplicable != NotApplicableRule.LeavesForm
            : method.NotApplicable != NotApplicableRule.StaysInGroup;
}
