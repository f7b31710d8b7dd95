using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>S13: the score rules that hold.</summary>
internal sealed class ScoreRules
{
    private readonly List<ScoreRule> holding;
    private readonly bool lowerIsBetter;

    public ScoreRules(Form form, Visibility visibility)
    {
        holding = form.Rules.Where(rule => rule.When is not { } condition || visibility.Holds(condition)).ToList();
        lowerIsBetter = form.Method.Combination == "grade";
    }

    private ScoreRules() => holding = [];

    /// <summary>No rules, for scores that are taken before them (S19).</summary>
    public static ScoreRules None { get; } = new();

    /// <summary>S13: raised and lowered; then at least the highest minimum; then the strictest of what it is set to, if anything.</summary>
    public ExactNumber Apply(Group scope, ExactNumber score)
    {
        var changed = score + ExactNumber.Sum(Amounts(scope, "raise")) - ExactNumber.Sum(Amounts(scope, "lower"));
        var lifted = Amounts(scope, "minimum").Aggregate(changed, ExactNumber.Max);
        var set = lowerIsBetter ? Amounts(scope, "setTo").Max() : Amounts(scope, "setTo").Min();
        return set ?? lifted;
    }

    private IEnumerable<ExactNumber> Amounts(Group scope, string effect) => holding
        .Where(rule => rule.Effect == effect)
        .Where(rule => rule.Group == (scope.Parent is null ? null : scope.Key))
        .Select(rule => rule.Amount);
}
