using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace QualityKit.Transcripts;

/// <summary>The character references of WebVTT: the six names that its text defines, two that are common, and numbers.</summary>
internal static class CharacterReference
{
    private const int MostLetters = 12;

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["amp"] = "&",
        ["lt"] = "<",
        ["gt"] = ">",
        ["nbsp"] = "\u00A0",
        ["lrm"] = "\u200E",
        ["rlm"] = "\u200F",
        ["quot"] = "\"",
        ["apos"] = "'",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads the reference at an ampersand into a text.</summary>
    /// <returns>The position after it; the ampersand's own when it begins none.</returns>
    public static int Read(string text, int position, StringBuilder into)
    {
        int end = text.IndexOf(';', position, Math.Min(MostLetters, text.Length - position));
        string? meant = end < 0 ? null : Of(text[(position + 1)..end]);
        into.Append(meant);
        return meant is null ? position : end + 1;
    }

    private static string? Of(string name)
    {
        if (!name.StartsWith('#'))
        {
            return Names.GetValueOrDefault(name);
        }

        bool isHexadecimal = name.Length > 1 && name[1] is 'x' or 'X';
        bool isNumber = int.TryParse(
            name.AsSpan(isHexadecimal ? 2 : 1), isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return isNumber && number > 0 && Rune.IsValid(number) ? new Rune(number).ToString() : null;
    }
}
