using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for texts, their translations, and languages.</summary>
internal static class TextRules
{
    /// <summary>The most characters (UTF-16 units) of a text that people read.</summary>
    public const int LongestText = 10_000;

    /// <summary>The most characters (UTF-16 units) of a name that the library passes on.</summary>
    public const int LongestName = 200;

    /// <summary>The most characters (UTF-16 units) of the folder of a form.</summary>
    public const int LongestDirectory = 1_000;

    /// <summary>The most characters (UTF-16 units) of what a link leads to.</summary>
    public const int LongestTarget = 2_000;

    /// <summary>A text that people must be able to read.</summary>
    public static void CheckRequired(IssueList issues, LocalizedText? text, string pointer)
    {
        if (text is null)
        {
            issues.Error(IssueCodes.Missing, pointer);
            return;
        }

        if (string.IsNullOrWhiteSpace(text.Text))
        {
            issues.Error(IssueCodes.EmptyText, pointer);
        }

        CheckOptional(issues, text, pointer);
    }

    /// <summary>A text that may be left out or left empty.</summary>
    public static void CheckOptional(IssueList issues, LocalizedText? text, string pointer)
    {
        if (text is null)
        {
            return;
        }

        CheckStorable(issues, text.Text, pointer, LongestText);
        foreach ((string language, string translation) in text.Translations)
        {
            string place = $"{pointer}/translations/{IssueList.Escape(language)}";
            CheckLanguage(issues, language, place);
            if (string.IsNullOrWhiteSpace(translation))
            {
                issues.Error(IssueCodes.EmptyTranslation, place, ("language", language));
            }

            CheckStorable(issues, translation, place, LongestText);
        }
    }

    /// <summary>A string without translations that must say something.</summary>
    public static void CheckString(IssueList issues, string? text, string pointer, int most)
    {
        if (text is null)
        {
            issues.Error(IssueCodes.Missing, pointer);
            return;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            issues.Error(IssueCodes.EmptyText, pointer);
        }

        CheckStorable(issues, text, pointer, most);
    }

    /// <summary>What is published must be readable again, so the limits are those of the exchange format.</summary>
    public static void CheckStorable(IssueList issues, string text, string pointer, int most)
    {
        if (text.Length > most)
        {
            issues.Error(IssueCodes.FormTextTooLong, pointer, ("length", text.Length), ("most", most));
        }

        CheckWhole(issues, text, pointer);
    }

    /// <summary>Half a surrogate pair has no UTF-8, so two different forms would have equal bytes.</summary>
    public static void CheckWhole(IssueList issues, string text, string pointer)
    {
        if (BrokenAt(text) is { } position)
        {
            issues.Error(IssueCodes.BrokenText, pointer, ("position", position));
        }
    }

    /// <summary>Where a text first holds half a surrogate pair; null when it is whole.</summary>
    public static int? BrokenAt(string text)
    {
        for (int position = 0; position < text.Length; position++)
        {
            if (char.IsSurrogatePair(text, position))
            {
                position++;
            }
            else if (char.IsSurrogate(text[position]))
            {
                return position;
            }
        }

        return null;
    }

    public static void CheckLanguage(IssueList issues, string? language, string pointer)
    {
        if (language is null)
        {
            issues.Error(IssueCodes.Missing, pointer);
        }
        else if (!IsLanguage(language))
        {
            issues.Error(IssueCodes.MalformedLanguage, pointer, ("language", language));
        }
    }

    // The shape of BCP 47: a language of 2 to 8 letters, then subtags of 1 to 8 letters or digits; a single letter opens an extension and cannot be last.
    private static bool IsLanguage(string tag)
    {
        string[] subtags = tag.Split('-');
        return subtags[0].Length is >= 2 and <= 8
            && subtags[0].All(char.IsAsciiLetter)
            && subtags.All(subtag => subtag.Length is >= 1 and <= 8 && subtag.All(char.IsAsciiLetterOrDigit))
            && subtags[^1].Length > 1;
    }
}
