using System.Globalization;

namespace QualityKit.CaseRunner.Json;

/// <summary>Makes keys of the names in cases, which may hold any character.</summary>
internal static class FormKey
{
    /// <summary>The name, with its code in place of every character that a key cannot have.</summary>
    public static string Of(string name) => string.Concat(name.Select(letter =>
        char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' ? letter.ToString() : string.Create(CultureInfo.InvariantCulture, $"_{(int)letter:x4}")));
}
