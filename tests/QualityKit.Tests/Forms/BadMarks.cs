using QualityKit.Forms;
using QualityKit.Methods;
using static QualityKit.Validation.IssueCodes;

namespace QualityKit.Tests.Forms;

internal static class BadMarks
{
    public static IEnumerable<BadForm> All =>
    [
        new("a pass rule that says nothing", () => SampleForm.With() with { Pass = new() }, PassRuleSaysNothing, "/pass"),
        new("a pass rule that says nothing where a group can fail", () => OwnGroupFails() with { Pass = new() }, PassRuleSaysNothing, "/pass"),
        new("a pass rule that says nothing with a critical question", () => Critical() with { Pass = new() }, PassRuleSaysNothing, "/pass"),
        new("a pass mark in points for a share", () => Passing(new() { Mark = Score.Points(80) }), WrongUnit, "/pass/mark"),
        new("a pass mark in percent for points", () => Passing(PassRule.AtLeast(80)).ScoredBy(SampleForm.Sum), WrongUnit, "/pass/mark"),
        new("a pass mark in percent for grades", () => Passing(PassRule.AtLeast(80)).ScoredBy(SampleForm.Grade), WrongUnit, "/pass/mark"),
        new("a pass mark in an undefined unit", () => Passing(new() { Mark = new Score(1, (ScoreUnit)9) }), WrongUnit, "/pass/mark"),
        new("a question minimum in grades for a share", () => Passing(new() { QuestionMinimum = Score.Grade(2) }), WrongUnit, "/pass/questionMinimum"),
        new("a question minimum under deductions", () => Passing(new() { QuestionMinimum = Score.Percent(50) }).ScoredBy(SampleForm.Deductions), QuestionMinimumWithoutShares, "/pass/questionMinimum"),
        new("a pass mark of a third", () => Passing(new() { Mark = Score.Share(Fraction.Of(1, 3)) }), TooManyDigits, "/pass/mark"),
        new("a pass mark of 29 digits", () => Passing(new() { Mark = Score.Points(10_000_000_000_000_000_000_000_000_001m) }).ScoredBy(SampleForm.Sum), TooManyDigits, "/pass/mark"),
        new("a pass mark of 29 places", () => Passing(new() { Mark = new Score(Fraction.From(1e-28m) / 10, ScoreUnit.Points) }).ScoredBy(SampleForm.Sum), TooManyDigits, "/pass/mark"),
        new("a negative pass mark of 29 digits", () => Passing(new() { Mark = Score.Points(-12345678901234567890123456789m) }).ScoredBy(SampleForm.Sum), TooManyDigits, "/pass/mark"),
        new("a pass mark above 100 %", () => SampleForm.With().PassesAt(100.01m), MarkAboveFull, "/pass/mark"),
        new("a pass mark above 100 % with an excluded bonus", () => WithBonus(isExcluded: true).PassesAt(101), MarkAboveFull, "/pass/mark"),
        new("a pass mark above 100 % with a capped bonus", () => WithBonus().ScoredBy(ScoringMethod.Default with { CapAtFull = true }).PassesAt(101), MarkAboveFull, "/pass/mark"),
        new("a pass mark above 100 % and a rule that lowers", () => WithRule(ScoreRuleEffect.Lower).PassesAt(101), MarkAboveFull, "/pass/mark"),
        new("a pass mark above 100 % on a fixed scale", () => FixedScale(1).PassesAt(101), MarkAboveFull, "/pass/mark"),
        new("a question minimum above 100 %", () => Passing(new() { QuestionMinimum = Score.Percent(101) }), MarkAboveFull, "/pass/questionMinimum"),
        BadForm.Warned("a pass mark that needs a bonus question", () => WithBonus().PassesAt(101), MarkNeedsExtra, "/pass/mark"),
        BadForm.Warned("a pass mark that needs a bonus option", () => WithBonusOption().PassesAt(101), MarkNeedsExtra, "/pass/mark"),
        BadForm.Warned("a pass mark that needs a rule that raises", () => WithRule(ScoreRuleEffect.Raise).PassesAt(101), MarkNeedsExtra, "/pass/mark"),
        BadForm.Warned("a pass mark that needs a rule that sets", () => WithRule(ScoreRuleEffect.SetTo).PassesAt(101), MarkNeedsExtra, "/pass/mark"),
        BadForm.Warned("a pass mark that needs a rule with a minimum", () => WithRule(ScoreRuleEffect.Minimum).PassesAt(101), MarkNeedsExtra, "/pass/mark"),
        new("a pass mark below 0 %", () => SampleForm.With().PassesAt(-0.01m), MarkBelowZero, "/pass/mark"),
        new("a pass mark below 0 % with a floor", () => WithPenalty().ScoredBy(ScoringMethod.Default with { FloorAtZero = true }).PassesAt(-1), MarkBelowZero, "/pass/mark"),
        new("a pass mark below 0 % and a rule that raises", () => WithRule(ScoreRuleEffect.Raise).PassesAt(-1), MarkBelowZero, "/pass/mark"),
        new("a pass mark below 0 % and a rule with a minimum", () => WithRule(ScoreRuleEffect.Minimum).PassesAt(-1), MarkBelowZero, "/pass/mark"),
        BadForm.Warned("a pass mark that needs negative points", () => WithPenalty().PassesAt(-1), MarkNeedsLosses, "/pass/mark"),
        BadForm.Warned("a pass mark that needs deductions", () => SampleForm.With().ScoredBy(SampleForm.Deductions).PassesAt(-1), MarkNeedsLosses, "/pass/mark"),
        BadForm.Warned("a pass mark that needs a rule that lowers", () => WithRule(ScoreRuleEffect.Lower).PassesAt(-1), MarkNeedsLosses, "/pass/mark"),
        BadForm.Warned("a pass mark that a rule can set below", () => WithRule(ScoreRuleEffect.SetTo).PassesAt(-1), MarkNeedsLosses, "/pass/mark"),
    ];

    public static FormDraft WithBonus(bool isExcluded = false) =>
        SampleForm.With(Ask.YesNo("extra", "Extra mile?") with { IsBonus = true, IsExcluded = isExcluded });

    public static FormDraft WithPenalty() => SampleForm.With(Ask.Choice("mood", "Mood?", ("good", 5), ("bad", -5)));

    public static FormDraft WithRule(ScoreRuleEffect effect) =>
        SampleForm.WithRule(new() { Effect = effect, Amount = Score.Percent(5) });

    public static FormDraft FixedScale(decimal highest) =>
        SampleForm.With(Ask.YesNo("scaled", "Scaled?", highest)).ScoredBy(ScoringMethod.Default with { Value = QuestionValue.OfFixedScale(1) });

    public static FormDraft Critical() => SampleForm.With(Ask.YesNo("c", "C?") with { IsCritical = true });

    private static FormDraft Passing(PassRule rule) => SampleForm.With() with { Pass = rule };

    private static FormDraft OwnGroupFails() =>
        SampleForm.With(Ask.YesNo("f", "F?") with { IsFatal = true, FailureScope = FailureScope.OwnGroup });

    private static FormDraft WithBonusOption()
    {
        ChoiceQuestion question = Ask.Choice("mood", "Mood?", ("great", 6), ("good", 5), ("bad", 0));
        return SampleForm.With(question with { Options = question.Options.SetItem(0, question.Options[0] with { IsBonus = true }) });
    }
}
