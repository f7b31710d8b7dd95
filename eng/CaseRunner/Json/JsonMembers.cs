using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace QualityKit.CaseRunner.Json;

/// <summary>Reads members of cases: liberal in how a value is written, strict in what is there.</summary>
internal static class JsonMembers
{
    /// <summary>A member; null when there is none. A member that is JSON null is there.</summary>
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : null;

    /// <summary>A member that has a value; null when there is none or it is JSON null.</summary>
    public static JsonElement? Value(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    public static JsonElement RequiredMember(this JsonElement element, string name) =>
        element.Member(name) ?? throw new UnsupportedCaseException($"the member `{name}` is missing");

    public static decimal RequiredDecimal(this JsonElement element, string name) => element.RequiredMember(name).ToDecimal();

    public static decimal? OptionalDecimal(this JsonElement element, string name) => element.Value(name)?.ToDecimal();

    public static string? OptionalText(this JsonElement element, string name) => element.Value(name)?.ToText();

    /// <summary>Whether a member is there and true.</summary>
    public static bool Flag(this JsonElement element, string name) => element.Value(name)?.ToFlag() ?? false;

    /// <summary>The elements of an array that is there; empty when it is not.</summary>
    public static ImmutableArray<JsonElement> List(this JsonElement element, string name) => element.Value(name)?.ToList() ?? [];

    public static ImmutableArray<JsonElement> ToList(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray()] : throw Unexpected(element, "a list");

    /// <summary>A number, or a string that holds one: <c>3.5</c>, <c>".30"</c>.</summary>
    public static decimal ToDecimal(this JsonElement element) =>
        decimal.TryParse(element.ToText(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : throw Unexpected(element, "a number");

    /// <summary>A string, or a number as it is written.</summary>
    public static string ToText(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Number => element.GetRawText(),
        _ => throw Unexpected(element, "a text or a number"),
    };

    public static bool ToFlag(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Unexpected(element, "true or false"),
    };

    /// <summary>Whether it is the mark for N/A.</summary>
    public static bool IsNotApplicable(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String && element.GetString()!.ToUpperInvariant() is "NA" or "N/A";

    /// <summary>Refuses an object that has a member of another name, which might change its meaning.</summary>
    public static void OnlyHas(this JsonElement element, string what, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Unexpected(element, $"an object ({what})");
        }

        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!names.Contains(member.Name))
            {
                throw new UnsupportedCaseException($"the member `{member.Name}` of the {what} is not understood");
            }
        }
    }

    private static UnsupportedCaseException Unexpected(JsonElement element, string expected) =>
        new($"{expected} is expected where there is `{Shorten(element.GetRawText())}`");

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
