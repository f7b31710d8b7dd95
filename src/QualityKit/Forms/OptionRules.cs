using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for the options of choices and multiple selections.</summary>
internal static class OptionRules
{
    public const int LeastOfChoice = 2;
    public const int LeastOfSelection = 1;

    /// <summary>The keys of the options of a question; null when its kind has none.</summary>
    public static HashSet<string>? KeysOf(Question question) => question switch
    {
        ChoiceQuestion choice => [.. choice.Options.Select(option => option?.Key).OfType<string>()],
        MultiSelectQuestion selection => [.. selection.Options.Select(option => option?.Key).OfType<string>()],
        _ => null,
    };

    public static void CheckKnown(IssueList issues, string? option, HashSet<string> known, string question, string pointer)
    {
        if (option is null)
        {
            issues.Error(IssueCodes.Missing, pointer);
        }
        else if (!known.Contains(option))
        {
            issues.Error(IssueCodes.UnknownOption, pointer, ("option", option), ("question", question));
        }
    }

    public static void Check(FormInspection form, ChoiceQuestion question, string pointer)
    {
        CheckCount(form.Issues, question.Options.Length, LeastOfChoice, pointer);
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int position = 0; position < question.Options.Length; position++)
        {
            string place = $"{pointer}/{position}";
            if (question.Options[position] is not { } option)
            {
                form.Issues.Error(IssueCodes.Missing, place);
                continue;
            }

            CheckKeyAndText(form.Issues, option.Key, option.Text, keys, place);
            NumberRules.CheckDigits(form.Issues, option.Points, place + "/points");
            ScopeRules.Check(form, option.Fails, place + "/fails");
        }
    }

    public static void Check(FormInspection form, MultiSelectQuestion question, string pointer)
    {
        CheckCount(form.Issues, question.Options.Length, LeastOfSelection, pointer);
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int position = 0; position < question.Options.Length; position++)
        {
            string place = $"{pointer}/{position}";
            if (question.Options[position] is not { } option)
            {
                form.Issues.Error(IssueCodes.Missing, place);
                continue;
            }

            CheckKeyAndText(form.Issues, option.Key, option.Text, keys, place);
            NumberRules.CheckDigits(form.Issues, option.Points, place + "/points");
            NumberRules.CheckDigits(form.Issues, option.UnselectedPoints, place + "/unselected");
            ScopeRules.Check(form, option.Fails, place + "/fails");
        }
    }

    private static void CheckCount(IssueList issues, int count, int least, string pointer)
    {
        if (count < least)
        {
            issues.Error(IssueCodes.TooFewOptions, pointer, ("count", count), ("least", least));
        }
    }

    private static void CheckKeyAndText(IssueList issues, string? key, LocalizedText? text, Dictionary<string, string> keys, string place)
    {
        string first = key is null || keys.TryAdd(key, place) ? place : keys[key];
        KeyRules.CheckUnique(issues, key, place + "/key", place, first);
        TextRules.CheckRequired(issues, text, place + "/text");
    }
}
