using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Validation;
using QualityKit.Wire;

namespace QualityKit.Exchange.Connect;

/// <summary>Reads when a question of Amazon Connect is enabled.</summary>
internal static class ConnectEnablementReader
{
    public static Condition? Read(SourceObject question, ImportContext context)
    {
        if (question.Object("Enablement") is not { } source)
        {
            return null;
        }

        Condition? condition = source.Object("Condition") is { } tree ? Tree(tree, context) : null;
        bool enables = Enables(source, "Action") ?? true;
        bool enablesOtherwise = Enables(source, "DefaultAction") ?? !enables;
        if (condition is null)
        {
            source.Lose(IssueCodes.NothingLeftOfCondition, null);
            return null;
        }

        if (enables == enablesOtherwise)
        {
            source.Lose(IssueCodes.ConditionInterpreted, null, ("operator", "DefaultAction"), ("meaning", enables ? "`always`" : "`never`"));
            return enables ? null : When.All(condition, When.Not(condition));
        }

        return enables ? condition : When.Not(condition);
    }

    private static bool? Enables(SourceObject source, string member)
    {
        switch (source.Text(member))
        {
            case null:
                return null;
            case "ENABLE":
                return true;
            case "DISABLE":
                return false;
            case { } other:
                source.Lose(IssueCodes.ValueReplaced, member, ("member", member), ("value", Quoted.Short(other)), ("used", "ENABLE"));
                return true;
        }
    }

    // A document has at most 128 levels here, so this cannot exhaust the stack.
    private static Condition? Tree(SourceObject source, ImportContext context)
    {
        ImmutableArray<SourceObject> operands = source.RequiredObjects("Operands");
        Condition[] parts = [.. operands.Select(operand => Operand(operand, context)).OfType<Condition>()];
        string operation = source.Text("Operator") ?? "AND";
        if (operation is not ("AND" or "OR"))
        {
            source.Lose(IssueCodes.ValueReplaced, "Operator", ("member", "Operator"), ("value", Quoted.Short(operation)), ("used", "AND"));
        }

        ImportContext.ReportLostParts(source, operation == "OR" ? "OR" : "AND", (parts.Length, operands.Length));
        return parts switch
        {
            [] => null,
            [{ } only] => only,
            _ => operation == "OR" ? When.Any(parts) : When.All(parts),
        };
    }

    private static Condition? Operand(SourceObject operand, ImportContext context)
    {
        if (operand.Object("Expression") is { } expression)
        {
            return Expression(expression, context);
        }

        return operand.Object("Condition") is { } inner ? Tree(inner, context) : null;
    }

    private static Condition? Expression(SourceObject source, ImportContext context)
    {
        ImportedQuestion? question = Question(source, context);
        string comparator = source.RequiredText("Comparator");
        ImmutableArray<SourceObject> values = source.RequiredObjects("Values");
        string[] options = [.. values.Select(value => Option(value, question)).OfType<string>()];
        ImportContext.ReportLostParts(source, comparator, (options.Length, values.Length));
        if (question is null || options.Length == 0)
        {
            return null;
        }

        switch (comparator)
        {
            case "NOT_IN":
                source.Lose(IssueCodes.ConditionInterpreted, "Comparator", ("operator", comparator), ("meaning", "`not` `answered`"));
                return When.Not(When.Answered(question.Key, options));
            case "ALL_IN":
                return When.AnsweredAll(question.Key, options);
            case "EXACT":
                return When.AnsweredExactly(question.Key, options);
            case not "IN":
                source.Lose(
                    IssueCodes.ValueReplaced, "Comparator", ("member", "Comparator"), ("value", Quoted.Short(comparator)), ("used", "IN"));
                break;
        }

        return When.Answered(question.Key, options);
    }

    private static ImportedQuestion? Question(SourceObject expression, ImportContext context)
    {
        SourceObject? source = expression.Object("Source");
        string refId = Reference(source, "QUESTION_REF_ID");
        if (context.Questions.TryGetValue(refId, out ImportedQuestion? question))
        {
            return question;
        }

        expression.Lose(IssueCodes.ReferenceLeadsNowhere, "Source", ("reference", Quoted.Short(refId)));
        return null;
    }

    private static string? Option(SourceObject value, ImportedQuestion? question)
    {
        string refId = Reference(value, "OPTION_REF_ID");
        string? option = question?.Options.GetValueOrDefault(refId);
        if (option is null)
        {
            value.Lose(IssueCodes.ReferenceLeadsNowhere, null, ("reference", Quoted.Short(refId)));
        }

        return option;
    }

    private static string Reference(SourceObject? source, string type)
    {
        if (source?.Text("Type") is { } stated && stated != type)
        {
            source.LeaveOut("Type");
        }

        return source?.Text("RefId") ?? "";
    }
}
