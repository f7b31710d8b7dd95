using QualityKit.Forms;
using QualityKit.Scoring;

namespace BatchScoring.Forms;

/// <summary>An answer and the evidence for it.</summary>
internal sealed record Finding(string Question, Answer Answer, string Evidence)
{
    public static Finding YesNo(string question, bool isYes, string evidence) => Choice(question, isYes ? "yes" : "no", evidence);

    public static Finding Choice(string question, string option, string evidence) =>
        new(question, new SelectedOptions { Options = [option] }, evidence);

    public static Finding Number(string question, decimal number, string evidence) => new(question, new NumberAnswer { Value = number }, evidence);

    public static Finding NotApplicable(string question, string evidence) => new(question, NotApplicableAnswer.Instance, evidence);

    public AnswerEntry ToEntry() => new() { Question = Question, Answer = Answer, Comment = Evidence };
}
