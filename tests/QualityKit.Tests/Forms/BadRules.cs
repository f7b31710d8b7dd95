using QualityKit.Forms;
using QualityKit.Methods;
using static QualityKit.Tests.Forms.SampleForm;
using static QualityKit.Validation.IssueCodes;

namespace QualityKit.Tests.Forms;

internal static class BadRules
{
    private static readonly ScoreRule Raise = new() { Effect = ScoreRuleEffect.Raise, Amount = Score.Percent(5) };

    public static IEnumerable<BadForm> All =>
    [
        new("a rule that is not there", () => WithRule(null!), Missing, "/rules/0"),
        new("a rule for an unknown group", () => WithRule(Raise with { GroupKey = "nowhere" }), UnknownGroup, "/rules/0/group"),
        new("a rule for a question", () => WithRule(Raise with { GroupKey = "greeting" }), UnknownGroup, "/rules/0/group"),
        .. new[] { Flat, Weighted, Total, Deductions }.Select(method => new BadForm(
            $"a group rule under {method.Combination.Kind}", () => WithRule(Raise with { GroupKey = "main" }).ScoredBy(method), RuleWithoutGroupScores, "/rules/0/group")),
        new("a group rule under a sum", () => InPoints(Raise with { GroupKey = "main" }), RuleWithoutGroupScores, "/rules/0/group"),
        new("a rule in points for a share", () => WithRule(Raise with { Amount = Score.Points(5) }), WrongUnit, "/rules/0/amount"),
        new("a rule of a third", () => WithRule(Raise with { Amount = Score.Share(Fraction.Of(1, 3)) }), TooManyDigits, "/rules/0/amount"),
        new("an undefined rule", () => WithRule(Raise with { Effect = (ScoreRuleEffect)4 }), UndefinedValue, "/rules/0/effect"),
        new("a rule that raises by less than nothing", () => WithRule(Raise with { Amount = Score.Percent(-5) }), NegativeAmount, "/rules/0/amount"),
        new("a rule that lowers by less than nothing", () => WithRule(Raise with { Effect = ScoreRuleEffect.Lower, Amount = Score.Percent(-5) }), NegativeAmount, "/rules/0/amount"),
        new("a rule about an unknown question", () => WithRule(Raise with { When = When.Answered("nothing", "yes") }), UnknownQuestion, "/rules/0/when/answered/question"),
        new("the second rule wrong", () => With() with { Rules = [Raise, Raise with { GroupKey = "nowhere" }] }, UnknownGroup, "/rules/1/group"),
    ];

    private static FormDraft InPoints(ScoreRule rule) => WithRule(rule with { Amount = Score.Points(5) }).ScoredBy(Sum);
}
