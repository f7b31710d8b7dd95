using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for what a question is prefilled with: the question would take it as an answer.</summary>
internal static class DefaultAnswerRules
{
    public static void Check(FormInspection form, AnswerableQuestion question, string pointer)
    {
        IssueList issues = form.Issues;
        switch (question.Default)
        {
            case null:
                issues.Error(IssueCodes.Missing, pointer);
                break;
            case { Kind: DefaultAnswerKind.Highest or DefaultAnswerKind.Lowest } when question is not ScoredQuestion:
                issues.Error(IssueCodes.DefaultOfWrongKind, pointer, ("question", question.Key ?? ""));
                break;
            case { Kind: DefaultAnswerKind.NotApplicable } or { Answer: NotApplicableAnswer }:
                CheckNotApplicable(issues, question, pointer);
                break;
            case { Answer: { } answer }:
                CheckGiven(issues, question, answer, pointer);
                break;
        }
    }

    private static void CheckNotApplicable(IssueList issues, AnswerableQuestion question, string pointer)
    {
        if (!question.AllowsNotApplicable)
        {
            issues.Error(IssueCodes.DefaultNotApplicable, pointer, ("question", question.Key ?? ""));
        }
    }

    private static void CheckGiven(IssueList issues, AnswerableQuestion question, Answer answer, string pointer)
    {
        switch (question, answer)
        {
            case (ChoiceQuestion, SelectedOptions selected):
                if (selected.Options.Length != 1)
                {
                    issues.Error(IssueCodes.DefaultNotOneOption, pointer + "/options", ("count", selected.Options.Length));
                }

                CheckOptions(issues, question, selected.Options, pointer + "/options");
                break;
            case (MultiSelectQuestion, SelectedOptions selected):
                CheckOptions(issues, question, selected.Options, pointer + "/options");
                break;
            case (NumberQuestion number, NumberAnswer given):
                CheckNumber(issues, number, given.Value, pointer + "/number");
                break;
            case (TextQuestion text, TextAnswer given):
                CheckText(issues, text, given.Value, pointer + "/text");
                break;
            case (DateQuestion, DateAnswer):
                break;
            default:
                issues.Error(IssueCodes.DefaultOfWrongKind, pointer, ("question", question.Key ?? ""));
                break;
        }
    }

    private static void CheckOptions(IssueList issues, AnswerableQuestion question, ImmutableArray<string> options, string pointer)
    {
        HashSet<string> known = OptionRules.KeysOf(question)!;
        var seen = new HashSet<string?>(StringComparer.Ordinal);
        for (int position = 0; position < options.Length; position++)
        {
            string place = $"{pointer}/{position}";
            OptionRules.CheckKnown(issues, options[position], known, question.Key ?? "", place);
            if (!seen.Add(options[position]))
            {
                issues.Error(IssueCodes.DefaultOptionTwice, place, ("option", options[position] ?? ""));
            }
        }
    }

    private static void CheckNumber(IssueList issues, NumberQuestion question, decimal number, string pointer)
    {
        NumberRules.CheckDigits(issues, number, pointer);
        if (!question.Ranges.IsEmpty && !RangeRules.Takes(question, number))
        {
            issues.Error(IssueCodes.DefaultOutsideRanges, pointer, ("number", number));
        }
    }

    private static void CheckText(IssueList issues, TextQuestion question, string? text, string pointer)
    {
        if (text is null)
        {
            issues.Error(IssueCodes.Missing, pointer);
            return;
        }

        TextRules.CheckWhole(issues, text, pointer);
        if (text.Length == 0 || text.Length > question.MaxLength)
        {
            issues.Error(IssueCodes.DefaultTextLength, pointer, ("length", text.Length), ("most", question.MaxLength));
        }
    }
}
