using System.Collections.Immutable;
using System.Diagnostics;
using QualityKit.Canonical;
using QualityKit.Methods;

namespace QualityKit.Forms;

internal static partial class FormWriter
{
    /// <summary>A value of a form as its canonical text, so that equal texts are equal values; none for null.</summary>
    public static string TextOf(object? value)
    {
        var writer = new CanonicalWriter();
        writer.BeginObject();
        Member(writer, "value", value);
        writer.EndObject();
        return writer.ToString();
    }

    /// <summary>A rule as its canonical text.</summary>
    public static string TextOf(ScoreRule rule)
    {
        var writer = new CanonicalWriter();
        Rule(writer, rule);
        return writer.ToString();
    }

    /// <summary>A member of any type that a form has; nothing for null.</summary>
    public static void Member(CanonicalWriter writer, string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                writer.Member(name, text);
                break;
            case bool flag:
                writer.Member(name, flag);
                break;
            case int whole:
                writer.Member(name, whole);
                break;
            case decimal number:
                writer.Member(name, number);
                break;
            default:
                Part(writer, name, value);
                break;
        }
    }

    /// <summary>The name of a value of an enumeration in the form format.</summary>
    public static string? NameOf(Enum value) => value switch
    {
        QuestionValueKind kind => FormNames.QuestionValues.NameOf(kind),
        CombinationKind kind => FormNames.Combinations.NameOf(kind),
        GroupBasis basis => FormNames.GroupBases.NameOf(basis),
        NotApplicableRule rule => FormNames.NotApplicableRules.NameOf(rule),
        UnansweredRule rule => FormNames.UnansweredRules.NameOf(rule),
        FailureEffect effect => FormNames.FailureEffects.NameOf(effect),
        BonusRule rule => FormNames.BonusRules.NameOf(rule),
        LeastAnswersEffect effect => FormNames.LeastAnswersEffects.NameOf(effect),
        CriticalBasis basis => FormNames.CriticalBases.NameOf(basis),
        MidpointRounding midpoint => FormNames.Midpoints.NameOf(midpoint),
        ScoreRuleEffect effect => FormNames.RuleEffects.NameOf(effect),
        CommentRule rule => FormNames.CommentRules.NameOf(rule),
        ChoicePreset preset => FormNames.Presets.NameOf(preset),
        _ => throw new UnreachableException(),
    };

    private static void Part(CanonicalWriter writer, string name, object value)
    {
        switch (value)
        {
            case Enum choice:
                Text(writer, name, NameOf(choice));
                break;
            case Score mark:
                Mark(writer, name, mark);
                break;
            case Condition condition:
                Condition(writer, name, condition);
                break;
            case FailureScope scope:
                Scope(writer, name, scope);
                break;
            case DefaultAnswer answer:
                Default(writer, name, answer);
                break;
            case LocalizedText text:
                Text(writer, name, text);
                break;
            case ImmutableArray<string> keys:
                Keys(writer, name, keys);
                break;
            case ImmutableArray<DisputeAssignee> assignees:
                Array(writer, name, assignees, Assignee);
                break;
            default:
                throw new UnreachableException();
        }
    }
}
