using System.Text.Json;
using System.Text.Json.Nodes;

namespace QualityKit.Reference.Tests;

/// <summary>A scorecard, for tests to look into.</summary>
internal sealed class Scored(JsonObject card)
{
    public JsonObject Card => card;

    public string? Total => ValueOf("total");

    public string? RawTotal => ValueOf("rawTotal");

    public string? Critical => ValueOf("critical");

    public string? NonCritical => ValueOf("nonCritical");

    public string Outcome => card["outcome"]!.GetValue<string>();

    public string? Band => card["band"]?.GetValue<string>();

    public string Possible => card["possible"]!.GetValue<string>();

    public IEnumerable<JsonObject> Questions => card["questions"]!.AsArray().Select(line => line!.AsObject());

    public IEnumerable<JsonObject> Groups => card["groups"]!.AsArray().Select(line => line!.AsObject());

    public string Failures => string.Join(' ', card["failures"]!.AsArray().Select(line => line!.ToJsonString().Replace("\"", "", StringComparison.Ordinal)));

    /// <summary>Scores a form as <see cref="FormText"/> writes it, with answers as <see cref="AnswerText"/> reads them.</summary>
    public static Scored Of(string form, string answers, bool preview = false) =>
        new(ReferenceScorer.Score(Parse(form), Parse(AnswerText.ToJson(answers)), preview));

    public static Scored Of(GeneratedCase generated) =>
        new(ReferenceScorer.Score(Parse(generated.Form), Parse(generated.Answers)));

    /// <summary>A member of a question's line.</summary>
    public string? Question(string key, string member) =>
        Questions.Single(line => line["key"]!.GetValue<string>() == key)[member]?.GetValue<string>();

    /// <summary>A group's score.</summary>
    public string? Group(string key) => Line(key)["score"]?["value"]?.GetValue<string>();

    /// <summary>A member of a group's line.</summary>
    public string? Group(string key, string member) => Line(key)[member]?.ToString();

    public string? Tag(string tag) => card["tags"]!.AsArray()
        .Single(line => line!["tag"]!.GetValue<string>() == tag)!["score"]?["value"]?.GetValue<string>();

    private JsonObject Line(string group) => Groups.Single(line => line["key"]!.GetValue<string>() == group);

    private string? ValueOf(string member) => card[member]?["value"]?.GetValue<string>();

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
