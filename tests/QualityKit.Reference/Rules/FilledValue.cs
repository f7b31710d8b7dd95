using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>S6: the value with which an N/A rule fills a question in.</summary>
internal sealed class FilledValue(Form form, AnswerSheet sheet, IReadOnlyDictionary<Question, QuestionState> states)
{
    private readonly ScoringMethod method = form.Method;

    /// <summary>S6, the table of N/A rules: the value, or null when the rule leaves the question out.</summary>
    public ExactNumber? Of(Question question, string rule) => rule switch
    {
        "leavesForm" or "staysInGroup" => null,
        "fullMarks" => FullMarks(question),
        "zero" => NoMarks(question),
        "groupMean" => ExactNumber.Mean(AnsweredValues(question.Parent!.OwnQuestions)),
        "groupPossibleMean" => ExactNumber.Mean(PossibleValues(question.Parent!.OwnQuestions)),
        "formMean" => ExactNumber.Mean(AnsweredValues(form.Whole.AllQuestions())),
        _ => throw new ArgumentException($"'{rule}' is not an N/A rule.", nameof(rule)),
    };

    // In a grade less is better, so the best is the lowest.
    private ExactNumber FullMarks(Question question) => method switch
    {
        { Combination: "grade" } => Points.Lowest(question),
        { ValuesArePoints: true } => Points.Highest(question),
        _ => ExactNumber.One,
    };

    private ExactNumber NoMarks(Question question) =>
        method.Combination == "grade" ? Points.Highest(question) : ExactNumber.Zero;

    private List<ExactNumber> AnsweredValues(IEnumerable<Question> questions) => questions
        .Where(question => states[question] == QuestionState.Answered && TakesPart(question))
        .Where(question => !Points.SelectedOptions(question, sheet).Any(option => option.Bonus))
        .Select(question => QuestionValue.Of(question, method, Points.Earned(question, sheet)))
        .ToList();

    private List<ExactNumber> PossibleValues(IEnumerable<Question> questions) => questions
        .Where(question => states[question] is not (QuestionState.Hidden or QuestionState.Excluded) && TakesPart(question))
        .Where(question => !IsLeftOutLikeHidden(question))
        .SelectMany(question => Points.OfPossibleAnswers(question).Select(points => QuestionValue.Of(question, method, points)))
        .ToList();

    // S6: the means leave out bonus questions and neutral questions.
    private bool TakesPart(Question question) => !question.Bonus && !QuestionValue.IsNeutral(question, method);

    // S6: required and unanswered, which only a preview can be.
    private bool IsLeftOutLikeHidden(Question question) => states[question] == QuestionState.Unanswered && question.Required;
}
