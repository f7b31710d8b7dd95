using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Methods;

namespace QualityKit.CaseRunner.Items;

/// <summary>Answers that are worth a percentage each: points out of 100.</summary>
internal static class PercentForm
{
    public static ScoringMethod Method { get; } = new()
    {
        Value = QuestionValue.OfFixedScale(100),
        Combination = Combination.QuestionWeights,
        NotApplicable = NotApplicableRule.LeavesForm,
    };

    /// <summary>A form of one question, whose score is the percentage.</summary>
    public static ItemForm Of(JsonElement percent, Setting setting) => ItemForm.Of(setting.Method(Method), ImmutableArray.Create(Item.Of(percent)));
}
