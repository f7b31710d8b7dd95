using System.Collections.Immutable;
using QualityKit.CaseRunner.Items;
using QualityKit.CaseRunner.Json;
using QualityKit.Methods;

namespace QualityKit.CaseRunner.Cases;

/// <summary>What an option is worth where some cost points.</summary>
internal static class NegativeScoringCase
{
    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        published.Input.OnlyHas("input", "options", "selected");
        published.Expected.OnlyHas("expected result", "percent");
        ImmutableArray<decimal> options = [.. published.Input.RequiredMember("options").ToList().Select(option => option.ToDecimal())];
        var item = new Item { Points = published.Input.RequiredDecimal("selected"), OtherPoints = options };
        var method = setting.Method(new ScoringMethod { Combination = Combination.QuestionWeights, Value = ValueOf(options) });

        var comparison = new Comparison();
        comparison.Percent("percent", published.Expected.RequiredMember("percent"), ItemForm.Of(method, [item]).Score().Total?.Value);
        return comparison;
    }

    // The rule that the cases print: over the highest positive points, or over the largest negative ones where none are positive.
    private static QuestionValue ValueOf(ImmutableArray<decimal> options) =>
        options.Any(points => points > 0) ? QuestionValue.OfMaximum : QuestionValue.OfLargestMagnitude;
}
