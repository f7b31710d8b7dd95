using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Wire;

/// <summary>How a form is scored.</summary>
internal static class MethodTable
{
    public static ValueKind<ScoringMethod> Table { get; } = new ObjectTable<MethodParts>("method", () => new())
        .Optional("semantics", new ConstantKind("1"), (parts, _) => parts, 1)
        .Optional("name", Kinds.Text(Kinds.LongestName), (parts, name) => parts.With(method => method with { Name = name }))
        .Optional("value", Kinds.Choice(FormNames.QuestionValues), (parts, value) => parts with { Value = value }, "ofMaximum")
        .Optional("scale", Kinds.NumberAboveZero, (parts, scale) => parts with { Scale = scale })
        .Optional("combination", Kinds.Choice(FormNames.Combinations),
            (parts, combination) => parts with { Combination = combination }, "groupWeights")
        .Optional("within", Kinds.Choice(FormNames.GroupBases), (parts, basis) => parts with { Within = basis }, "questionWeights")
        .Optional("from", Kinds.NumberAboveZero, (parts, start) => parts with { Start = start })
        .Optional("notApplicable", Kinds.Choice(FormNames.NotApplicableRules),
            (parts, rule) => parts.With(method => method with { NotApplicable = rule }), "staysInGroup")
        .Optional("unanswered", Kinds.Choice(FormNames.UnansweredRules),
            (parts, rule) => parts.With(method => method with { Unanswered = rule }), "asNotApplicable")
        .Optional("failure", Kinds.Choice(FormNames.FailureEffects),
            (parts, effect) => parts.With(method => method with { Failure = effect }), "zero")
        .Optional("criticalBelow", new NumberKind { Above = 0, Maximum = 100 },
            (parts, percent) => parts.With(method => method with { CriticalBelow = percent }))
        .Optional("bonus", Kinds.Choice(FormNames.BonusRules),
            (parts, rule) => parts.With(method => method with { Bonus = rule }), "toEarned")
        .Optional("dropLowest", Kinds.Integer(1),
            (parts, count) => parts.With(method => method with { Selection = Selection.DropLowest(count) }))
        .Optional("keepHighest", Kinds.Integer(1),
            (parts, count) => parts.With(method => method with { Selection = Selection.KeepHighest(count) }))
        .Optional("keepLowest", Kinds.Integer(1),
            (parts, count) => parts.With(method => method with { Selection = Selection.KeepLowest(count) }))
        .Optional("keepMiddle", new ConstantKind("true"),
            (parts, _) => parts.With(method => method with { Selection = Selection.KeepMiddle }))
        .Optional("keepMostFrequent", new ConstantKind("true"),
            (parts, _) => parts.With(method => method with { Selection = Selection.KeepMostFrequent }))
        .Optional("leastAnswers", Kinds.Integer(1), (parts, count) => parts with { LeastAnswers = count })
        .Optional("leastAnswersEffect", Kinds.Choice(FormNames.LeastAnswersEffects),
            (parts, effect) => parts with { LeastAnswersEffect = effect }, "noScore")
        .Optional("capAtFull", Kinds.Boolean, (parts, value) => parts.With(method => method with { CapAtFull = value }), false)
        .Optional("floorAtZero", Kinds.Boolean, (parts, value) => parts.With(method => method with { FloorAtZero = value }), false)
        .Optional("critical", Kinds.Choice(FormNames.CriticalBases),
            (parts, basis) => parts.With(method => method with { Critical = basis }), "weighted")
        .Optional("digits", Kinds.Integer(0, 6),
            (parts, digits) => parts.With(method => method with { Rounding = method.Rounding with { Digits = digits } }), 2)
        .Optional("midpoint", Kinds.Choice(FormNames.Midpoints),
            (parts, midpoint) => parts.With(method => method with { Rounding = method.Rounding with { Midpoint = midpoint } }), "awayFromZero")
        .Rule(new CompanionMember
        {
            Name = "scale",
            Other = "value",
            Value = "ofFixedScale",
            Values = FormNames.QuestionValues.Names,
            IsRequired = true,
        })
        .Rule(new CompanionMember
        {
            Name = "within",
            Other = "combination",
            Value = "groupWeights",
            Values = FormNames.Combinations.Names,
            IsDefault = true,
        })
        .Rule(new CompanionMember
        {
            Name = "from",
            Other = "combination",
            Value = "deductions",
            Values = FormNames.Combinations.Names,
            IsRequired = true,
        })
        .Rule(new CompanionMember { Name = "leastAnswersEffect", Other = "leastAnswers" })
        .Rule(new OneOfMembers(false, "dropLowest", "keepHighest", "keepLowest", "keepMiddle", "keepMostFrequent"))
        .As(parts => parts.Together());
}
