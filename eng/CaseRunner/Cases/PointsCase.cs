using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.CaseRunner.Items;
using QualityKit.CaseRunner.Json;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Cases;

/// <summary>Points added up: weighted steps, a card with bonus points, labels that are worth points.</summary>
internal static class PointsCase
{
    private static readonly ScoringMethod Sum = new() { Combination = Combination.Sum };

    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        var comparison = new Comparison();
        switch (published.Input)
        {
            case var input when input.Member("pointsPerStep") is not null: CompareSteps(input, published.Expected, setting, comparison); break;
            case var input when input.Member("base") is not null: CompareBonus(input, published.Expected, setting, comparison); break;
            case var input when input.Value("weights") is { ValueKind: JsonValueKind.Object }: CompareLabels(input, published.Expected, setting, comparison); break;
            default: throw new UnsupportedCaseException("the input is not understood");
        }

        return comparison;
    }

    // A scale whose steps are worth so many points each, in a question with a weight.
    private static void CompareSteps(JsonElement input, JsonElement expected, Setting setting, Comparison comparison)
    {
        input.OnlyHas("input", "answers", "pointsPerStep", "weight");
        expected.OnlyHas("expected result", "points");
        decimal perStep = input.RequiredDecimal("pointsPerStep");
        ImmutableArray<JsonElement> answers = input.RequiredMember("answers").ToList();
        ImmutableArray<decimal> worths = [.. answers.Select(step => step.ToDecimal() * perStep)];
        foreach (((decimal worth, JsonElement points), int position) in worths.Zip(expected.RequiredMember("points").ToList()).Select((pair, position) => (pair, position)))
        {
            var item = new Item { Points = worth, OtherPoints = worths, Weight = input.OptionalDecimal("weight") ?? 1 };
            comparison.Number($"step {answers[position].ToText()}", points, ItemForm.Of(setting.Method(Sum), [item]).Score().Total?.Value);
        }
    }

    // Pairs of what was earned and what is possible; a bonus adds to what is earned alone.
    private static void CompareBonus(JsonElement input, JsonElement expected, Setting setting, Comparison comparison)
    {
        input.OnlyHas("input", "base", "bonus");
        expected.OnlyHas("expected result", "percent");
        ScoringMethod method = setting.Method(VendorMethods.Playvox);
        Item[] items =
        [
            .. Pairs(input.RequiredMember("base")).Select(Pair),
            .. input.Value("bonus") is { } bonus ? Pairs(bonus).Select(pair => Pair(pair) with { IsBonus = true }) : [],
        ];
        comparison.Percent("percent", expected.RequiredMember("percent"), ItemForm.Of(method, items).Score().Total?.Value);
    }

    private static void CompareLabels(JsonElement input, JsonElement expected, Setting setting, Comparison comparison)
    {
        input.OnlyHas("input", "answers", "weights", "minimumAnswered");
        expected.OnlyHas("expected result", "total", "answered", "warning");
        JsonElement weights = input.RequiredMember("weights");
        ImmutableArray<decimal> worths = [.. weights.EnumerateObject().Select(label => label.Value.ToDecimal())];
        LeastAnswers? least = input.OptionalDecimal("minimumAnswered") is { } count ? new() { Count = (int)count, Effect = LeastAnswersEffect.Warning } : null;
        Scorecard card = ItemForm.Of(
            setting.Method(Sum with { LeastAnswers = least }),
            input.RequiredMember("answers").ToList().Select(answer => Label(answer, weights) with { OtherPoints = worths })).Score();

        foreach (JsonProperty member in expected.EnumerateObject())
        {
            switch (member.Name)
            {
                case "total": comparison.Number("total", member.Value, card.Total?.Value); break;
                case "answered": comparison.Number("answered", member.Value, card.Questions.Count(question => question.State == QuestionState.Answered)); break;
                default: comparison.Flag("warning", member.Value, card.IsBelowLeastAnswers); break;
            }
        }
    }

    private static Item Label(JsonElement answer, JsonElement weights) =>
        answer.ValueKind == JsonValueKind.Null || answer.IsNotApplicable() ? Item.Of(answer) : Item.Of(weights.RequiredMember(answer.ToText()));

    private static ImmutableArray<JsonElement> Pairs(JsonElement list) =>
        list.ToList() is [{ ValueKind: JsonValueKind.Array }, ..] pairs ? pairs : [list];

    private static Item Pair(JsonElement pair) => pair.ToList() is [var earned, var possible]
        ? Item.Of(earned) with { OtherPoints = [possible.ToDecimal(), 0] }
        : throw new UnsupportedCaseException("a pair of earned and possible points is expected");
}
