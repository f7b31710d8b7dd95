using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Declared limits on options and ranges.</summary>
internal static class LimitOptionRules
{
    private static readonly (string Over, string Under) OptionCodes = (IssueCodes.OptionsOverLimit, IssueCodes.OptionsUnderLimit);
    private static readonly (string Over, string Under) RangeCodes = (IssueCodes.RangesOverLimit, IssueCodes.RangesUnderLimit);
    private static readonly (string Over, string Under) PointCodes = (IssueCodes.PointsOverLimit, IssueCodes.PointsUnderLimit);

    public static void Check(LimitInspection check, ScoredQuestion question, string pointer)
    {
        switch (question)
        {
            case ChoiceQuestion choice:
                check.CheckRange(("count", choice.Options.Length), check.Limits.Options, OptionCodes, pointer + "/options");
                ForEach(choice.Options, pointer + "/options", (option, place) => Check(check, option.Key, option.Text, option.Points, place));
                break;
            case MultiSelectQuestion selection:
                check.CheckRange(("count", selection.Options.Length), check.Limits.Options, OptionCodes, pointer + "/options");
                ForEach(selection.Options, pointer + "/options", (option, place) => Check(check, option, place));
                break;
            case NumberQuestion number:
                CheckWhole(check, number.Step, pointer + "/step");
                check.CheckRange(("count", number.Ranges.Length), check.Limits.Ranges, RangeCodes, pointer + "/ranges");
                ForEach(number.Ranges, pointer + "/ranges", (range, place) => Check(check, range, place));
                break;
        }
    }

    private static void ForEach<T>(IReadOnlyList<T?> parts, string pointer, Action<T, string> check)
        where T : class
    {
        for (int position = 0; position < parts.Count; position++)
        {
            if (parts[position] is { } part)
            {
                check(part, $"{pointer}/{position}");
            }
        }
    }

    private static void Check(LimitInspection check, SelectOption option, string place)
    {
        Check(check, option.Key, option.Text, option.Points, place);
        check.CheckFeature(FormFeatures.UnselectedPoints, option.UnselectedPoints != 0, IssueCodes.UnselectedPointsNotOffered, place + "/unselected");
        if (option.UnselectedPoints != 0)
        {
            CheckPoints(check, option.UnselectedPoints, place + "/unselected");
        }
    }

    private static void Check(LimitInspection check, string? key, LocalizedText? text, decimal points, string place)
    {
        LimitTextRules.CheckKey(check, key, place + "/key");
        LimitTextRules.Check(check, text, check.Limits.OptionTextLength, place + "/text");
        CheckPoints(check, points, place + "/points");
    }

    private static void Check(LimitInspection check, NumberRange range, string place)
    {
        CheckWhole(check, range.Minimum, place + "/minimum");
        CheckWhole(check, range.Maximum, place + "/maximum");
        CheckPoints(check, range.Points, place + "/points");
    }

    private static void CheckPoints(LimitInspection check, decimal points, string pointer)
    {
        check.CheckRange(("points", points), check.Limits.Points, PointCodes, pointer);
        if (check.Limits.WholePoints && !LimitInspection.IsWhole(points))
        {
            check.Report(IssueCodes.PointsNotWhole, pointer, ("points", points));
        }
    }

    private static void CheckWhole(LimitInspection check, decimal number, string pointer)
    {
        if (check.Limits.WholeNumbers && !LimitInspection.IsWhole(number))
        {
            check.Report(IssueCodes.NumberNotWhole, pointer, ("number", number));
        }
    }
}
