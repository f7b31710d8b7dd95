using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for weights: from 0, and looked at by the method (S7, S8).</summary>
internal static class WeightRules
{
    public static void CheckGroup(FormInspection form, decimal weight, string pointer)
    {
        CombinationKind combination = form.Method.Combination.Kind;
        Check(form, weight, pointer, hasEffect: combination is not (CombinationKind.QuestionWeights or CombinationKind.TotalPoints));

        // S9: weights meant as shares of the total would multiply points here; 0 switches a group off and is meant.
        if (combination is CombinationKind.Sum or CombinationKind.Deductions && weight is not (0 or 1))
        {
            form.Issues.Warning(IssueCodes.GroupWeightMultipliesPoints, pointer, ("weight", weight), ("combination", EnumRules.Name(combination)));
        }
    }

    public static void CheckQuestion(FormInspection form, ScoredQuestion question, string pointer) =>
        Check(form, question.Weight, pointer, hasEffect: question.IsExcluded || form.Method.Combination.Kind != CombinationKind.TotalPoints);

    /// <summary>Whether some question that counts has a weight, its own and those of the groups around it (W), above 0.</summary>
    public static void CheckForm(FormInspection form)
    {
        bool anyNormal = false;
        for (int position = 0; position < form.Outline.Places.Length; position++)
        {
            if (form.Outline.Places[position].Item is ScoredQuestion { IsExcluded: false, IsBonus: false } question)
            {
                anyNormal = true;
                if (HasWeight(form, question, position))
                {
                    return;
                }
            }
        }

        if (anyNormal)
        {
            form.Issues.Warning(IssueCodes.NothingHasWeight, "/groups");
        }
    }

    private static void Check(FormInspection form, decimal weight, string pointer, bool hasEffect)
    {
        if (weight < 0)
        {
            form.Issues.Error(IssueCodes.NegativeWeight, pointer, ("weight", weight));
        }

        NumberRules.CheckDigits(form.Issues, weight, pointer);
        if (weight != 1 && !hasEffect)
        {
            form.Issues.Warning(
                IssueCodes.WeightWithoutEffect, pointer, ("weight", weight), ("combination", EnumRules.Name(form.Method.Combination.Kind)));
        }
    }

    private static bool HasWeight(FormInspection form, ScoredQuestion question, int position) => form.Method.Combination.Kind switch
    {
        CombinationKind.TotalPoints => true,
        CombinationKind.QuestionWeights => question.Weight != 0,
        _ => question.Weight != 0 && form.Outline.GroupsAround(position).All(group => group.Weight != 0),
    };
}
