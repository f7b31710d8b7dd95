using System.Text.Json;

namespace BatchScoring.Reading;

/// <summary>Members of a JSON object, with a sentence for what is missing or of another kind.</summary>
internal static class JsonMembers
{
    public static JsonElement Member(this JsonElement parent, string name, JsonValueKind kind) =>
        parent.Optional(name, kind) ?? throw new DamagedLineException(parent.Has(name) ? $"`{name}` is not {Words(kind)}" : $"`{name}` is missing");

    public static JsonElement? Optional(this JsonElement parent, string name, params ReadOnlySpan<JsonValueKind> kinds) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement member) && kinds.Contains(member.ValueKind)
            ? member
            : null;

    public static string Text(this JsonElement parent, string name) => parent.Member(name, JsonValueKind.String).GetString()!;

    public static string? OptionalText(this JsonElement parent, string name) => parent.Optional(name, JsonValueKind.String)?.GetString();

    private static bool Has(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out _);

    private static string Words(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "a text",
        _ => "an object",
    };
}
