using System.Text.Json.Nodes;
using QualityKit.Scoring;

namespace QualityKit.Tests.Scoring;

/// <summary>What two scorecards of a law are compared by.</summary>
internal static class LawLines
{
    /// <summary>How the keys of groups and questions begin that a law adds.</summary>
    public const string Added = "added-";

    /// <summary>Possible points have the weights in them where points are weighted (rule S22).</summary>
    public static JsonNode WithoutPossible(Scorecard card) => Without(card, "possible");

    public static JsonNode Sorted(Scorecard card)
    {
        JsonObject json = LibraryScore.Json(card);
        foreach (string list in new[] { "groups", "questions", "failures" })
        {
            json[list] = new JsonArray([.. json[list]!.AsArray().OrderBy(line => line!.ToJsonString(), StringComparer.Ordinal).Select(line => line!.DeepClone())]);
        }

        return json;
    }

    public static JsonNode WithoutAdded(Scorecard card) => WithoutAddedLines(LibraryScore.Json(card));

    public static JsonNode WithoutAddedAndSubScores(Scorecard card) => WithoutAddedLines(Without(card, "possible", "critical", "nonCritical"));

    private static JsonObject Without(Scorecard card, params string[] members)
    {
        JsonObject json = LibraryScore.Json(card);
        foreach (string member in members)
        {
            json.Remove(member);
        }

        return json;
    }

    private static JsonObject WithoutAddedLines(JsonObject json)
    {
        foreach (string list in new[] { "groups", "questions" })
        {
            json[list] = new JsonArray([.. json[list]!.AsArray().Where(line => !LawCase.Key(line!).StartsWith(Added, StringComparison.Ordinal)).Select(line => line!.DeepClone())]);
        }

        return json;
    }
}
