using System.Collections.Immutable;
using QualityKit.Forms;
using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>Finds what failed (rule S15), in document order.</summary>
internal sealed class FailureFinder(ScoringPlan plan)
{
    /// <summary>What failed in flat answers whose hidden questions are coded so.</summary>
    public ImmutableArray<Failure> Find(long[] codes) =>
    [
        .. plan.Questions
            .Where(question => question.CanFail && codes[question.Slot] >= 0)
            .SelectMany(question => FailuresOf(question, codes[question.Slot..(question.Slot + question.Words)])),
    ];

    /// <summary>What one answer to a question fails.</summary>
    public IEnumerable<Failure> FailuresOf(QuestionPlan question, long[] words)
    {
        ScoredQuestion source = question.Scored!;
        foreach ((string? option, FailureScope scope) in question.Scale!.FailuresOf(words))
        {
            yield return Failure(question, FailureCause.Option, scope) with { Option = option };
        }

        Fraction points = question.Scale.PointsOf(words);
        if (source.IsFatal && IsBelowBest(question.Scale, points))
        {
            yield return Failure(question, FailureCause.Fatal, source.FailureScope);
        }

        if (source.IsCritical && plan.CriticalLimit is { } limit && !question.Measure.Possible.IsZero && question.Measure.ValueOf(points) < limit)
        {
            yield return Failure(question, FailureCause.Critical, source.FailureScope);
        }
    }

    private bool IsBelowBest(AnswerScale scale, Fraction points) =>
        plan.Method.Combination.Kind == CombinationKind.Grade ? points > scale.Lowest : points < scale.Highest;

    private Failure Failure(QuestionPlan question, FailureCause cause, FailureScope scope)
    {
        int group = scope.Kind switch
        {
            FailureScopeKind.Form => -1,
            FailureScopeKind.OwnGroup => question.Group,
            _ => plan.Form.Index.GroupAt(scope.GroupKey!),
        };
        return new()
        {
            Question = question.Source.Key,
            Cause = cause,
            Group = group < 0 ? null : plan.Groups[group].Group.Key,
            GroupPosition = group,
        };
    }
}
