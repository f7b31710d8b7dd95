using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>S9: start at B, take off what is missing to the highest points, add bonus points, divide by B.</summary>
internal sealed class DeductionsCombination(Form form, Weights weights, IReadOnlyList<Standing> standings)
    : Combination(form, standings)
{
    private ExactNumber Start => Form.Method.From!;

    /// <inheritdoc/>
    public override ExactNumber? Score(Group scope, IReadOnlySet<string> failedGroups)
    {
        // S9: a group has no score of its own.
        if (scope != Form.Whole || CountedIn(scope).Count == 0)
        {
            return null;
        }

        // S16: what a failed group loses is W x p, so the highest points and the points are added apart.
        var highest = CountedIn(scope).Where(standing => standing.IsNormal).Select(standing =>
            weights.Whole(standing.Question) * Points.Highest(standing.Question));
        var points = AmountOf(scope, failedGroups, standing => weights.Whole(standing.Question) * standing.Points!);
        return (Start - ExactNumber.Sum(highest) + points) / Start;
    }

    /// <inheritdoc/>
    public override ExactNumber Contribution(Standing counted)
    {
        var change = counted.IsNormal ? counted.Points! - Points.Highest(counted.Question) : counted.Points!;
        return weights.Whole(counted.Question) * change / Start;
    }

    /// <summary>S21: one point more, since a value here is points.</summary>
    public override ExactNumber AppliedWeight(Standing counted) => weights.Whole(counted.Question) / Start;

    /// <inheritdoc/>
    public override ExactNumber? AppliedWeight(Group group) => null;
}
