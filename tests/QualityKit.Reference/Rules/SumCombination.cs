using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>S9: the sum of W x p, a score in points.</summary>
internal sealed class SumCombination(Form form, Weights weights, IReadOnlyList<Standing> standings)
    : Combination(form, standings)
{
    /// <inheritdoc/>
    public override ExactNumber? Score(Group scope, IReadOnlySet<string> failedGroups) =>
        CountedIn(scope).Count == 0 ? null : AmountOf(scope, failedGroups, Contribution);

    /// <inheritdoc/>
    public override ExactNumber Contribution(Standing counted) => weights.Whole(counted.Question) * counted.Points!;

    /// <inheritdoc/>
    public override ExactNumber AppliedWeight(Standing counted) => weights.Whole(counted.Question);

    /// <inheritdoc/>
    public override ExactNumber? AppliedWeight(Group group) => ExactNumber.One;
}
