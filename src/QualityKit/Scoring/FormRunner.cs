using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Scoring;

/// <summary>The headless side of filling in a form, for any front end: answers so far in; what is visible, what blocks submitting, and a provisional score out. Pure.</summary>
public static class FormRunner
{
    /// <summary>A sheet with every default answer of the form put in; a prefill only, scores do not look at defaults.</summary>
    public static AnswerSheet Start(EvaluationForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return AnswerSheet.Of(form.Questions.OfType<AnswerableQuestion>()
            .Select(question => (question.Key, Answer: Prefill(question)))
            .Where(prefill => prefill.Answer is not null)
            .Select(prefill => new AnswerEntry { Question = prefill.Key, Answer = prefill.Answer }));
    }

    /// <summary>Where filling in a form stands. It never throws for what a person entered: answers that do not fit are issues and count as not given.</summary>
    public static FormProgress Run(EvaluationForm form, AnswerSheet answers)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        (CheckedAnswers fitting, ImmutableArray<Issue> issues) = AnswerCheck.Progress(form, answers);
        long[] codes = fitting.FlatCodes.ToArray();
        var isGroupPresent = new bool[form.Index.Groups.Length];
        fitting.Plan.Hide(codes, isGroupPresent);
        return new()
        {
            VisibleGroups = [.. form.Index.Groups.Where((_, group) => isGroupPresent[group]).Select(place => place.Group)],
            VisibleQuestions = [.. form.Questions.Where((_, question) => codes[fitting.Plan.Layout[question]] != FlatAnswer.Hidden)],
            Issues = issues,
            Score = new Scorecard(fitting, isProvisional: true),
        };
    }

    private static Answer? Prefill(AnswerableQuestion question) => question.Default.Kind switch
    {
        DefaultAnswerKind.Highest => Extreme(question, isHighest: true),
        DefaultAnswerKind.Lowest => Extreme(question, isHighest: false),
        DefaultAnswerKind.NotApplicable => NotApplicableAnswer.Instance,
        _ => question.Default.Answer,
    };

    private static Answer? Extreme(AnswerableQuestion question, bool isHighest) => question switch
    {
        ChoiceQuestion choice => Selected(First(choice.Options, option => option.Points, isHighest).Key),
        MultiSelectQuestion select => Selected([.. select.Options
            .Where(option => isHighest ? option.Points > option.UnselectedPoints : option.Points < option.UnselectedPoints)
            .Select(option => option.Key)]),
        NumberQuestion number => new NumberAnswer { Value = First(number.Ranges, range => range.Points, isHighest).Minimum },
        _ => null,
    };

    private static T First<T>(ImmutableArray<T> choices, Func<T, decimal> points, bool isHighest)
    {
        decimal extreme = isHighest ? choices.Max(points) : choices.Min(points);
        return choices.First(choice => points(choice) == extreme);
    }

    private static SelectedOptions Selected(params string[] options) => new() { Options = [.. options] };
}
