using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>S8 (and S9, Grade): the weighted mean of each group's items, up the tree.</summary>
internal sealed class GroupWeightsCombination(Form form, Weights weights, IReadOnlyList<Standing> standings, ScoreRules rules)
    : Combination(form, standings)
{
    private bool WithinPoints => Form.Method.Combination == "groupWeights" && Form.Method.Within == "points";

    /// <summary>S8 for the whole form: none if it is a bonus item. For a group: also its score as a bonus item.</summary>
    public override ExactNumber? Score(Group scope, IReadOnlySet<string> failedGroups)
    {
        var mean = new ItemMean(Form.Method, Items(scope, failedGroups));
        if (scope == Form.Whole)
        {
            return mean.IsBonus ? null : mean.Score;
        }

        // At every level: combine, score rules, failure last.
        var score = mean.Score is { } combined ? rules.Apply(scope, combined) : null;
        return score is not null && failedGroups.Contains(scope.Key) ? Failed(score) : score;
    }

    /// <inheritdoc/>
    public override ExactNumber AppliedWeight(Standing counted)
    {
        var group = counted.Question.Parent!;
        return WithinPoints
            ? PoolWeight(group) * ShareOfPool(group, weights.Own(counted.Question) * counted.Possible)
            : AppliedWeightOf(group) * Share(group, QuestionItem(counted));
    }

    /// <inheritdoc/>
    public override ExactNumber Contribution(Standing counted)
    {
        var group = counted.Question.Parent!;
        return WithinPoints
            ? PoolWeight(group) * ShareOfPool(group, weights.Own(counted.Question) * counted.Earned)
            : AppliedWeight(counted) * counted.Value!;
    }

    /// <inheritdoc/>
    public override ExactNumber? AppliedWeight(Group group) => AppliedWeightOf(group);

    /// <summary>S21: the product of the normalised effective weights down the tree.</summary>
    private ExactNumber AppliedWeightOf(Group group) => group.Parent is null
        ? ExactNumber.One
        : AppliedWeightOf(group.Parent) * Share(group.Parent, GroupItem(group, NothingFailed));

    /// <summary>An item's normalised effective weight in a group, as things were before any failure.</summary>
    private ExactNumber Share(Group group, WeighedItem? item) => item is null
        ? ExactNumber.Zero
        : new ItemMean(Form.Method, Items(group, NothingFailed)).ShareOf(item);

    private ExactNumber PoolWeight(Group group) => AppliedWeightOf(group) * Share(group, PoolOf(group).Item);

    private ExactNumber ShareOfPool(Group group, ExactNumber amount) =>
        PoolOf(group).Mass is { IsZero: false } mass ? amount / mass : ExactNumber.Zero;

    private Pool PoolOf(Group group) => new(weights, DirectlyIn(group));

    /// <summary>S8: a group's items: its own questions, or the pool of them, and its groups. What is not there is no item.</summary>
    private List<WeighedItem> Items(Group group, IReadOnlySet<string> failedGroups)
    {
        var own = WithinPoints ? [PoolOf(group).Item] : DirectlyIn(group).Select(QuestionItem);
        var inner = group.OwnGroups.Select(child => GroupItem(child, failedGroups));
        return own.Concat(inner).OfType<WeighedItem>().ToList();
    }

    /// <summary>S8: presence 1 when counted, 0 when left out as N/A; any other question is not there.</summary>
    private WeighedItem? QuestionItem(Standing standing)
    {
        if (!standing.Counts && !standing.LeftOutAsNotApplicable)
        {
            return null;
        }

        return new WeighedItem(
            standing.Question.Bonus,
            weights.Own(standing.Question),
            standing.Counts ? ExactNumber.One : ExactNumber.Zero,
            standing.Counts ? standing.Value : null);
    }

    private WeighedItem? GroupItem(Group group, IReadOnlySet<string> failedGroups)
    {
        var mean = new ItemMean(Form.Method, Items(group, failedGroups));
        return mean.Presence is { } presence
            ? new WeighedItem(mean.IsBonus, weights.Own(group), presence, Score(group, failedGroups))
            : null;
    }
}
