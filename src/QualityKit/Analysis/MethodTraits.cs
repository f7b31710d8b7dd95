using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Analysis;

/// <summary>What a method makes of the answers to one question, before they meet other questions.</summary>
internal sealed class MethodTraits(EvaluationForm form)
{
    private readonly ScoringMethod _method = form.Method;
    private readonly PassRule? _pass = form.Pass;

    /// <summary>Whether an N/A is filled in with a mean of other values (rule S6).</summary>
    public bool FillsMeans => _method.NotApplicable is NotApplicableRule.GroupMean or NotApplicableRule.GroupPossibleMean or NotApplicableRule.FormMean;

    public AnswerStanding StandingOf(QuestionPlan question, long code) =>
        question.Scored is not { IsExcluded: false } || IsNeutral(question) ? AnswerStanding.Apart
        : code >= 0 ? AnswerStanding.Counted
        : code == FlatAnswer.Unanswered && _method.Unanswered == UnansweredRule.AsZero && !question.IsBonus ? AnswerStanding.Zeroed
        : AnswerStanding.LeftOut;

    /// <summary>What tells answers apart as far as scores go: equal texts, equal scores.</summary>
    public string Worth(QuestionPlan question, AnswerClass answers)
    {
        if (answers.Standing == AnswerStanding.Apart)
        {
            return "";
        }

        bool isCounted = answers.Standing == AnswerStanding.Counted;
        if (IsWeightless(question) && _method.Selection.Kind == SelectionKind.All && !FillsMeans)
        {
            // Whether anything counts at all decides about a sum (rule S9), and answers may be counted (rule S12).
            return TellsCounted ? answers.Standing.ToString() : "";
        }

        return isCounted ? $"{answers.Points}{(FillsMeans && answers.IsBonusAnswer ? "+" : "")}" : answers.Standing.ToString();
    }

    public bool IsBelowMinimum(QuestionPlan question, Fraction points) =>
        !question.IsBonus && _pass?.QuestionMinimum is { } minimum && minimum.Unit switch
        {
            ScoreUnit.Share => !question.Measure.Possible.IsZero && question.Measure.ValueOf(points) < minimum.Value,
            ScoreUnit.Points => points < minimum.Value,
            _ => points > minimum.Value,
        };

    private bool TellsCounted => _method.LeastAnswers is not null || _method.Combination.Kind is CombinationKind.Sum or CombinationKind.Deductions;

    private bool IsNeutral(QuestionPlan question) => _method.IsMeanOfValues && question.Measure.Possible.IsZero;

    private bool IsWeightless(QuestionPlan question) => _method.Combination.Kind switch
    {
        CombinationKind.TotalPoints => false,
        CombinationKind.WeightedPoints or CombinationKind.Sum or CombinationKind.Deductions => question.PathWeight.IsZero,
        _ => question.Weight.IsZero,
    };
}
