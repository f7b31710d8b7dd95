using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Declared limits on weights: each by itself, and what they add up to.</summary>
internal static class LimitWeightRules
{
    public static void Check(LimitInspection check, decimal weight, LimitRange? range, string pointer) =>
        check.CheckRange(("weight", weight), range, (IssueCodes.WeightOverLimit, IssueCodes.WeightUnderLimit), pointer);

    /// <summary>Checks the total of the weights that the method of the form looks at.</summary>
    public static void CheckTotals(LimitInspection check)
    {
        switch (check.Form.Method.Combination.Kind)
        {
            case CombinationKind.QuestionWeights:
                CheckTotal(check, Normal(check).Select(place => ((ScoredQuestion)place.Item!).Weight), check.Limits.QuestionWeightTotal, IssueCodes.QuestionWeightsMissTotal);
                break;
            case CombinationKind.GroupWeights:
                CheckTotal(check, TopGroups(check).Select(group => group.Weight), check.Limits.GroupWeightTotal, IssueCodes.GroupWeightsMissTotal);
                break;
        }
    }

    private static void CheckTotal(LimitInspection check, IEnumerable<decimal> weights, decimal? total, string code)
    {
        if (total is not { } wanted)
        {
            return;
        }

        Fraction sum = weights.Aggregate(Fraction.Zero, (all, weight) => all + weight);
        if (sum != wanted)
        {
            check.Report(code, "/groups", ("sum", Print(sum)), ("total", wanted), ("difference", Print(wanted - sum)));
        }
    }

    // Decimals add up to a finite decimal of no more digits after the point.
    private static string Print(Fraction sum) => sum.ToString(28);

    private static IEnumerable<OutlinePlace> Normal(LimitInspection check) =>
        check.Form.Outline.Places.Where(place => place.Item is ScoredQuestion { IsExcluded: false, IsBonus: false });

    // The groups at the top with a question in them, at any depth, that counts.
    private static IEnumerable<Group> TopGroups(LimitInspection check) =>
        Normal(check).Select(place => Top(check.Form.Outline, place)).Distinct().Select(position => (Group)check.Form.Outline.Places[position].Item!);

    private static int Top(FormOutline outline, OutlinePlace place)
    {
        int position = place.Parent;
        while (outline.Places[position].Parent >= 0)
        {
            position = outline.Places[position].Parent;
        }

        return position;
    }
}
