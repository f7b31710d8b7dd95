using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Declared limits on the length of texts and on keys.</summary>
internal static class LimitTextRules
{
    /// <summary>Checks a text and its translations; one that is not there has no length.</summary>
    public static void Check(LimitInspection check, LocalizedText? text, LimitRange? length, string pointer)
    {
        if (text is null)
        {
            return;
        }

        CheckLength(check, text.Text, length, pointer);
        foreach ((string language, string translation) in text.Translations)
        {
            CheckLength(check, translation, length, $"{pointer}/translations/{IssueList.Escape(language)}");
        }
    }

    /// <summary>Checks the key of an item or an option.</summary>
    public static void CheckKey(LimitInspection check, string? key, string pointer)
    {
        if (key is not null && check.Keys?.IsMatch(key) == false)
        {
            check.Report(IssueCodes.KeyOutsidePattern, pointer, ("key", key), ("pattern", check.Limits.KeyPattern!));
        }
    }

    private static void CheckLength(LimitInspection check, string text, LimitRange? length, string pointer) =>
        check.CheckRange(("length", text.Length), length, (IssueCodes.TextOverLimit, IssueCodes.TextUnderLimit), pointer);
}
