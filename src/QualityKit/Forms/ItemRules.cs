using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for groups and what they have in common with questions.</summary>
internal static class ItemRules
{
    public static void Check(FormInspection form)
    {
        if (form.Draft.Groups.IsEmpty)
        {
            form.Issues.Error(IssueCodes.NoGroups, "/groups");
        }
        else if (!form.Outline.Scored().Any(question => !question.IsBonus))
        {
            form.Issues.Error(IssueCodes.NoScoredQuestion, "/groups");
        }

        WeightRules.CheckForm(form);
        for (int position = 0; position < form.Outline.Places.Length; position++)
        {
            OutlinePlace place = form.Outline.Places[position];
            switch (place.Item)
            {
                case null:
                    form.Issues.Error(IssueCodes.Missing, place.Pointer);
                    break;
                case Group group:
                    CheckKey(form, group, place);
                    Check(form, group, place.Pointer, position);
                    break;
                case Question question:
                    CheckKey(form, question, place);
                    QuestionRules.Check(form, question, place.Pointer, position);
                    break;
            }
        }
    }

    /// <summary>Checks when an item is visible.</summary>
    public static void CheckVisibility(FormInspection form, int position)
    {
        if (form.Conditions.At(position) is { } condition)
        {
            ConditionRules.Check(form, condition, position);
        }
    }

    private static void Check(FormInspection form, Group group, string pointer, int position)
    {
        TextRules.CheckRequired(form.Issues, group.Title, pointer + "/title");
        WeightRules.CheckGroup(form, group.Weight, pointer + "/weight");
        CheckVisibility(form, position);
        if (!group.Bands.IsEmpty && form.Method.Combination.Kind == CombinationKind.Deductions)
        {
            form.Issues.Warning(IssueCodes.BandsWithoutScore, pointer + "/bands", ("group", group.Key ?? ""));
        }

        BandRules.Check(form, group.Bands, pointer + "/bands");
        if (group.Items.IsEmpty)
        {
            form.Issues.Error(IssueCodes.EmptyGroup, pointer + "/items", ("group", group.Key ?? ""));
        }

        PointRules.CheckPool(form, group, pointer + "/items");
    }

    private static void CheckKey(FormInspection form, FormItem item, OutlinePlace place)
    {
        string first = item.Key is null ? place.Pointer : form.Outline.Places[form.Outline.FirstWithKeyOf(item)].Pointer;
        KeyRules.CheckUnique(form.Issues, item.Key, place.Pointer + "/key", place.Pointer, first);
    }
}
