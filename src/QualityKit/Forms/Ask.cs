using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace QualityKit.Forms;

/// <summary>Writes groups and questions in code: <c>Ask.YesNo("greeting", "Greeted the customer?")</c>.</summary>
public static class Ask
{
    /// <summary>A group whose key is made from its title: "Small talk" becomes <c>small-talk</c>; a title without Latin letters and digits becomes a hash.</summary>
    public static Group Group(string title, decimal weight, params FormItem[] items)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(items);
        return new() { Key = KeyFrom(title), Title = title, Weight = weight, Items = [.. items] };
    }

    /// <summary>Yes (all points) or no (0 points).</summary>
    public static ChoiceQuestion YesNo(string key, LocalizedText text, decimal points = 1) =>
        Choice(key, text, ("yes", points), ("no", 0)) with { Preset = ChoicePreset.YesNo };

    /// <summary>Pass (all points) or fail (0 points).</summary>
    public static ChoiceQuestion PassFail(string key, LocalizedText text, decimal points = 1) =>
        Choice(key, text, ("pass", points), ("fail", 0)) with { Preset = ChoicePreset.PassFail };

    /// <summary>One of several options; the text of an option is its key with a capital, until it is given another.</summary>
    public static ChoiceQuestion Choice(string key, LocalizedText text, params (string Key, decimal Points)[] options)
    {
        Guard(key, text);
        ArgumentNullException.ThrowIfNull(options);
        return new() { Key = key, Text = text, Options = [.. options.Select(option => Option(option.Key, option.Points))] };
    }

    /// <summary>A scale of whole numbers, each worth itself: 1 to 5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The scale has fewer than two numbers.</exception>
    public static ChoiceQuestion Range(string key, LocalizedText text, int lowest, int highest)
    {
        Guard(key, text);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(highest, lowest);
        var options = Enumerable.Range(lowest, highest - lowest + 1)
            .Select(number => Option(number.ToString(CultureInfo.InvariantCulture), number));
        return new() { Key = key, Text = text, Options = [.. options], Preset = ChoicePreset.Range };
    }

    /// <summary>Any number of options, each with points when it is selected.</summary>
    public static MultiSelectQuestion MultiSelect(string key, LocalizedText text, params (string Key, decimal Points)[] options)
    {
        Guard(key, text);
        ArgumentNullException.ThrowIfNull(options);
        return new()
        {
            Key = key,
            Text = text,
            Options = [.. options.Select(option => new SelectOption { Key = option.Key, Text = Capital(option.Key), Points = option.Points })],
        };
    }

    /// <summary>A number, scored by ranges.</summary>
    public static NumberQuestion Number(string key, LocalizedText text, params (decimal Minimum, decimal Maximum, decimal Points)[] ranges)
    {
        Guard(key, text);
        ArgumentNullException.ThrowIfNull(ranges);
        return new()
        {
            Key = key,
            Text = text,
            Ranges = [.. ranges.Select(range => new NumberRange { Minimum = range.Minimum, Maximum = range.Maximum, Points = range.Points })],
        };
    }

    /// <summary>A free text.</summary>
    public static TextQuestion Text(string key, LocalizedText text)
    {
        Guard(key, text);
        return new() { Key = key, Text = text };
    }

    /// <summary>A calendar date.</summary>
    public static DateQuestion Date(string key, LocalizedText text)
    {
        Guard(key, text);
        return new() { Key = key, Text = text };
    }

    /// <summary>A text among the questions.</summary>
    public static InformationBlock Information(string key, LocalizedText text)
    {
        Guard(key, text);
        return new() { Key = key, Text = text };
    }

    internal static string KeyFrom(string title)
    {
        var key = new StringBuilder(title.Length);
        foreach (char letter in title.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                key.Append(letter);
            }
            else if (key.Length > 0 && key[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                key.Append('-');
            }
        }

        string name = key.ToString().TrimEnd('-');
        return name.Length > 0 || title.Length == 0 ? name : HashOf(title);
    }

    // A title in another script has a key all the same, always the same one; where people read keys, they give their own.
    private static string HashOf(string title) => "key-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title)).AsSpan(0, 4));

    private static void Guard(string key, LocalizedText text)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(text);
    }

    private static ChoiceOption Option(string key, decimal points) => new() { Key = key, Text = Capital(key), Points = points };

    private static string Capital(string key) => key.Length == 0 ? key : char.ToUpperInvariant(key[0]) + key[1..];
}
