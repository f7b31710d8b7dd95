using System.Text.Json;
using QualityKit.CaseRunner.Items;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;

namespace QualityKit.CaseRunner.Vendors;

/// <summary>Reads one question of a vendor's form. Every question may be N/A and may be left unanswered: the format has no flag for either.</summary>
internal sealed class VendorQuestion(JsonElement source, IReadOnlyCollection<string> sections, JsonElement? answers)
{
    private string Key => FormKey.Of(source.RequiredMember("id").ToText());

    // The number that was given, which says how fine the ranges must be.
    private decimal? Given => answers?.Value(source.RequiredMember("id").ToText()) switch
    {
        { ValueKind: JsonValueKind.Object } answer => answer.OptionalDecimal("value"),
        { ValueKind: JsonValueKind.Number } number => number.ToDecimal(),
        _ => null,
    };

    public ScoredQuestion Read()
    {
        source.OnlyHas(
            "question", "id", "title", "text", "name", "weight", "type", "options", "ranges", "step", "cap", "bonus", "excluded", "critical", "enablement", "note");
        JsonElement? critical = source.Value("critical");
        critical?.OnlyHas("critical question", "below", "scope");
        return Shape() with
        {
            Weight = source.OptionalDecimal("weight") ?? 1,
            IsBonus = source.Flag("bonus"),
            IsExcluded = source.Flag("excluded"),
            IsCritical = critical is not null,
            FailureScope = ScopeOf(critical?.Value("scope")) ?? FailureScope.Form,
            VisibleWhen = source.Value("enablement") is { } enablement ? VendorEnablement.Read(enablement) : null,
            IsRequired = false,
            AllowsNotApplicable = true,
        };
    }

    private ScoredQuestion Shape() => (source.OptionalText("type") ?? "single") switch
    {
        "single" => new ChoiceQuestion { Key = Key, Text = Key, Options = Choice.Of(source.RequiredMember("options").ToList().Select(Option)) },
        "multi" => new MultiSelectQuestion
        {
            Key = Key,
            Text = Key,
            Options = [.. source.RequiredMember("options").ToList().Select(Selectable)],
            Cap = source.OptionalDecimal("cap"),
        },
        "numeric" => VendorRanges.Read(source, Key, Given, ScopeOf),
        string type => throw new UnsupportedCaseException($"the type `{type}` of a question is not understood"),
    };

    private ChoiceOption Option(JsonElement option)
    {
        option.OnlyHas("option", "id", "text", "title", "label", "score", "bonus", "fail", "note");
        string id = option.RequiredMember("id").ToText();
        return new()
        {
            Key = FormKey.Of(id),
            Text = id,
            Points = option.OptionalDecimal("score") ?? 0,
            IsBonus = option.Flag("bonus"),
            Fails = ScopeOf(option.Value("fail")),
        };
    }

    private SelectOption Selectable(JsonElement option)
    {
        ChoiceOption single = Option(option);
        return single.IsBonus
            ? throw new UnsupportedCaseException("a bonus option of a multiple selection is not offered")
            : new() { Key = single.Key, Text = single.Text, Points = single.Points, Fails = single.Fails };
    }

    private FailureScope? ScopeOf(JsonElement? fail) => fail switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } named when named.OptionalText("section") is { } section => FailureScope.Group(FormKey.Of(section)),
        { } scope => scope.ToText() switch
        {
            "form" => FailureScope.Form,
            "section" => FailureScope.OwnGroup,
            string section when sections.Contains(section) => FailureScope.Group(FormKey.Of(section)),
            string other => throw new UnsupportedCaseException($"the scope `{other}` of a failure is not understood"),
        },
    };
}
