using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>S3 to S6: the state, points and value of every question of a form, before any is dropped.</summary>
internal sealed class Standings
{
    private readonly Form form;
    private readonly ScoringMethod method;
    private readonly AnswerSheet sheet;
    private readonly Dictionary<Question, QuestionState> states;
    private readonly FilledValue filled;

    public Standings(Form form, AnswerSheet sheet)
    {
        this.form = form;
        method = form.Method;
        this.sheet = sheet;
        var visibility = new Visibility(form, sheet);
        states = form.Whole.AllQuestions().ToDictionary(question => question, question => StateOf(question, visibility));
        filled = new FilledValue(form, sheet, states);
    }

    /// <summary>Every question, in document order.</summary>
    public IReadOnlyList<Standing> All() => form.Whole.AllQuestions().Select(StandingOf).ToList();

    /// <summary>S3: the first that fits.</summary>
    private QuestionState StateOf(Question question, Visibility visibility)
    {
        if (!visibility.IsPresent(question))
        {
            return QuestionState.Hidden;
        }

        if (question.Excluded || !question.HasPoints)
        {
            return QuestionState.Excluded;
        }

        if (sheet.IsNotApplicable(question))
        {
            return QuestionState.NotApplicable;
        }

        return sheet.HasAnswer(question) ? QuestionState.Answered : QuestionState.Unanswered;
    }

    private Standing StandingOf(Question question)
    {
        var state = states[question];
        if (state is QuestionState.Hidden or QuestionState.Excluded)
        {
            return new Standing(question, state);
        }

        var standing = new Standing(question, state) { Possible = QuestionValue.Possible(question, method) };
        if (state == QuestionState.Answered)
        {
            standing = Answered(standing);
        }

        // S5: left out like a hidden question, whatever its answer.
        if (standing.Possible.IsZero && method.LeavesOutNeutral)
        {
            return standing with { State = QuestionState.Neutral };
        }

        return state == QuestionState.Answered ? standing : NotAnswered(standing);
    }

    /// <summary>S4 and S5.</summary>
    private Standing Answered(Standing standing)
    {
        var points = Points.Earned(standing.Question, sheet);
        var earned = QuestionValue.Earned(standing.Question, method, points);
        return standing with
        {
            Points = points,
            Earned = earned,
            Value = standing.Possible.IsZero ? null : earned / standing.Possible,
        };
    }

    /// <summary>S6.</summary>
    private Standing NotAnswered(Standing standing)
    {
        var question = standing.Question;

        // A preview leaves out what would block submitting; a bonus question that is not answered is always left out.
        if ((standing.State == QuestionState.Unanswered && question.Required) || question.Bonus)
        {
            return standing;
        }

        var asNotApplicable = standing.State == QuestionState.NotApplicable || method.Unanswered == "asNotApplicable";
        return filled.Of(question, asNotApplicable ? method.NotApplicable : "zero") is { } value
            ? Filled(standing, value)
            : standing with { LeftOutAsNotApplicable = true };
    }

    /// <summary>S6: a filled value gives e = v x m. Only where values are points does it give points.</summary>
    private Standing Filled(Standing standing, ExactNumber value) => standing with
    {
        State = QuestionState.Filled,
        Points = method.ValuesArePoints ? value : null,
        Earned = value * standing.Possible,
        Value = standing.Possible.IsZero ? null : value,
    };
}
