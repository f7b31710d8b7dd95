using System.Text.Json.Nodes;

namespace QualityKit.Reference.Generation;

/// <summary>Members of JSON objects that need a little care.</summary>
internal static class Wording
{
    /// <summary>A text, sometimes with translations.</summary>
    public static JsonNode Text(Dice dice, Features features, string text) => features.Words && dice.Chance(40)
        ? new JsonObject
        {
            ["text"] = text,
            ["translations"] = new JsonObject { ["da"] = $"{text} på dansk", ["de"] = $"{text} auf Deutsch" },
        }
        : text;

    /// <summary>The object with a decimal in it.</summary>
    public static JsonObject With(this JsonObject json, string member, decimal number)
    {
        json[member] = Decimals.ToJson(number);
        return json;
    }
}
