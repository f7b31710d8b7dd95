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

        var changes = CountedIn(scope).Select(standing => Change(standing, HasFailed(standing, failedGroups)));
        return (Start + ExactNumber.Sum(changes)) / Start;
    }

    /// <inheritdoc/>
    public override ExactNumber Contribution(Standing counted) => Change(counted, hasFailed: false) / Start;

    /// <summary>S21: one point more, since a value here is points.</summary>
    public override ExactNumber AppliedWeight(Standing counted) => weights.Whole(counted.Question) / Start;

    /// <inheritdoc/>
    public override ExactNumber? AppliedWeight(Group group) => null;

    private static bool HasFailed(Standing standing, IReadOnlySet<string> failedGroups) =>
        standing.Question.GroupsAround().Any(group => failedGroups.Contains(group.Key));

    /// <summary>S9, and S16: in a failed group every point that can be lost is lost.</summary>
    private ExactNumber Change(Standing standing, bool hasFailed)
    {
        var best = standing.IsNormal ? Points.Highest(standing.Question) : ExactNumber.Zero;
        var worst = standing.IsNormal ? Points.Lowest(standing.Question) : ExactNumber.Zero;
        var points = hasFailed ? ExactNumber.Min(standing.Points!, worst) : standing.Points!;
        return weights.Whole(standing.Question) * (points - best);
    }
}
