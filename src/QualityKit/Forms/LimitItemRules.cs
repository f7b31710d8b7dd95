using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Declared limits on groups and questions.</summary>
internal static class LimitItemRules
{
    public static void Check(LimitInspection check, int position)
    {
        OutlinePlace place = check.Form.Outline.Places[position];
        if (place.Item is not { } item)
        {
            return;
        }

        CheckKey(check, item, position);
        if (item is Group group)
        {
            Check(check, group, place);
        }
        else
        {
            Check(check, (Question)item, place.Pointer, position);
        }

        LimitConditionRules.Check(check, item, position);
    }

    /// <summary>The kind of a question, and its name in docs/form-format.md.</summary>
    public static (QuestionKinds Kind, string Name) KindOf(Question question) => question switch
    {
        ChoiceQuestion => (QuestionKinds.Choice, "choice"),
        MultiSelectQuestion => (QuestionKinds.MultiSelect, "multiSelect"),
        NumberQuestion => (QuestionKinds.Number, "number"),
        TextQuestion => (QuestionKinds.Text, "text"),
        DateQuestion => (QuestionKinds.Date, "date"),
        _ => (QuestionKinds.Information, "information"),
    };

    private static void CheckKey(LimitInspection check, FormItem item, int position)
    {
        FormOutline outline = check.Form.Outline;
        string pointer = outline.Places[position].Pointer + "/key";
        LimitTextRules.CheckKey(check, item.Key, pointer);
        int other = item.Key is null ? -1 : item.IsGroup ? outline.QuestionAt(item.Key) : outline.GroupAt(item.Key);
        if (check.Limits.KeysDifferAcrossForm && other >= 0 && other < position)
        {
            check.Report(IssueCodes.KeySharedWithGroup, pointer, ("key", item.Key!), ("first", outline.Places[other].Pointer));
        }
    }

    private static void Check(LimitInspection check, Group group, OutlinePlace place)
    {
        // What lies inside a group that is too deep is not reported as well.
        if (place.Level == check.Limits.MostLevels + 1)
        {
            check.Report(IssueCodes.LevelsOverLimit, place.Pointer, ("level", place.Level), ("most", check.Limits.MostLevels!.Value));
        }

        LimitTextRules.Check(check, group.Title, check.Limits.GroupTitleLength, place.Pointer + "/title");
        LimitWeightRules.Check(check, group.Weight, check.Limits.GroupWeight, place.Pointer + "/weight");
        check.CheckMost(("count", group.Bands.Length), check.Limits.MostBands, IssueCodes.BandsOverLimit, place.Pointer + "/bands");
        check.CheckFeature(
            FormFeatures.GroupNotApplicable, group.AllowsNotApplicable, IssueCodes.GroupNotApplicableNotOffered, place.Pointer + "/allowsNotApplicable");
        check.CheckFeature(FormFeatures.GroupConditions, group.VisibleWhen is not null, IssueCodes.GroupConditionNotOffered, place.Pointer + "/visibleWhen");
    }

    private static void Check(LimitInspection check, Question question, string pointer, int position)
    {
        (QuestionKinds kind, string name) = KindOf(question);
        if (!check.Limits.Questions.HasFlag(kind))
        {
            check.Report(IssueCodes.QuestionKindNotOffered, pointer, ("kind", name));
        }

        LimitTextRules.Check(check, question.Text, check.Limits.QuestionTextLength, pointer + "/text");
        LimitTextRules.Check(check, question.Help, check.Limits.HelpLength, pointer + "/help");
        switch (question)
        {
            case ScoredQuestion scored:
                LimitWeightRules.Check(check, scored.Weight, check.Limits.QuestionWeight, pointer + "/weight");
                LimitFailureRules.Check(check, scored, pointer, position);
                LimitOptionRules.Check(check, scored, pointer);
                check.CheckFeature(FormFeatures.Caps, scored is MultiSelectQuestion { Cap: not null }, IssueCodes.CapNotOffered, pointer + "/cap");
                break;
            case TextQuestion text:
                check.CheckMost(("length", text.MaxLength), check.Limits.MostAnswerLength, IssueCodes.AnswerLengthOverLimit, pointer + "/maxLength");
                break;
        }
    }
}
