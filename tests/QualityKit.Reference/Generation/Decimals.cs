using System.Text.Json.Nodes;

namespace QualityKit.Reference.Generation;

/// <summary>The decimals that cases are made of.</summary>
internal static class Decimals
{
    public static readonly IReadOnlyList<decimal> RoundPoints = [0, 1, 2, 3, 4, 5, 10];

    public static readonly IReadOnlyList<decimal> AnyPoints =
        [-10, -5, -1, -0.5m, 0, 0, 0.1m, 0.25m, 1, 1, 2, 2.5m, 3, 5, 10, 33.33m];

    public static readonly IReadOnlyList<decimal> Weights =
        [0, 0.1m, 0.5m, 1, 1, 1, 2, 3, 5, 20, 25, 33.33m, 50, 100];

    /// <summary>A JSON number without trailing zeros.</summary>
    public static JsonNode ToJson(decimal number) => JsonValue.Create(number / 1.0000000000000000000000000000m);

    /// <summary>So many different ones, ascending; fewer when there are not so many.</summary>
    public static List<decimal> Ascending(Dice dice, IReadOnlyList<decimal> choices, int count)
    {
        var remaining = choices.Distinct().ToList();
        while (remaining.Count > count)
        {
            remaining.RemoveAt(dice.Below(remaining.Count));
        }

        return remaining.Order().ToList();
    }
}
