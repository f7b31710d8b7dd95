using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>Puts questions together (rules S7 to S9), all of them or some.</summary>
internal abstract class Combiner
{
    private protected Combiner(ScoringPlan plan, Lines lines, Func<QuestionLine, bool> includes)
    {
        Plan = plan;
        Lines = [.. lines.Questions.Where(includes)];
    }

    protected ScoringPlan Plan { get; }

    /// <summary>The questions taken part in; every other is treated as hidden.</summary>
    protected QuestionLine[] Lines { get; }

    protected ScoringMethod Method => Plan.Method;

    public static Combiner For(ScoringPlan plan, Lines lines, Func<QuestionLine, bool> includes, CombineMode mode) =>
        plan.Method.Combination.Kind is CombinationKind.GroupWeights or CombinationKind.Grade && (mode != CombineMode.RawPart || plan.Method.Unit != ScoreUnit.Share)
            ? new GroupTree(plan, lines, includes, mode)
            : new AmountCombiner(plan, lines, includes, mode);

    /// <summary>Puts the questions together.</summary>
    /// <param name="failed">For every group whether it failed; null when nothing has failed.</param>
    /// <param name="rules">The score rules to apply to groups; null for none.</param>
    public abstract Combined Combine(bool[]? failed, RuleBook? rules);
}
