using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using QualityKit.Canonical;

namespace QualityKit.Forms;

internal static partial class FormWriter
{
    /// <summary>The members of an answer; none for no answer.</summary>
    public static void Answer(CanonicalWriter writer, Answer? answer)
    {
        switch (answer)
        {
            case SelectedOptions selected:
                Keys(writer, "options", selected.Options);
                break;
            case NumberAnswer number:
                writer.Member("number", number.Value);
                break;
            case TextAnswer text:
                writer.Member("text", text.Value);
                break;
            case DateAnswer date:
                writer.Member("date", date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case NotApplicableAnswer:
                writer.Member("notApplicable", true);
                break;
        }
    }

    private static void Condition(CanonicalWriter writer, string name, Condition? condition)
    {
        if (condition is not null)
        {
            writer.Name(name);
            Condition(writer, condition);
        }
    }

    private static void Condition(CanonicalWriter writer, Condition condition)
    {
        writer.BeginObject();
        switch (condition)
        {
            case AllOf all:
                Parts(writer, "all", all.Parts);
                break;
            case AnyOf any:
                Parts(writer, "any", any.Parts);
                break;
            case Negation negation:
                Condition(writer, "not", negation.Part);
                break;
            case AnsweredOption answered:
                writer.BeginObject("answered");
                writer.Member("question", answered.Question);
                Keys(writer, "options", answered.Options);
                Choice(writer, "match", FormNames.Matches, answered.Match, unless: OptionMatch.Any);
                writer.EndObject();
                break;
            case NumberBetween number:
                writer.BeginObject("number");
                writer.Member("question", number.Question);
                Number(writer, "minimum", number.Minimum);
                Number(writer, "maximum", number.Maximum);
                writer.EndObject();
                break;
            case MarkedNotApplicable marked:
                writer.Member("notApplicable", marked.Question);
                break;
            case LeftUnanswered unanswered:
                writer.Member("unanswered", unanswered.Question);
                break;
            default:
                throw new UnreachableException();
        }

        writer.EndObject();
    }

    private static void Parts(CanonicalWriter writer, string name, ImmutableArray<Condition> parts)
    {
        writer.BeginArray(name);
        foreach (Condition part in parts)
        {
            Condition(writer, part);
        }

        writer.EndArray();
    }
}
