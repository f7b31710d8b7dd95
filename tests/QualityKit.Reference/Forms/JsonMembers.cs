using System.Text.Json;

namespace QualityKit.Reference.Forms;

/// <summary>Members that may be left out.</summary>
internal static class JsonMembers
{
    public static JsonElement? Member(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value : null;

    /// <summary>The elements of an array; none when it is left out.</summary>
    public static IEnumerable<JsonElement> Members(this JsonElement json, string name) =>
        json.Member(name)?.EnumerateArray().ToArray() ?? [];

    public static string Text(this JsonElement json, string name, string otherwise) =>
        json.Member(name)?.GetString() ?? otherwise;

    public static bool Flag(this JsonElement json, string name, bool otherwise = false) =>
        json.Member(name)?.GetBoolean() ?? otherwise;

    public static ExactNumber? Number(this JsonElement json, string name) =>
        json.Member(name) is { } number ? ExactNumber.Parse(number.GetRawText()) : null;
}
