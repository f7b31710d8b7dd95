using System.Text.Json.Nodes;

namespace QualityKit.Tests.Forms;

/// <summary>Every way to change one thing in the JSON of a form: a member or element taken away, changed or swapped with the next.</summary>
internal static class FormMutations
{
    private static readonly Dictionary<string, string[]> Choices = new()
    {
        ["value"] = ["ofRange", "ofLargestMagnitude", "asPoints"],
        ["combination"] = ["groupWeights", "questionWeights", "weightedPoints", "totalPoints", "sum", "grade"],
        ["within"] = ["questionWeights", "points"],
        ["notApplicable"] = ["leavesForm", "staysInGroup", "fullMarks", "zero", "groupMean", "groupPossibleMean", "formMean"],
        ["unanswered"] = ["asZero"],
        ["failure"] = ["zero", "outcomeOnly"],
        ["bonus"] = ["toMean"],
        ["leastAnswersEffect"] = ["noScore", "warning"],
        ["critical"] = ["raw"],
        ["midpoint"] = ["toEven", "down", "up"],
        ["effect"] = ["raise", "lower", "setTo", "minimum"],
        ["comment"] = ["never", "always", "whenFlagged"],
        ["preset"] = ["yesNo", "passFail", "range"],
        ["match"] = ["any", "all", "exactly"],
        ["default"] = ["highest", "lowest", "notApplicable"],
        ["failureScope"] = ["form", "group"],
        ["fails"] = ["form", "group"],
        ["type"] = ["text", "date", "information", "choice", "multiSelect"],
    };

    private static readonly Dictionary<string, string> Companions = new()
    {
        ["value"] = "scale",
        ["combination"] = "within",
        ["leastAnswers"] = "leastAnswersEffect",
    };

    /// <summary>Each changed text with the pointer to what was changed; not all of them are forms that can be read.</summary>
    public static IEnumerable<(string Pointer, string Form)> Of(string form)
    {
        foreach (string pointer in PointersIn(JsonNode.Parse(form)!, ""))
        {
            for (int change = 0; change < 12; change++)
            {
                JsonNode root = JsonNode.Parse(form)!;
                if (Change(root, pointer, change))
                {
                    yield return (pointer, root.ToJsonString());
                }
            }
        }
    }

    /// <summary>The text with one thing changed, whatever it is.</summary>
    public static string Any(string form, Random random)
    {
        string[] pointers = [.. PointersIn(JsonNode.Parse(form)!, "")];
        while (true)
        {
            JsonNode root = JsonNode.Parse(form)!;
            if (Change(root, pointers[random.Next(pointers.Length)], random.Next(12)))
            {
                return root.ToJsonString();
            }
        }
    }

    /// <summary>Whether what is at a pointer is a text, a number or a boolean.</summary>
    public static bool IsLeaf(string form, string pointer) => Walk(JsonNode.Parse(form)!, pointer.Split('/')[1..]) is JsonValue;

    private static JsonNode Walk(JsonNode root, IEnumerable<string> names) =>
        names.Aggregate(root, (node, name) => node is JsonArray items ? items[int.Parse(name, null)]! : node[name]!);

    private static IEnumerable<string> PointersIn(JsonNode node, string pointer) => node switch
    {
        JsonObject members => members.SelectMany(member => Inner($"{pointer}/{member.Key}", member.Value!)),
        JsonArray items => items.SelectMany((item, position) => Inner($"{pointer}/{position}", item!)),
        _ => [],
    };

    private static IEnumerable<string> Inner(string pointer, JsonNode node) => PointersIn(node, pointer).Prepend(pointer);

    private static bool Change(JsonNode root, string pointer, int change)
    {
        JsonNode parent = Walk(root, pointer.Split('/')[1..^1]);
        string last = pointer.Split('/')[^1];
        return parent is JsonArray array ? ChangeElement(array, int.Parse(last, null), change) : ChangeMember((JsonObject)parent, last, change);
    }

    private static bool ChangeElement(JsonArray array, int position, int change)
    {
        JsonNode element = array[position]!;
        if (change == 0)
        {
            array.RemoveAt(position);
            return true;
        }

        // Ranges have only one order.
        if (change == 1 && position + 1 < array.Count && array.GetPropertyName() != "ranges")
        {
            array.RemoveAt(position);
            array.Insert(position + 1, element);
            return true;
        }

        if (change == 2 && Other(element) is { } other)
        {
            array[position] = other;
            return true;
        }

        return false;
    }

    private static bool ChangeMember(JsonObject parent, string member, int change)
    {
        JsonNode value = parent[member]!;
        JsonNode? now = change switch
        {
            0 => null,
            1 => Other(value),
            2 => value is JsonValue number && number.TryGetValue(out decimal amount) ? amount - 1 : null,
            _ => value is JsonValue && Choices.TryGetValue(member, out string[]? choices) && change - 3 < choices.Length ? choices[change - 3] : null,
        };
        parent.Remove(member);
        parent.Remove(Companions.GetValueOrDefault(member, member));
        if (now is not null)
        {
            parent[member] = now;
        }

        return change == 0 || now is not null;
    }

    private static JsonNode? Other(JsonNode node) => node is not JsonValue value ? null
        : value.TryGetValue(out bool flag) ? !flag
        : value.TryGetValue(out decimal number) ? number + 1
        : value.TryGetValue(out string? text) ? text.EndsWith("-31", StringComparison.Ordinal) ? text[..^2] + "30" : text + "x"
        : null;
}
