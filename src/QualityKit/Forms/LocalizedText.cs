using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>A text in the language of the form, and its translations.</summary>
public sealed class LocalizedText : IEquatable<LocalizedText>
{
    private LocalizedText(string text, ImmutableSortedDictionary<string, string> translations)
    {
        Text = text;
        Translations = translations;
    }

    /// <summary>The empty text.</summary>
    public static LocalizedText Empty { get; } = new("", ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>The text in the language of the form.</summary>
    public string Text { get; }

    /// <summary>Texts in other languages, by BCP 47 tag, in ordinal order.</summary>
    public ImmutableSortedDictionary<string, string> Translations { get; }

    /// <summary>A text without translations.</summary>
    public static implicit operator LocalizedText(string text) => From(text);

    /// <summary>A text without translations.</summary>
    public static LocalizedText From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, Empty.Translations);
    }

    /// <summary>The same with one more translation, or another in its place.</summary>
    /// <param name="language">A BCP 47 tag such as <c>da</c> or <c>de-AT</c>.</param>
    /// <param name="text">The text in that language.</param>
    public LocalizedText In(string language, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(language);
        ArgumentNullException.ThrowIfNull(text);
        return new(Text, Translations.SetItem(language, text));
    }

    /// <summary>The text in a language; failing that in its parent language (<c>de</c> for <c>de-AT</c>), failing that the form's.</summary>
    public string ToString(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        for (string tag = language; tag.Length > 0; tag = tag[..Math.Max(0, tag.LastIndexOf('-'))])
        {
            if (Translations.TryGetValue(tag, out string? text))
            {
                return text;
            }
        }

        return Text;
    }

    /// <summary>The text in the language of the form.</summary>
    public override string ToString() => Text;

    /// <inheritdoc/>
    public bool Equals(LocalizedText? other) =>
        other is not null && Text == other.Text && Translations.SequenceEqual(other.Translations);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Translations.Count);
}
