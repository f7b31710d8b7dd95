using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>A score worked out in full, rule after rule, with everything that an explanation needs.</summary>
internal sealed class Calculation
{
    private readonly Lines _lines;
    private readonly RuleBook _rules;

    public Calculation(ScoringPlan plan, ReadOnlySpan<long> codes, bool isPreview)
    {
        Plan = plan;
        _lines = new Lines(plan, codes, isPreview);
        _rules = new RuleBook(plan, _lines.Codes);
        Failures = new FailureFinder(plan).Find(_lines.Codes);
        HasFormFailed = Failures.Any(failure => failure.GroupPosition < 0);
        Final = Combine(FailedGroups);
        Total = Close(Final, HasFormFailed && Zeroes, Adjustments);
        RawTotal = Failures.IsEmpty || !Zeroes ? Total : Close(Combine(null), isFailed: false, []);
        IsBelowLeastAnswers = plan.Method.LeastAnswers is { } least && Questions.Count(line => line.State == QuestionState.Answered) < least.Count;
        if (IsBelowLeastAnswers && plan.Method.LeastAnswers!.Effect == LeastAnswersEffect.NoScore)
        {
            Total = RawTotal = null;
        }
    }

    public ScoringPlan Plan { get; }

    public ImmutableArray<QuestionLine> Questions => _lines.Questions;

    public ImmutableArray<Failure> Failures { get; }

    public bool HasFormFailed { get; }

    /// <summary>The questions put together, after what happened to groups.</summary>
    public Combined Final { get; }

    /// <summary>What changed the scores of groups and the form, in the order in which it happened.</summary>
    public List<Adjustment> Adjustments { get; } = [];

    public Fraction? Total { get; private set; }

    public Fraction? RawTotal { get; private set; }

    public bool IsBelowLeastAnswers { get; }

    /// <summary>What averages weigh the total by (rule S22).</summary>
    public Fraction Possible => Plan.Method.Combination.Kind == CombinationKind.Deductions ? Plan.Method.Combination.Start : Questions.Where(line => line.Counts && line.IsNormal).Aggregate(Fraction.Zero, (sum, line) =>
        sum + (Plan.Method.Combination.Kind == CombinationKind.WeightedPoints ? line.Plan.PathWeight * line.Possible : line.Possible));

    private bool Zeroes => Plan.Method.Failure == FailureEffect.Zero;

    private bool[]? FailedGroups => Zeroes && Failures.Any(failure => failure.GroupPosition >= 0)
        ? [.. Enumerable.Range(0, Plan.Groups.Length).Select(HasFailed)]
        : null;

    public bool HasFailed(int group) => Failures.Any(failure => failure.GroupPosition == group);

    public bool IsGroupPresent(int group) => _lines.IsGroupPresent(group);

    /// <summary>The critical score and the rest (rule S19).</summary>
    public Fraction? Critical(bool isCritical) =>
        Part(line => line.Plan.Scored is { } source && source.IsCritical == isCritical, Plan.Method.Critical == CriticalBasis.Raw ? CombineMode.RawPart : CombineMode.Part);

    /// <summary>The score of the questions with a tag (rule S19).</summary>
    public Fraction? Tagged(string tag) =>
        Part(line => line.Plan.Source is AnswerableQuestion source && source.Tags.Contains(tag, StringComparer.Ordinal), CombineMode.Part);

    private Fraction? Part(Func<QuestionLine, bool> includes, CombineMode mode) =>
        Combiner.For(Plan, _lines, includes, mode).Combine(failed: null, rules: null).Total;

    private Combined Combine(bool[]? failed) =>
        Combiner.For(Plan, _lines, _ => true, CombineMode.Whole).Combine(failed, _rules);

    // At the form: rules, bounds, failure last.
    private Fraction? Close(Combined combined, bool isFailed, List<Adjustment> adjustments)
    {
        adjustments.AddRange(combined.Adjustments);
        if (combined.Total is not { } total)
        {
            return null;
        }

        total = Change(AdjustmentKind.Rules, total, _rules.Apply(-1, total), adjustments);
        total = Change(AdjustmentKind.Cap, total, Plan.Method.CapAtFull ? Fraction.Min(total, Fraction.One) : total, adjustments);
        total = Change(AdjustmentKind.Floor, total, Plan.Method.FloorAtZero ? Fraction.Max(total, Fraction.Zero) : total, adjustments);
        return Change(AdjustmentKind.Failure, total, isFailed ? Fraction.Min(total, Fraction.Zero) : total, adjustments);
    }

    private static Fraction Change(AdjustmentKind kind, Fraction before, Fraction after, List<Adjustment> adjustments)
    {
        if (before != after)
        {
            adjustments.Add(new Adjustment { Kind = kind, Group = -1, Before = before, After = after, Weight = Fraction.One });
        }

        return after;
    }
}
