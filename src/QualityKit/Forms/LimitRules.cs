using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Declared limits on the form as a whole; those on items, options, conditions and weights follow it.</summary>
internal static class LimitRules
{
    public static void Check(LimitInspection check)
    {
        FormDraft draft = check.Form.Draft;
        FormLimits limits = check.Limits;
        check.CheckMost(("version", draft.Version), limits.MostVersions, IssueCodes.VersionOverLimit, "/version");
        LimitTextRules.Check(check, draft.Name, limits.NameLength, "/name");
        LimitTextRules.Check(check, draft.Description, limits.DescriptionLength, "/description");
        CheckLanguage(check, draft.Language);
        check.CheckMost(("count", draft.Bands.Length), limits.MostBands, IssueCodes.BandsOverLimit, "/bands");
        CheckDisputes(check, draft.Settings?.Disputes);
        CheckCounts(check);
        LimitWeightRules.CheckTotals(check);
        for (int position = 0; position < check.Form.Outline.Places.Length; position++)
        {
            LimitItemRules.Check(check, position);
        }
    }

    private static void CheckLanguage(LimitInspection check, string? language)
    {
        if (language is not null && !check.Limits.Languages.IsEmpty && !check.Limits.Languages.Any(offered => Fits(language, offered)))
        {
            check.Report(IssueCodes.LanguageNotOffered, "/language", ("language", language), ("languages", string.Join("`, `", check.Limits.Languages)));
        }
    }

    private static bool Fits(string language, string offered) =>
        offered.Equals(language, StringComparison.OrdinalIgnoreCase) || offered.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);

    private static void CheckDisputes(LimitInspection check, DisputeSettings? disputes)
    {
        if (disputes is not null)
        {
            check.CheckMost(("count", disputes.Maximum), check.Limits.MostDisputes, IssueCodes.DisputesOverLimit, "/settings/disputes/maximum");
            check.CheckRange(
                ("days", disputes.WindowDays),
                check.Limits.DisputeDays,
                (IssueCodes.DisputeDaysOverLimit, IssueCodes.DisputeDaysUnderLimit),
                "/settings/disputes/windowDays");
        }
    }

    private static void CheckCounts(LimitInspection check)
    {
        int groups = check.Form.Outline.Places.Count(place => place.Item is Group);
        int questions = check.Form.Outline.Places.Count(place => place.Item is Question);
        check.CheckMost(("count", groups), check.Limits.MostGroups, IssueCodes.GroupsOverLimit, "/groups");
        check.CheckMost(("count", questions), check.Limits.MostQuestions, IssueCodes.QuestionsOverLimit, "/groups");
    }
}
