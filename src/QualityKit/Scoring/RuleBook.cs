using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>The score rules that hold for one answered form (rule S13).</summary>
internal sealed class RuleBook
{
    private readonly ILookup<int, ScoreRule> _rules;
    private readonly bool _lowerIsBetter;

    public RuleBook(ScoringPlan plan, long[] codes)
    {
        _lowerIsBetter = plan.Method.Unit == ScoreUnit.Grade;
        _rules = plan.Form.Rules
            .Where((_, position) => plan.RuleTests[position]?.Holds(codes) ?? true)
            .ToLookup(rule => rule.GroupKey is null ? -1 : plan.Form.Index.GroupAt(rule.GroupKey));
    }

    /// <summary>A score after the rules of its scope.</summary>
    /// <param name="group">The position of the group; -1 for the form.</param>
    /// <param name="score">The score before.</param>
    public Fraction Apply(int group, Fraction score)
    {
        foreach (ScoreRule rule in _rules[group])
        {
            score += rule.Effect switch
            {
                ScoreRuleEffect.Raise => rule.Amount.Value,
                ScoreRuleEffect.Lower => -rule.Amount.Value,
                _ => Fraction.Zero,
            };
        }

        foreach (ScoreRule rule in _rules[group].Where(rule => rule.Effect == ScoreRuleEffect.Minimum))
        {
            score = Fraction.Max(score, rule.Amount.Value);
        }

        ScoreRule[] set = [.. _rules[group].Where(rule => rule.Effect == ScoreRuleEffect.SetTo)];
        return set.Length == 0 ? score
            : _lowerIsBetter ? set.Max(rule => rule.Amount.Value)
            : set.Min(rule => rule.Amount.Value);
    }
}
