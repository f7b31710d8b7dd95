using System.Text.Json;
using QualityKit.CaseRunner.Json;
using QualityKit.Forms;

namespace QualityKit.CaseRunner.Vendors;

/// <summary>Reads when a question is enabled.</summary>
internal static class VendorEnablement
{
    /// <summary>When the question is there; null when it always is.</summary>
    public static Condition? Read(JsonElement enablement)
    {
        enablement.OnlyHas("enablement", "source", "comparator", "values", "operator", "operands", "condition", "action", "defaultAction");
        Condition condition = ConditionOf(enablement.Value("condition") ?? enablement);
        string action = enablement.OptionalText("action") ?? "ENABLE";
        string otherwise = enablement.OptionalText("defaultAction") ?? (action == "ENABLE" ? "DISABLE" : "ENABLE");
        return (action, otherwise) switch
        {
            ("ENABLE", "DISABLE") => condition,
            ("DISABLE", "ENABLE") => When.Not(condition),
            ("ENABLE", "ENABLE") => null,
            ("DISABLE", "DISABLE") => When.All(condition, When.Not(condition)),
            _ => throw new UnsupportedCaseException($"the actions `{action}` and `{otherwise}` are not understood"),
        };
    }

    /// <summary>How a comparator compares the options of a source with those it names.</summary>
    public static Condition Compare(string source, string comparator, string[] options, OptionMatch? match = null)
    {
        var condition = new AnsweredOption { Question = source, Options = [.. options] };
        return comparator switch
        {
            "IN" => condition with { Match = match ?? OptionMatch.Any },
            "NOT_IN" => When.Not(condition with { Match = match ?? OptionMatch.Any }),
            "ALL_IN" => condition with { Match = match ?? OptionMatch.All },
            "EXACT" => condition with { Match = match ?? OptionMatch.Exactly },
            _ => throw new UnsupportedCaseException($"the comparator `{comparator}` is not understood"),
        };
    }

    private static Condition ConditionOf(JsonElement condition)
    {
        if (condition.Value("operands") is not { } operands)
        {
            return Compare(
                FormKey.Of(condition.RequiredMember("source").ToText()),
                condition.RequiredMember("comparator").ToText(),
                [.. condition.RequiredMember("values").ToList().Select(value => FormKey.Of(value.ToText()))]);
        }

        Condition[] parts = [.. operands.ToList().Select(ConditionOf)];
        return condition.OptionalText("operator") switch
        {
            "AND" => When.All(parts),
            "OR" => When.Any(parts),
            string other => throw new UnsupportedCaseException($"the operator `{other}` is not understood"),
            null => throw new UnsupportedCaseException("the member `operator` is missing"),
        };
    }
}
