using QualityKit.Forms;
using QualityKit.Methods;
using static QualityKit.Validation.IssueCodes;

namespace QualityKit.Tests.Forms;

internal static class BadMethods
{
    private static readonly ScoringMethod Method = ScoringMethod.Default;

    public static IEnumerable<BadForm> All => [.. Parts, .. Combinations, .. Counts];

    private static IEnumerable<BadForm> Parts =>
    [
        new("a form without a method", By(null!), Missing, "/method"),
        new("semantics 0", By(Method with { SemanticsVersion = 0 }), UnknownSemantics, "/method/semantics"),
        new("semantics 2", By(Method with { SemanticsVersion = 2 }), UnknownSemantics, "/method/semantics"),
        new("a method name with half a character", By(Method with { Name = "\ud83d" }), BrokenText, "/method/name"),
        new("a method without a value", By(Method with { Value = null! }), Missing, "/method/value"),
        new("a method without a combination", By(Method with { Combination = null! }), Missing, "/method/combination"),
        new("a method without a selection", By(Method with { Selection = null! }), Missing, "/method/dropLowest"),
        new("a method without rounding", By(Method with { Rounding = null! }), Missing, "/method/digits"),
        new("an undefined N/A rule", By(Method with { NotApplicable = (NotApplicableRule)7 }), UndefinedValue, "/method/notApplicable"),
        new("an undefined unanswered rule", By(Method with { Unanswered = (UnansweredRule)2 }), UndefinedValue, "/method/unanswered"),
        new("an undefined failure effect", By(Method with { Failure = (FailureEffect)2 }), UndefinedValue, "/method/failure"),
        new("an undefined bonus rule", By(Method with { Bonus = (BonusRule)2 }), UndefinedValue, "/method/bonus"),
        new("an undefined least answers effect", By(Method with { LeastAnswers = new() { Count = 1, Effect = (LeastAnswersEffect)2 } }), UndefinedValue, "/method/leastAnswersEffect"),
        new("an undefined critical basis", By(Method with { Critical = (CriticalBasis)2 }), UndefinedValue, "/method/critical"),
        new("an undefined midpoint rule", By(Method with { Rounding = new() { Midpoint = (MidpointRounding)5 } }), UndefinedValue, "/method/midpoint"),
        new("-1 digits", By(Method with { Rounding = new() { Digits = -1 } }), NumberOutOfBounds, "/method/digits"),
        new("7 digits", By(Method with { Rounding = new() { Digits = 7 } }), NumberOutOfBounds, "/method/digits"),
        new("a scale of 29 digits", By(Method with { Value = QuestionValue.OfFixedScale(12345678901234567890123456789m) }), TooManyDigits, "/method/scale"),
        new("a start of 29 digits", By(Method with { Combination = Combination.Deductions(12345678901234567890123456789m) }), TooManyDigits, "/method/from"),
    ];

    private static IEnumerable<BadForm> Combinations =>
    [
        new("points as values of weighted points", By(SampleForm.Weighted with { Value = QuestionValue.AsPoints }), ValueDoesNotFit, "/method/value"),
        new("points as values of total points", By(SampleForm.Total with { Value = QuestionValue.AsPoints }), ValueDoesNotFit, "/method/value"),
        new("points as values of deductions", By(SampleForm.Deductions with { Value = QuestionValue.AsPoints }), ValueDoesNotFit, "/method/value"),
        new("points as values within points", By(SampleForm.Pools with { Value = QuestionValue.AsPoints }), ValueDoesNotFit, "/method/value"),
        new("grades that a failure zeroes", By(SampleForm.Grade with { Failure = FailureEffect.Zero }), FailureDoesNotFit, "/method/failure"),
        new("critical below 0", By(Method with { CriticalBelow = 0 }), CriticalBelowOutOfBounds, "/method/criticalBelow"),
        new("critical below a negative share", By(Method with { CriticalBelow = -1 }), CriticalBelowOutOfBounds, "/method/criticalBelow"),
        new("critical below more than all", By(Method with { CriticalBelow = 100.01m }), CriticalBelowOutOfBounds, "/method/criticalBelow"),
        new("critical below 29 digits", By(Method with { CriticalBelow = 1.2345678901234567890123456789m }), TooManyDigits, "/method/criticalBelow"),
        new("critical below in points", By(SampleForm.Points with { CriticalBelow = 50 }), CriticalBelowWithoutShares, "/method/criticalBelow"),
        new("critical below in a sum", By(SampleForm.Sum with { CriticalBelow = 50 }), CriticalBelowWithoutShares, "/method/criticalBelow"),
        new("critical below in deductions", By(SampleForm.Deductions with { CriticalBelow = 50 }), CriticalBelowWithoutShares, "/method/criticalBelow"),
        new("critical below in grades", By(SampleForm.Grade with { CriticalBelow = 50 }), CriticalBelowWithoutShares, "/method/criticalBelow"),
        new("extra credit on weighted points", By(SampleForm.Weighted with { Bonus = BonusRule.ToMean }), BonusDoesNotFit, "/method/bonus"),
        new("extra credit on total points", By(SampleForm.Total with { Bonus = BonusRule.ToMean }), BonusDoesNotFit, "/method/bonus"),
        new("extra credit on pools", By(SampleForm.Pools with { Bonus = BonusRule.ToMean }), BonusDoesNotFit, "/method/bonus"),
        new("extra credit on a sum", By(SampleForm.Sum with { Bonus = BonusRule.ToMean }), BonusDoesNotFit, "/method/bonus"),
        new("extra credit on deductions", By(SampleForm.Deductions with { Bonus = BonusRule.ToMean }), BonusDoesNotFit, "/method/bonus"),
        new("extra credit on grades", By(SampleForm.Grade with { Bonus = BonusRule.ToMean }), BonusDoesNotFit, "/method/bonus"),
        new("the lowest dropped from a sum", By(SampleForm.Sum with { Selection = Selection.DropLowest(1) }), SelectionDoesNotFit, "/method/dropLowest"),
        new("the lowest dropped from deductions", By(SampleForm.Deductions with { Selection = Selection.DropLowest(1) }), SelectionDoesNotFit, "/method/dropLowest"),
        new("the highest kept of grades", By(SampleForm.Grade with { Selection = Selection.KeepHighest(1) }), SelectionDoesNotFit, "/method/keepHighest"),
        new("a sum capped at full", By(SampleForm.Sum with { CapAtFull = true }), CapWithoutShares, "/method/capAtFull"),
        new("points capped at full", By(SampleForm.Points with { CapAtFull = true }), CapWithoutShares, "/method/capAtFull"),
        new("grades capped at full", By(SampleForm.Grade with { CapAtFull = true }), CapWithoutShares, "/method/capAtFull"),
    ];

    private static IEnumerable<BadForm> Counts =>
    [
        new("at least 0 answers", By(Method with { LeastAnswers = new() { Count = 0 } }), NumberOutOfBounds, "/method/leastAnswers"),
        BadForm.Warned("more answers than questions", By(Method with { LeastAnswers = new() { Count = 2 } }), TooFewQuestionsToAnswer, "/method/leastAnswers"),
        BadForm.Warned(
            "more answers than questions that count",
            SampleForm.With(Ask.YesNo("b", "B?") with { IsExcluded = true }, Ask.Text("c", "C?")).ScoredBy(Method with { LeastAnswers = new() { Count = 2 } }),
            TooFewQuestionsToAnswer,
            "/method/leastAnswers"),
        new("the lowest kept of a sum", By(SampleForm.Sum with { Selection = Selection.KeepLowest(1) }), SelectionDoesNotFit, "/method/keepLowest"),
        new("the middle kept of grades", By(SampleForm.Grade with { Selection = Selection.KeepMiddle }), SelectionDoesNotFit, "/method/keepMiddle"),
        new("the middle kept of points", By(SampleForm.Total with { Selection = Selection.KeepMiddle }), SelectionDoesNotFit, "/method/keepMiddle"),
        new("the most frequent kept of pools", By(SampleForm.Pools with { Selection = Selection.KeepMostFrequent }), SelectionDoesNotFit, "/method/keepMostFrequent"),
        BadForm.Warned("the only question dropped", By(Method with { Selection = Selection.DropLowest(1) }), EverythingDropped, "/method/dropLowest"),
        BadForm.Warned("all questions of every group dropped", TwoGroups().ScoredBy(Method with { Selection = Selection.DropLowest(2) }), EverythingDropped, "/method/dropLowest"),
        BadForm.Warned("all questions of the form dropped", TwoGroups().ScoredBy(SampleForm.Flat with { Selection = Selection.DropLowest(3) }), EverythingDropped, "/method/dropLowest"),
    ];

    private static FormDraft By(ScoringMethod method) => SampleForm.With() with { Method = method };

    // Two and one question that are dropped by value, and two that are not.
    private static FormDraft TwoGroups() => SampleForm
        .With(Ask.YesNo("b", "B?"), Ask.YesNo("extra", "Extra?") with { IsBonus = true }, Ask.YesNo("out", "Out?") with { IsExcluded = true })
        .Group("Other", 1, Ask.YesNo("c", "C?"));
}
