using System.Collections.Immutable;
using System.Text.Json;
using QualityKit.CaseRunner.Items;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.CaseRunner.Cases;

/// <summary>What a critical question that scored nothing zeroes: its category, the whole form, or nothing.</summary>
internal static class CriticalScopeCase
{
    private static readonly ScoringMethod Categories = PercentForm.Method with
    {
        Combination = Combination.GroupWeights(),
        NotApplicable = NotApplicableRule.StaysInGroup,
    };

    public static Comparison Run(Case published, Setting setting)
    {
        published.OnlyHas("input", "expected");
        published.Input.OnlyHas("input", "categories");
        ImmutableArray<JsonElement> categories = published.Input.RequiredMember("categories").ToList();
        Scorecard Score(Func<string, FailureScope?> scopeOf) => new ItemForm
        {
            Method = setting.Method(Categories),
            Groups = [.. categories.Select(category => Category(category, scopeOf))],
        }.Score();

        Scorecard card = Score(ScopeOf);
        var comparison = new Comparison();
        foreach (JsonProperty member in published.Expected.EnumerateObject())
        {
            Fraction? got = member.Name switch
            {
                "final" => card.Total?.Value,
                "finalIfTemplateCritical" => Score(_ => FailureScope.Form).Total?.Value,
                "finalIfCategoryCritical" => Score(_ => FailureScope.OwnGroup).Total?.Value,
                "finalIfNotCritical" => Score(_ => null).Total?.Value,
                _ when card.Groups.Any(group => group.Key == FormKey.Of(member.Name)) => card.Group(FormKey.Of(member.Name)).Score?.Value,
                _ => throw new UnsupportedCaseException($"the member `{member.Name}` of the expected result is not understood"),
            };
            comparison.Percent(member.Name, member.Value, got);
        }

        return comparison;
    }

    private static FailureScope? ScopeOf(string critical) => critical switch
    {
        "category" => FailureScope.OwnGroup,
        "template" or "form" => FailureScope.Form,
        _ => throw new UnsupportedCaseException($"the critical scope `{critical}` is not understood"),
    };

    private static ItemGroup Category(JsonElement category, Func<string, FailureScope?> scopeOf)
    {
        category.OnlyHas("category", "id", "weight", "items");
        return new()
        {
            Key = FormKey.Of(category.RequiredMember("id").ToText()),
            Weight = category.OptionalDecimal("weight") ?? 1,
            Items = [.. category.RequiredMember("items").ToList().Select(item => Question(item, scopeOf))],
        };
    }

    private static Item Question(JsonElement source, Func<string, FailureScope?> scopeOf)
    {
        source.OnlyHas("item", "id", "score", "weight", "critical");
        return Item.Of(source.RequiredMember("score")) with
        {
            Weight = source.OptionalDecimal("weight") ?? 1,
            OtherPoints = [100, 0],
            Fails = source.OptionalText("critical") is { } critical ? scopeOf(critical) : null,
            FailingPoints = 0,
        };
    }
}
