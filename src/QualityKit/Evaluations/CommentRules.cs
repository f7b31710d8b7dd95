using QualityKit.Forms;
using QualityKit.Interactions;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>What comments, moments and disputes refer to is there.</summary>
internal static class CommentRules
{
    public static void CheckQuestion(IssueList issues, EvaluationForm form, string question, string pointer)
    {
        if (form.Index.QuestionAt(question) < 0)
        {
            issues.Error(IssueCodes.AnswerToUnknownQuestion, pointer, ("question", question));
        }
    }

    public static void CheckMoment(IssueList issues, MediaMoment moment, string pointer)
    {
        if (!moment.IsWellFormed)
        {
            issues.Error(IssueCodes.MomentMalformed, pointer);
        }
    }
}
