using QualityKit.Canonical;
using QualityKit.Methods;

namespace QualityKit.Forms;

internal static partial class FormWriter
{
    /// <summary>Writes the parts of a method that are not the default, into an object that is open.</summary>
    public static void MethodMembers(CanonicalWriter writer, ScoringMethod method)
    {
        Number(writer, "semantics", method.SemanticsVersion, unless: 1);
        Text(writer, "name", method.Name);
        QuestionValue(writer, method.Value);
        Combination(writer, method.Combination);
        Choice(writer, "notApplicable", FormNames.NotApplicableRules, method.NotApplicable, unless: NotApplicableRule.StaysInGroup);
        Choice(writer, "unanswered", FormNames.UnansweredRules, method.Unanswered, unless: UnansweredRule.AsNotApplicable);
        Choice(writer, "failure", FormNames.FailureEffects, method.Failure, unless: FailureEffect.Zero);
        Number(writer, "criticalBelow", method.CriticalBelow);
        Choice(writer, "bonus", FormNames.BonusRules, method.Bonus, unless: BonusRule.ToEarned);
        Selection(writer, method.Selection);
        LeastAnswers(writer, method.LeastAnswers);
        Flag(writer, "capAtFull", method.CapAtFull);
        Flag(writer, "floorAtZero", method.FloorAtZero);
        Choice(writer, "critical", FormNames.CriticalBases, method.Critical, unless: CriticalBasis.Weighted);
        Number(writer, "digits", method.Rounding.Digits, unless: 2);
        Choice(writer, "midpoint", FormNames.Midpoints, method.Rounding.Midpoint, unless: MidpointRounding.AwayFromZero);
    }

    private static void Method(CanonicalWriter writer, ScoringMethod method)
    {
        if (method == ScoringMethod.Default)
        {
            return;
        }

        writer.BeginObject("method");
        MethodMembers(writer, method);
        writer.EndObject();
    }

    private static void QuestionValue(CanonicalWriter writer, QuestionValue value)
    {
        Choice(writer, "value", FormNames.QuestionValues, value.Kind, unless: QuestionValueKind.OfMaximum);
        if (value.Kind == QuestionValueKind.OfFixedScale)
        {
            writer.Member("scale", value.Scale);
        }
    }

    private static void Combination(CanonicalWriter writer, Combination combination)
    {
        Choice(writer, "combination", FormNames.Combinations, combination.Kind, unless: CombinationKind.GroupWeights);
        Choice(writer, "within", FormNames.GroupBases, combination.Within, unless: GroupBasis.QuestionWeights);
        if (combination.Kind == CombinationKind.Deductions)
        {
            writer.Member("from", combination.Start);
        }
    }

    private static void Selection(CanonicalWriter writer, Selection selection)
    {
        string name = EnumRules.Name(selection.Kind);
        switch (selection.Kind)
        {
            case SelectionKind.All:
                break;
            case SelectionKind.KeepMiddle or SelectionKind.KeepMostFrequent:
                writer.Member(name, true);
                break;
            default:
                writer.Member(name, selection.Count);
                break;
        }
    }

    private static void LeastAnswers(CanonicalWriter writer, LeastAnswers? least)
    {
        if (least is not null)
        {
            writer.Member("leastAnswers", least.Count);
            Choice(writer, "leastAnswersEffect", FormNames.LeastAnswersEffects, least.Effect, unless: LeastAnswersEffect.NoScore);
        }
    }
}
