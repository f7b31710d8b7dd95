using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Exchange.Genesys;

/// <summary>Reads an option of a multiple selection, which to Genesys Cloud is a question of its own with two built-in answers.</summary>
internal static class GenesysOptionReader
{
    public static SelectOption Read(SourceObject source, ImportContext context, KeyMaker keys, string question)
    {
        string text = source.RequiredText("text");
        (ImmutableArray<string> ids, string? contextId) = GenesysFormReader.Ids(source);
        string key = context.OptionKey(keys, source, text, ids, (contextId, question));
        LoseType(source);
        source.LeaveOut(
            "helpText", "visibilityCondition", "automatedScoringFocus", "defaultAnswer", "multipleSelectOptionQuestions");
        LoseWhenOn(source, "naEnabled");
        LoseWhenOn(source, "commentsRequired");
        LoseWhenOn(source, "isCritical");
        ImmutableArray<SourceObject> answers = source.RequiredObjects("answerOptions");
        decimal selected = Answer(answers, GenesysFormat.Selected, (context, ImportedPartKind.Selected, key, question));
        decimal unselected = Answer(answers, GenesysFormat.Unselected, (context, ImportedPartKind.Unselected, key, question));
        foreach (SourceObject other in answers.Where(answer => answer.Take("builtInType") is null || !IsBuiltIn(answer)))
        {
            other.Lose(IssueCodes.ReferenceLeadsNowhere, null, ("reference", other.Text("text") ?? "answerOptions"));
            other.LeaveOut("id", "contextId", "builtInType", "value", "assistanceConditions");
        }

        return new() { Key = key, Text = text, Points = selected, UnselectedPoints = unselected, Fails = Fails(source, selected, unselected) };
    }

    /// <summary>The points of an answer.</summary>
    public static decimal Points(SourceObject answer)
    {
        if (answer.Number("value") is { } points)
        {
            return points;
        }

        answer.Lose(IssueCodes.NumberAssumed, null, ("member", "value"), ("value", 0));
        return 0;
    }

    private static void LoseType(SourceObject source)
    {
        if (source.Text("type") is { } type && type != GenesysFormat.MultipleChoice)
        {
            source.LeaveOut("type");
        }
    }

    private static void LoseWhenOn(SourceObject source, string flag)
    {
        if (source.Flag(flag))
        {
            source.LeaveOut(flag);
        }
    }

    private static bool IsBuiltIn(SourceObject answer) => answer.Text("builtInType") is GenesysFormat.Selected or GenesysFormat.Unselected;

    private static decimal Answer(
        ImmutableArray<SourceObject> answers, string type, (ImportContext Context, ImportedPartKind Kind, string Option, string Question) part)
    {
        if (answers.FirstOrDefault(answer => answer.Text("builtInType") == type) is not { } found)
        {
            return 0;
        }

        (ImmutableArray<string> ids, _) = GenesysFormReader.Ids(found);
        part.Context.Add(part.Kind, found, ids, part.Option, part.Question);
        found.LeaveOut("text", "assistanceConditions");
        return Points(found);
    }

    // Fatal is whatever earns less than the best: here selecting an option that should be left alone. A fatal omission cannot be said.
    private static FailureScope? Fails(SourceObject source, decimal selected, decimal unselected)
    {
        if (!source.Flag("isKill"))
        {
            return null;
        }

        if (selected < unselected)
        {
            return FailureScope.Form;
        }

        source.LeaveOut("isKill");
        return null;
    }
}
