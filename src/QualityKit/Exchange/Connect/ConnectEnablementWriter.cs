using System.Collections.Immutable;
using System.Text.Json.Nodes;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange.Connect;

/// <summary>Writes when a question of Amazon Connect is enabled.</summary>
internal static class ConnectEnablementWriter
{
    /// <summary>Adds conditions that must all hold; what cannot be said becomes a loss of its owner.</summary>
    public static void Write(
        JsonObject written, ImmutableArray<(Condition Condition, SourceObject Owner)> conditions, ConnectReferences references)
    {
        var operands = new List<JsonObject>();
        foreach ((Condition condition, SourceObject owner) in conditions)
        {
            if (Operand(condition, isNegated: false, references) is { } operand)
            {
                operands.Add(operand);
            }
            else
            {
                owner.Lose(IssueCodes.ConditionLeftOut, "visibleWhen", ("target", owner.Losses.Target));
            }
        }

        if (operands.Count > 0)
        {
            JsonObject whole = operands is [var only] && only["Condition"] is JsonObject tree ? (JsonObject)tree.DeepClone() : Tree("AND", operands);
            written["Enablement"] = new JsonObject { ["Condition"] = whole, ["Action"] = "ENABLE", ["DefaultAction"] = "DISABLE" };
        }
    }

    // The negation of all is any of the negations, and the other way round. A published condition has at most 32 levels.
    private static JsonObject? Operand(Condition condition, bool isNegated, ConnectReferences references) => condition switch
    {
        AllOf { Parts.Length: > 0 } all => Joined(isNegated ? "OR" : "AND", all.Parts, isNegated, references),
        AnyOf { Parts.Length: > 0 } any => Joined(isNegated ? "AND" : "OR", any.Parts, isNegated, references),
        Negation negation => Operand(negation.Part, !isNegated, references),
        AnsweredOption answered => Expression(answered, isNegated, references),
        _ => null,
    };

    private static JsonObject? Joined(string operation, ImmutableArray<Condition> parts, bool isNegated, ConnectReferences references)
    {
        JsonObject?[] operands = [.. parts.Select(part => Operand(part, isNegated, references))];
        return operands.Contains(null) ? null : new() { ["Condition"] = Tree(operation, operands.OfType<JsonObject>()) };
    }

    private static JsonObject Tree(string operation, IEnumerable<JsonObject> operands) =>
        new() { ["Operator"] = operation, ["Operands"] = new JsonArray([.. operands]) };

    private static JsonObject? Expression(AnsweredOption condition, bool isNegated, ConnectReferences references)
    {
        string? comparator = (condition.Match, isNegated) switch
        {
            (OptionMatch.Any, false) => "IN",
            (OptionMatch.Any, true) => "NOT_IN",
            (OptionMatch.All, false) => "ALL_IN",
            (OptionMatch.Exactly, false) => "EXACT",
            _ => null,
        };
        return comparator is null ? null : new()
        {
            ["Expression"] = new JsonObject
            {
                ["Source"] = new JsonObject { ["Type"] = "QUESTION_REF_ID", ["RefId"] = references.OfQuestion(condition.Question) },
                ["Comparator"] = comparator,
                ["Values"] = new JsonArray(
                [
                    .. condition.Options.Select(option =>
                        new JsonObject { ["Type"] = "OPTION_REF_ID", ["RefId"] = references.OfOption(condition.Question, option) }),
                ]),
            },
        };
    }
}
