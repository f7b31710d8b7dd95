using System.Collections.Immutable;

namespace QualityKit.Wire;

/// <summary>How what a person wrote is shown in a message.</summary>
internal static class Quoted
{
    private const int Most = 60;

    /// <summary>The text, its end left out when it is long.</summary>
    public static string Short(string text)
    {
        if (text.Length <= Most)
        {
            return text;
        }

        int end = char.IsHighSurrogate(text[Most - 4]) ? Most - 4 : Most - 3;
        return text[..end] + "...";
    }

    /// <summary>Names in backticks with commas between them.</summary>
    public static string List(ImmutableArray<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
