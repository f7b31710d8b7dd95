using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>The score of a group from its items (rule S8).</summary>
internal sealed class TreeNode
{
    private readonly List<TreeItem> _items;
    private readonly bool _leavesForm;
    private readonly bool _addsBonusToMean;
    private readonly Fraction _divisor;

    public TreeNode(List<TreeItem> items, ScoringMethod method)
    {
        _items = items;
        _leavesForm = method.NotApplicable == NotApplicableRule.LeavesForm;
        _addsBonusToMean = method.Bonus == BonusRule.ToMean;
        Fraction normal = Sum(items.Where(item => !item.IsBonus), item => item.EffectiveWeight(_leavesForm));
        Fraction bonus = Sum(items.Where(item => item.IsBonus), item => item.EffectiveWeight(_leavesForm));
        IsBonus = normal.IsZero && bonus.Sign > 0;
        _divisor = IsBonus ? bonus : normal;
        Score = _divisor.IsZero ? null : Sum(items, item => Share(item) * (item.Value ?? Fraction.Zero));
        Fraction weights = Sum(items.Where(item => !item.IsBonus), item => item.Weight);
        Presence = IsBonus || weights.IsZero ? Fraction.One : Sum(items.Where(item => !item.IsBonus), item => item.Weight * item.Presence) / weights;
        IsItem = IsBonus || !weights.IsZero;
    }

    public Fraction? Score { get; }

    public bool IsBonus { get; }

    public Fraction Presence { get; }

    /// <summary>Whether there is anything for the group around it to weigh.</summary>
    public bool IsItem { get; }

    /// <summary>Hands the applied weight of the group down to its items.</summary>
    public void Assign(Fraction applied)
    {
        foreach (TreeItem item in _items.Where(item => item.Value is not null && Score is not null))
        {
            item.Assign(applied * Share(item));
        }
    }

    // What one unit of the item's score adds to the group's.
    private Fraction Share(TreeItem item) =>
        item.IsBonus && !IsBonus && _addsBonusToMean ? item.Weight : item.EffectiveWeight(_leavesForm) / _divisor;

    private static Fraction Sum(IEnumerable<TreeItem> items, Func<TreeItem, Fraction> amount) =>
        items.Aggregate(Fraction.Zero, (sum, item) => sum + amount(item));
}
