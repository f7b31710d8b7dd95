using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange.Sdc;

/// <summary>Reads when an item of a FHIR questionnaire is enabled.</summary>
internal static class SdcEnableReader
{
    public static Condition? Read(SourceObject item, ImportContext context)
    {
        ImmutableArray<SourceObject> clauses = item.Objects("enableWhen");
        Condition[] parts = [.. clauses.Select(clause => Clause(clause, context)).OfType<Condition>()];
        string? behavior = item.Text("enableBehavior");
        if (behavior is not (null or "all" or "any"))
        {
            item.Lose(
                IssueCodes.ValueReplaced, "enableBehavior", ("member", "enableBehavior"), ("value", Quoted.Short(behavior)), ("used", "all"));
        }

        if (parts.Length == 0 && clauses.Length > 0)
        {
            item.Lose(IssueCodes.NothingLeftOfCondition, "enableWhen");
        }

        ImportContext.ReportLostParts(item, behavior == "any" ? "any" : "all", (parts.Length, clauses.Length));
        return parts switch
        {
            [] => null,
            [{ } only] => only,
            _ => behavior == "any" ? When.Any(parts) : When.All(parts),
        };
    }

    private static Condition? Clause(SourceObject clause, ImportContext context)
    {
        string linkId = clause.RequiredText("question");
        string comparison = clause.RequiredText("operator");
        SdcValue? value = SdcValue.Of(clause, "answer");
        Condition? condition = context.Questions.TryGetValue(linkId, out ImportedQuestion? question) && value is not null
            ? Condition(clause, comparison, (question, value))
            : null;
        if (condition is null)
        {
            clause.Lose(IssueCodes.ReferenceLeadsNowhere, null, ("reference", Quoted.Short($"{linkId} {comparison} {value?.Text}")));
        }

        return condition;
    }

    private static Condition? Condition(SourceObject clause, string comparison, (ImportedQuestion Question, SdcValue Value) about)
    {
        if (comparison == "exists")
        {
            return about.Value.Type == "Boolean" ? Exists(clause, about.Question, about.Value.Text == SdcFormat.Yes) : null;
        }

        return about.Question.Question switch
        {
            ChoiceQuestion choice => Options(comparison, about, [.. choice.Options.Select(option => option.Key)]),
            MultiSelectQuestion multiple => Options(comparison, about, [.. multiple.Options.Select(option => option.Key)]),
            NumberQuestion number => about.Value.Number is { } bound ? Number(comparison, number, bound) : null,
            _ => null,
        };
    }

    // Not equal is answered with another: of several answers one that differs is enough.
    private static AnsweredOption? Options(string comparison, (ImportedQuestion Question, SdcValue Value) about, string[] all)
    {
        if (!about.Question.Options.TryGetValue(about.Value.Token, out string? option))
        {
            return null;
        }

        string[] others = [.. all.Where(key => key != option)];
        return comparison switch
        {
            "=" => When.Answered(about.Question.Key, option),
            "!=" when others.Length > 0 => When.Answered(about.Question.Key, others),
            _ => null,
        };
    }

    private static Condition? Number(string comparison, NumberQuestion question, decimal bound) => comparison switch
    {
        "=" => When.Number(question.Key, bound, bound),
        "!=" => When.Any(When.Number(question.Key, maximum: bound - question.Step), When.Number(question.Key, minimum: bound + question.Step)),
        ">" => When.Number(question.Key, minimum: bound + question.Step),
        ">=" => When.Number(question.Key, minimum: bound),
        "<" => When.Number(question.Key, maximum: bound - question.Step),
        "<=" => When.Number(question.Key, maximum: bound),
        _ => null,
    };

    // Where options or ranges say what answers there are, being answered is having one of them; elsewhere it is not being left unanswered.
    private static Condition? Exists(SourceObject clause, ImportedQuestion question, bool isAnswered)
    {
        Condition? answered = question.Question switch
        {
            ChoiceQuestion choice => When.Answered(choice.Key, [.. choice.Options.Select(option => option.Key)]),
            MultiSelectQuestion multiple => When.Answered(multiple.Key, [.. multiple.Options.Select(option => option.Key)]),
            NumberQuestion number => When.Number(number.Key, number.Ranges[0].Minimum, number.Ranges[^1].Maximum),
            _ => null,
        };
        if (answered is not null)
        {
            return isAnswered ? answered : When.Not(answered);
        }

        if (question.Question is not AnswerableQuestion)
        {
            return null;
        }

        clause.Lose(IssueCodes.ConditionInterpreted, "operator", ("operator", "exists"), ("meaning", "`unanswered`"));
        return isAnswered ? When.Not(When.Unanswered(question.Key)) : When.Unanswered(question.Key);
    }
}
