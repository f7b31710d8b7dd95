using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>Which combination a method asks for.</summary>
internal static class Combinations
{
    public static Combination Of(Form form, Weights weights, IReadOnlyList<Standing> standings, ScoreRules rules) =>
        form.Method.Combination switch
        {
            "weightedPoints" or "totalPoints" or "questionWeights" => new FlatCombination(form, weights, standings),
            "groupWeights" or "grade" => new GroupWeightsCombination(form, weights, standings, rules),
            "sum" => new SumCombination(form, weights, standings),
            "deductions" => new DeductionsCombination(form, weights, standings),
            _ => throw new ArgumentException($"'{form.Method.Combination}' is not a combination.", nameof(form)),
        };
}
