using QualityKit.Forms;
using QualityKit.Validation;

namespace QualityKit.Scoring;

/// <summary>Scores answered forms: exact, by the rules of docs/scoring.md. Pure: equal inputs give equal scorecards on any machine, in any culture.</summary>
public static class Scorer
{
    /// <summary>Checks answers against a form; checked answers always have a scorecard.</summary>
    /// <returns>The checked answers, or every issue with a pointer into the answer format.</returns>
    public static Validated<CheckedAnswers> Check(this AnswerSheet answers, EvaluationForm form)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(form);
        return AnswerCheck.Complete(form, answers);
    }

    /// <summary>Scores complete answers.</summary>
    /// <exception cref="ValidationFailedException">The answers do not fit the form; it carries every issue.</exception>
    public static Scorecard Score(EvaluationForm form, AnswerSheet answers) => Score(answers.Check(form).Value);

    /// <summary>Scores checked answers; it cannot fail.</summary>
    public static Scorecard Score(CheckedAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return new(answers, isProvisional: false);
    }

    /// <summary>Scores answers that may be incomplete: required questions and comments may be missing, the scorecard is marked provisional.</summary>
    /// <exception cref="ValidationFailedException">An answer that was given does not fit the form; it carries every issue.</exception>
    public static Scorecard Preview(EvaluationForm form, AnswerSheet answers)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        return new(AnswerCheck.Partial(form, answers).Value, isProvisional: true);
    }
}
