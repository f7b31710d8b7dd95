using BatchScoring.Forms;
using QualityKit.Forms;
using QualityKit.Statistics;

namespace CalibrationDay;

/// <summary>One answer of the expert, as an evaluator comes upon it.</summary>
internal sealed record Sight(string Evaluator, string Chat, string Question, Answer Answer, bool IsLate)
{
    public bool IsYesOrNo => Says("yes") || Says("no");

    /// <summary>Yes for no, and no for yes.</summary>
    public Answer Other => new SelectedOptions { Options = [Says("yes") ? "no" : "yes"] };

    public bool Is(params ReadOnlySpan<string> questions) => questions.Contains(Question);

    public bool Says(string option) => Answer is SelectedOptions { Options: [var said] } && said == option;

    public bool Happens(double share) => new HashSample($"{Evaluator}/{Question}").Selects(Chat, share);

    public Answer Seconds(decimal factor) =>
        Answer is NumberAnswer { Value: var seconds } ? new NumberAnswer { Value = Math.Min(QuestionKeys.LongestSeconds, Math.Round(factor * seconds)) } : Answer;
}
