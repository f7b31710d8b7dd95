using System.Globalization;
using QualityKit.Forms;

namespace QualityKit.Exchange;

/// <summary>Makes keys that are unique among their like.</summary>
/// <param name="fallback">The key where neither an identifier nor a text gives one.</param>
/// <param name="mostLetters">The most characters of a key.</param>
internal sealed class KeyMaker(string fallback, int mostLetters = KeyRules.MaximumLength)
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    /// <summary>The identifier if it can be a key that is still free, else a key made from the text.</summary>
    public string Make(string? id, string text)
    {
        if (id is not null && id.Length <= mostLetters && KeyRules.IsWellFormed(id) && _used.Add(id))
        {
            return id;
        }

        string made = Ask.KeyFrom(text);
        string stem = made.Length == 0 ? fallback : made[..Math.Min(made.Length, mostLetters - 6)].TrimEnd('-');
        string key = stem;
        while (!_used.Add(key))
        {
            int number = _next.GetValueOrDefault(stem, 1) + 1;
            _next[stem] = number;
            key = $"{stem}-{number.ToString(CultureInfo.InvariantCulture)}";
        }

        return key;
    }
}
