using QualityKit.Forms;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange;

/// <summary>Texts of a form on their way into a format that has one language.</summary>
internal static class SourceTexts
{
    /// <summary>A text in the language of the form; its translations become a loss.</summary>
    public static string Untranslated(this SourceObject source, string member, LocalizedText text)
    {
        source.Take(member);
        if (!text.Translations.IsEmpty)
        {
            source.Lose(
                IssueCodes.TranslationsLeftOut, member, ("languages", Quoted.List([.. text.Translations.Keys])), ("target", source.Losses.Target));
        }

        return text.Text;
    }

    /// <summary>A text; null when it is missing, no text, or empty, as many programs write what is missing.</summary>
    public static string? Filled(this SourceObject source, string member) => source.Text(member) is { Length: > 0 } text ? text : null;

    /// <summary>Reports more of something than the product takes.</summary>
    public static void CheckLimit(this SourceObject source, string? member, string what, int count, int limit)
    {
        if (count > limit)
        {
            source.Lose(
                IssueCodes.OverLimitOfTarget, member, ("what", what), ("count", count), ("limit", limit), ("target", source.Losses.Target));
        }
    }
}
