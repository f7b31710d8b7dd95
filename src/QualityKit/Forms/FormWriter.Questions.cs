using System.Diagnostics;
using QualityKit.Canonical;

namespace QualityKit.Forms;

internal static partial class FormWriter
{
    private static void Group(CanonicalWriter writer, Group group, bool isInner)
    {
        writer.BeginObject();
        Text(writer, "type", isInner ? "group" : null);
        writer.Member("key", group.Key);
        Text(writer, "title", group.Title);
        Number(writer, "weight", group.Weight, unless: 1);
        Flag(writer, "allowsNotApplicable", group.AllowsNotApplicable);
        Condition(writer, "visibleWhen", group.VisibleWhen);
        Array(writer, "bands", group.Bands, Band);
        writer.BeginArray("items");
        foreach (FormItem item in group.Items)
        {
            Item(writer, item);
        }

        writer.EndArray();
        writer.EndObject();
    }

    private static void Item(CanonicalWriter writer, FormItem item)
    {
        if (item is Group group)
        {
            Group(writer, group, isInner: true);
            return;
        }

        var question = (Question)item;
        writer.BeginObject();
        writer.Member("type", TypeOf(question));
        writer.Member("key", question.Key);
        Text(writer, "text", question.Text);
        Text(writer, "help", question.Help);
        var scored = question as ScoredQuestion;
        Number(writer, "weight", scored?.Weight, unless: 1);
        if (question is AnswerableQuestion answerable)
        {
            Answerable(writer, answerable, scored);
        }
        else
        {
            Condition(writer, "visibleWhen", question.VisibleWhen);
        }

        writer.EndObject();
    }

    private static void Answerable(CanonicalWriter writer, AnswerableQuestion question, ScoredQuestion? scored)
    {
        Flag(writer, "allowsNotApplicable", question.AllowsNotApplicable);
        Flag(writer, "required", question.IsRequired, unless: scored is not null);
        Choice(writer, "comment", FormNames.CommentRules, question.Comment, unless: CommentRule.Never);
        if (scored is not null)
        {
            Flag(writer, "critical", scored.IsCritical);
            Flag(writer, "fatal", scored.IsFatal);
            Flag(writer, "bonus", scored.IsBonus);
            Scope(writer, "failureScope", scored.FailureScope == FailureScope.Form ? null : scored.FailureScope);
            Flag(writer, "excluded", scored.IsExcluded);
        }

        Condition(writer, "visibleWhen", question.VisibleWhen);
        Array(writer, "tags", question.Tags, static (to, tag) => to.Value(tag));
        Default(writer, "default", question.Default);
        Kind(writer, question);
    }

    private static void Default(CanonicalWriter writer, string name, DefaultAnswer answer)
    {
        if (answer.Kind == DefaultAnswerKind.Given && answer.Answer is not NotApplicableAnswer)
        {
            writer.BeginObject(name);
            Answer(writer, answer.Answer);
            writer.EndObject();
            return;
        }

        // The mark as a given answer says the same as the kind N/A, so both have one form.
        DefaultAnswerKind kind = answer.Kind == DefaultAnswerKind.Given ? DefaultAnswerKind.NotApplicable : answer.Kind;
        Text(writer, name, FormNames.DefaultAnswers.NameOf(kind));
    }

    private static void Kind(CanonicalWriter writer, AnswerableQuestion question)
    {
        switch (question)
        {
            case ChoiceQuestion choice:
                Choice(writer, "preset", FormNames.Presets, choice.Preset, unless: ChoicePreset.None);
                writer.BeginArray("options");
                foreach (ChoiceOption option in choice.Options)
                {
                    Option(writer, option);
                }

                writer.EndArray();
                break;
            case MultiSelectQuestion select:
                writer.BeginArray("options");
                foreach (SelectOption option in select.Options)
                {
                    Option(writer, option);
                }

                writer.EndArray();
                Number(writer, "cap", select.Cap);
                break;
            case NumberQuestion number:
                Number(writer, "step", number.Step, unless: 1);
                writer.BeginArray("ranges");
                foreach (NumberRange range in number.Ranges)
                {
                    Range(writer, range);
                }

                writer.EndArray();
                break;
            case TextQuestion text:
                Number(writer, "maxLength", text.MaxLength, unless: 4000);
                break;
        }
    }

    private static void Option(CanonicalWriter writer, ChoiceOption option)
    {
        writer.BeginObject();
        writer.Member("key", option.Key);
        Text(writer, "text", option.Text);
        Number(writer, "points", option.Points, unless: 0);
        Scope(writer, "fails", option.Fails);
        Flag(writer, "commentRequired", option.RequiresComment);
        Flag(writer, "bonus", option.IsBonus);
        writer.EndObject();
    }

    private static void Option(CanonicalWriter writer, SelectOption option)
    {
        writer.BeginObject();
        writer.Member("key", option.Key);
        Text(writer, "text", option.Text);
        Number(writer, "points", option.Points, unless: 0);
        Number(writer, "unselected", option.UnselectedPoints, unless: 0);
        Scope(writer, "fails", option.Fails);
        Flag(writer, "commentRequired", option.RequiresComment);
        writer.EndObject();
    }

    private static void Range(CanonicalWriter writer, NumberRange range)
    {
        writer.BeginObject();
        writer.Member("minimum", range.Minimum);
        writer.Member("maximum", range.Maximum);
        Number(writer, "points", range.Points, unless: 0);
        Scope(writer, "fails", range.Fails);
        Flag(writer, "commentRequired", range.RequiresComment);
        Flag(writer, "bonus", range.IsBonus);
        writer.EndObject();
    }

    public static string TypeOf(Question question) => question switch
    {
        ChoiceQuestion => "choice",
        MultiSelectQuestion => "multiSelect",
        NumberQuestion => "number",
        TextQuestion => "text",
        DateQuestion => "date",
        InformationBlock => "information",
        _ => throw new UnreachableException(),
    };
}
