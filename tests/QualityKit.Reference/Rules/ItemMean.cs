using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>S8: the weighted mean of a group's items.</summary>
internal sealed class ItemMean(ScoringMethod method, IReadOnlyList<WeighedItem> items)
{
    /// <summary>S8: nothing normal gives it a score, but bonus items do.</summary>
    public bool IsBonus => NormalWeight.IsZero && BonusWeight > ExactNumber.Zero;

    /// <summary>S8: the score before score rules and failure, or null when there is none.</summary>
    public ExactNumber? Score => NormalWeight.IsZero && BonusWeight.IsZero
        ? null
        : ExactNumber.Sum(WithValue.Select(item => ShareOf(item) * item.Value!));

    /// <summary>S8: how much of the group is there, 1 when it is a bonus item; null when no weight is there or was left out as N/A.</summary>
    public ExactNumber? Presence
    {
        get
        {
            if (IsBonus)
            {
                return ExactNumber.One;
            }

            var normal = items.Where(item => !item.IsBonus).ToList();
            var weight = ExactNumber.Sum(normal.Select(item => item.Weight));
            return weight.IsZero ? null : ExactNumber.Sum(normal.Select(item => item.Weight * item.Presence)) / weight;
        }
    }

    private IEnumerable<WeighedItem> WithValue => items.Where(item => item.Value is not null);

    private ExactNumber NormalWeight =>
        ExactNumber.Sum(WithValue.Where(item => !item.IsBonus).Select(EffectiveWeight));

    private ExactNumber BonusWeight =>
        ExactNumber.Sum(WithValue.Where(item => item.IsBonus).Select(item => item.Weight));

    /// <summary>What a value of 1 of this item adds to the score.</summary>
    public ExactNumber ShareOf(WeighedItem item)
    {
        if (!NormalWeight.IsZero)
        {
            // S11, toMean: the weighted value of a bonus item is added to the mean, undivided.
            return item.IsBonus && method.Bonus == "toMean" ? item.Weight : EffectiveWeight(item) / NormalWeight;
        }

        return item.IsBonus && !BonusWeight.IsZero ? item.Weight / BonusWeight : ExactNumber.Zero;
    }

    /// <summary>S8: under LeavesForm the weight of what is N/A leaves with it; else it stays with what has a value.</summary>
    private ExactNumber EffectiveWeight(WeighedItem item)
    {
        if (method.NotApplicable == "leavesForm")
        {
            return item.Weight * item.Presence;
        }

        return item.Value is null ? ExactNumber.Zero : item.Weight;
    }
}
