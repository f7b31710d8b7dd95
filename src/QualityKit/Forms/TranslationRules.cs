using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for the languages of a form as a whole: what one text has, all should have.</summary>
internal static class TranslationRules
{
    public static void Check(FormInspection form)
    {
        ImmutableArray<(string Pointer, LocalizedText Text)> texts = [.. FormTexts.Of(form).Where(place => place.Text.Text.Length > 0)];
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (string language in texts.SelectMany(place => place.Text.Translations.Keys))
        {
            counts[language] = counts.GetValueOrDefault(language) + 1;
        }

        foreach ((string language, int count) in counts)
        {
            if (count < texts.Length && !HasParent(language, parent => parent == form.Draft.Language || counts.ContainsKey(parent)))
            {
                string first = texts.First(place => !place.Text.Translations.ContainsKey(language)).Pointer;
                form.Issues.Warning(
                    IssueCodes.MissingTranslations, "", ("language", language), ("count", texts.Length - count), ("total", texts.Length), ("first", first));
            }
        }
    }

    // `de-AT` falls back to `de`, so only what lacks `de` lacks words.
    private static bool HasParent(string language, Func<string, bool> isUsed)
    {
        for (int end = language.LastIndexOf('-'); end > 0; end = language.LastIndexOf('-', end - 1))
        {
            if (isUsed(language[..end]))
            {
                return true;
            }
        }

        return false;
    }
}
