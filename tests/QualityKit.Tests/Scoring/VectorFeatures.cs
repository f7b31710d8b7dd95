using System.Text.Json.Nodes;

namespace QualityKit.Tests.Scoring;

/// <summary>What a case has in it: kinds, flags, parts of the method, conditions, states and causes, each beside its combination.</summary>
internal static class VectorFeatures
{
    private static readonly string[] FreeTexts =
        ["key", "text", "name", "title", "description", "language", "directory", "format", "question", "option", "tag", "user", "target", "band"];

    public static HashSet<string> Of(string form, JsonObject card)
    {
        JsonNode parsed = JsonNode.Parse(form)!;
        var plain = new HashSet<string>();
        Collect(parsed, "form", plain);
        Collect(card["groups"], "group", plain);
        Collect(card["questions"], "question", plain);
        Collect(card["failures"], "failure", plain);
        string combination = $"{parsed["method"]?["combination"] ?? "groupWeights"} {parsed["method"]?["within"]} {parsed["method"]?["value"]}".Trim();
        plain.UnionWith([$"outcome={card["outcome"]}", $"total={(card["total"] is null ? "none" : "some")}", $"band={card["band"] is not null}"]);
        return [.. plain, .. plain.Select(feature => $"{combination}: {feature}")];
    }

    private static void Collect(JsonNode? node, string place, HashSet<string> features)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((string name, JsonNode? value) in members)
                {
                    features.Add($"{place}.{name}{Word(name, value)}");
                    Collect(value, name, features);
                }

                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                {
                    Collect(item, place, features);
                }

                break;
        }
    }

    private static string Word(string name, JsonNode? value) =>
        value is JsonValue word && (word.GetValueKind() is System.Text.Json.JsonValueKind.String) && !FreeTexts.Contains(name) && !word.ToString().Any(char.IsDigit)
            ? $"={word}"
            : "";
}
