using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for changes to scores after the sum (S13).</summary>
internal static class ScoreRuleRules
{
    public static void Check(FormInspection form)
    {
        for (int position = 0; position < form.Draft.Rules.Length; position++)
        {
            string pointer = $"/rules/{position}";
            if (form.Draft.Rules[position] is { } rule)
            {
                Check(form, rule, pointer);
            }
            else
            {
                form.Issues.Error(IssueCodes.Missing, pointer);
            }
        }
    }

    private static void Check(FormInspection form, ScoreRule rule, string pointer)
    {
        if (rule.GroupKey is not null)
        {
            CheckGroup(form, rule.GroupKey, pointer + "/group");
        }

        if (rule.When is not null)
        {
            ConditionRules.Check(form, ConditionOutline.Of(rule.When, pointer + "/when"), ConditionRules.Anywhere);
        }

        EnumRules.Check(form.Issues, rule.Effect, pointer + "/effect");
        MarkRules.Check(form, rule.Amount, pointer + "/amount");
        if (rule.Effect is ScoreRuleEffect.Raise or ScoreRuleEffect.Lower && rule.Amount.Value.Sign < 0)
        {
            ScoreRuleEffect opposite = rule.Effect == ScoreRuleEffect.Raise ? ScoreRuleEffect.Lower : ScoreRuleEffect.Raise;
            form.Issues.Error(
                IssueCodes.NegativeAmount, pointer + "/amount", ("effect", EnumRules.Name(rule.Effect)), ("opposite", EnumRules.Name(opposite)));
        }
    }

    private static void CheckGroup(FormInspection form, string group, string pointer)
    {
        ScopeRules.CheckGroup(form, group, pointer);
        if (form.Method.Combination.Kind is not (CombinationKind.GroupWeights or CombinationKind.Grade))
        {
            form.Issues.Error(IssueCodes.RuleWithoutGroupScores, pointer, ("combination", EnumRules.Name(form.Method.Combination.Kind)));
        }
    }
}
