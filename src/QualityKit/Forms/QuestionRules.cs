using QualityKit.Methods;
using QualityKit.Validation;

namespace QualityKit.Forms;

/// <summary>Rules for questions, in the order of docs/form-format.md.</summary>
internal static class QuestionRules
{
    public const int MaximumTextLength = 100_000;

    public static void Check(FormInspection form, Question question, string pointer, int position)
    {
        TextRules.CheckRequired(form.Issues, question.Text, pointer + "/text");
        TextRules.CheckOptional(form.Issues, question.Help, pointer + "/help");
        if (question is ScoredQuestion weighted)
        {
            WeightRules.CheckQuestion(form, weighted, pointer + "/weight");
        }

        if (question is AnswerableQuestion commented)
        {
            EnumRules.Check(form.Issues, commented.Comment, pointer + "/comment");
        }

        if (question is ScoredQuestion scored)
        {
            CheckFailure(form, scored, pointer);
        }

        ItemRules.CheckVisibility(form, position);
        if (question is AnswerableQuestion answerable)
        {
            CheckTags(form.Issues, answerable, pointer);
            DefaultAnswerRules.Check(form, answerable, pointer + "/default");
        }

        CheckKind(form, question, pointer);
    }

    private static void CheckFailure(FormInspection form, ScoredQuestion question, string pointer)
    {
        if (question.IsFatal && OtherThanBestAndWorst(form.Method, question) is { } option)
        {
            form.Issues.Warning(IssueCodes.FatalBetweenBestAndWorst, pointer + "/fatal", ("option", option));
        }

        if (question.FailureScope is null)
        {
            form.Issues.Error(IssueCodes.Missing, pointer + "/failureScope");
        }

        ScopeRules.Check(form, question.FailureScope, pointer + "/failureScope");
    }

    // The best of the answers that fail, where more than one does; null otherwise. S15: `Grade` takes the lowest points for the best.
    private static string? OtherThanBestAndWorst(ScoringMethod method, ScoredQuestion question)
    {
        EarnablePoints points = EarnablePoints.Of(question);
        bool isGrade = method.Combination.Kind == CombinationKind.Grade;
        (string Name, decimal Points)[] failing = [.. Answers(question).Where(answer => isGrade ? answer.Points > points.Lowest : answer.Points < points.Highest)];
        return failing.Length < 2
            ? null
            : (isGrade ? failing.MinBy(answer => answer.Points) : failing.MaxBy(answer => answer.Points)).Name;
    }

    private static IEnumerable<(string Name, decimal Points)> Answers(ScoredQuestion question) => question switch
    {
        ChoiceQuestion choice => choice.Options.OfType<ChoiceOption>().Select(option => (option.Key ?? "", option.Points)),
        NumberQuestion number => number.Ranges.OfType<NumberRange>().Select(range => (FormattableString.Invariant($"{range.Minimum}–{range.Maximum}"), range.Points)),
        _ => [],
    };

    private static void CheckTags(IssueList issues, AnswerableQuestion question, string pointer)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int position = 0; position < question.Tags.Length; position++)
        {
            string place = $"{pointer}/tags/{position}";
            string? tag = question.Tags[position];
            if (KeyRules.Check(issues, tag, place) && !seen.Add(tag!))
            {
                issues.Warning(IssueCodes.DuplicateTag, place, ("tag", tag!));
            }
        }
    }

    private static void CheckKind(FormInspection form, Question question, string pointer)
    {
        switch (question)
        {
            case ChoiceQuestion choice:
                EnumRules.Check(form.Issues, choice.Preset, pointer + "/preset");
                PointRules.Check(form, choice, pointer + "/options");
                OptionRules.Check(form, choice, pointer + "/options");
                break;
            case MultiSelectQuestion selection:
                PointRules.Check(form, selection, pointer + "/options");
                OptionRules.Check(form, selection, pointer + "/options");
                CheckCap(form.Issues, selection.Cap, pointer + "/cap");
                break;
            case NumberQuestion number:
                RangeRules.Check(form, number, pointer);
                break;
            case TextQuestion text:
                NumberRules.CheckBounds(form.Issues, text.MaxLength, 1, MaximumTextLength, pointer + "/maxLength");
                break;
        }
    }

    private static void CheckCap(IssueList issues, decimal? cap, string pointer)
    {
        if (cap < 0)
        {
            issues.Error(IssueCodes.NegativeCap, pointer, ("cap", cap.Value));
        }

        NumberRules.CheckDigits(issues, cap ?? 0, pointer);
    }
}
