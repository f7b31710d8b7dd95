using QualityKit.Canonical;
using QualityKit.Forms;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Evaluations;

/// <summary>A single answer that somebody would give: held against the form, its text apart.</summary>
internal static class ProposedAnswers
{
    public static (Answer? Answer, ContentRef? Text) Apart(EvaluationForm form, Turn turn, string question, Answer? answer, (ContentSalt Salt, string Place) text)
    {
        if (answer is null)
        {
            return (null, null);
        }

        turn.Issues.AddRange([.. AnswerCheck.Partial(form, AnswerSheet.Empty.Answer(question, answer)).Issues.Where(issue => issue.Code != IssueCodes.AnswerToUnknownQuestion)]);
        return answer is TextAnswer words && turn.KeepIfSaid(words.Value, text.Salt, text.Place) is { } kept
            ? (words with { Value = AnswerTexts.Mark }, kept)
            : (answer, null);
    }
}
