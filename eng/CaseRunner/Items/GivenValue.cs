using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Methods;

namespace QualityKit.CaseRunner.Items;

/// <summary>Reads how the scores that a case lists become values.</summary>
internal static class GivenValue
{
    /// <summary>Weights over the whole list, and scores as they are unless the case says otherwise.</summary>
    public static ScoringMethod MethodOf(JsonElement input) => new()
    {
        Combination = Combination.QuestionWeights,
        NotApplicable = NotApplicableRule.LeavesForm,
        Value = (input.OptionalText("questionValue") ?? "AsPoints") switch
        {
            "AsPoints" => QuestionValue.AsPoints,
            "OfMaximum" => QuestionValue.OfMaximum,
            "OfRange" => QuestionValue.OfRange,
            "OfLargestMagnitude" => QuestionValue.OfLargestMagnitude,
            "OfFixedScale" => QuestionValue.OfFixedScale(input.RequiredDecimal("scale")),
            string other => throw new UnsupportedCaseException($"the question value `{other}` is not understood"),
        },
    };

    /// <summary>The ends of the scale that scores lie on, where the case names them.</summary>
    public static decimal[] EndsOf(JsonElement input) =>
        [.. new[] { input.OptionalDecimal("min"), input.OptionalDecimal("max") }.OfType<decimal>()];

    /// <summary>A score in the unit that the case prints: percent for a share.</summary>
    public static Fraction? Printed(Score? score) => score is { Unit: ScoreUnit.Share } share ? share.Value * 100 : score?.Value;
}
