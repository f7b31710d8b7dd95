using System.Text.Json;
using QualityKit.CaseRunner.Json;

namespace QualityKit.CaseRunner.Fragments;

/// <summary>Numbers and texts of fragments.</summary>
internal static class FragmentText
{
    private const int Most = 100_000;

    /// <summary>How many of something there are.</summary>
    public static int Count(JsonElement count) => count.ToDecimal() is >= 0 and <= Most and decimal number && decimal.IsInteger(number)
        ? (int)number
        : throw new UnsupportedCaseException($"the number `{count.ToText()}` is not understood");

    /// <summary>A text of so many letters.</summary>
    public static JsonElement Letters(JsonElement length) => JsonSerializer.SerializeToElement(new string('x', Count(length)));
}
