using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Analysis;

/// <summary>How far score rules, bounds and failures can take a score in a set of sheets (rules S13 to S16): the most or the least that can become of it.</summary>
internal sealed class ChangeBound(SheetSet set, Failing failing, bool isHighest)
{
    private readonly ScoringMethod _method = set.Model.Form.Method;

    /// <summary>The score of the form after everything.</summary>
    public Fraction Form(Fraction score)
    {
        score = Ruled(null, score);
        score = _method.CapAtFull ? Fraction.Min(score, Fraction.One) : score;
        score = _method.FloorAtZero ? Fraction.Max(score, Fraction.Zero) : score;
        return Failed(failing.Form, score);
    }

    /// <summary>The score of a group after its rules and failures.</summary>
    public Fraction Group(int group, Fraction score) => Failed(failing.Group(group), Ruled(set.Model.Groups[group].Group.Key, score));

    private Fraction Failed(Truth failed, Fraction score) =>
        failed == Truth.True || (!isHighest && failed.HasFlag(Truth.True)) ? Fraction.Min(score, Fraction.Zero) : score;

    private Fraction Ruled(string? group, Fraction score)
    {
        (ScoreRule Rule, Truth Holds)[] rules =
        [
            .. set.Model.Form.Rules.Select((rule, position) => (rule, Holds: set.Over(set.Model.RuleConditions[position])))
                .Where(rule => rule.rule.GroupKey == group && rule.Holds.HasFlag(Truth.True)),
        ];
        foreach ((ScoreRule rule, Truth holds) in rules)
        {
            score += Added(rule, holds == Truth.True);
        }

        foreach ((ScoreRule rule, Truth holds) in rules.Where(rule => rule.Rule.Effect == ScoreRuleEffect.Minimum))
        {
            score = isHighest || holds == Truth.True ? Fraction.Max(score, rule.Amount.Value) : score;
        }

        return SetTo([.. rules.Where(rule => rule.Rule.Effect == ScoreRuleEffect.SetTo)], score);
    }

    // A rule that need not hold adds only where that takes the score further.
    private Fraction Added(ScoreRule rule, bool isCertain) => rule.Effect switch
    {
        ScoreRuleEffect.Raise when isHighest || isCertain => rule.Amount.Value,
        ScoreRuleEffect.Lower when !isHighest || isCertain => -rule.Amount.Value,
        _ => Fraction.Zero,
    };

    // Of those that hold the strictest counts: the more hold, the stricter.
    private Fraction SetTo((ScoreRule Rule, Truth Holds)[] rules, Fraction score)
    {
        bool strictestIsHighest = _method.Unit == ScoreUnit.Grade;
        Fraction[] certain = [.. rules.Where(rule => rule.Holds == Truth.True).Select(rule => rule.Rule.Amount.Value)];
        IEnumerable<Fraction> possible = rules.Select(rule => rule.Rule.Amount.Value);
        if (certain.Length == 0)
        {
            return isHighest ? possible.Append(score).Max() : possible.Append(score).Min();
        }

        return isHighest == strictestIsHighest
            ? isHighest ? possible.Max() : possible.Min()
            : isHighest ? certain.Min() : certain.Max();
    }
}
