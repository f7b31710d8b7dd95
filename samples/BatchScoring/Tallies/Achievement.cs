using QualityKit.Methods;
using QualityKit.Scoring;

namespace BatchScoring.Tallies;

/// <summary>How well one question of one chat was done, comparable between chats.</summary>
internal static class Achievement
{
    /// <summary>The value of a question in the unit of the form; under deductions, which work in points (rule S9), the share of its points.</summary>
    /// <returns>Null when the question does not count.</returns>
    public static Score? Of(QuestionScore question, ScoringMethod method) => question switch
    {
        { Points: null } => null,
        { Points: { } points, Highest: { IsZero: false } highest } when method.Combination.Kind == CombinationKind.Deductions
            => Score.Share(points / highest),
        { Value: { } value } => new Score(value, method.Unit),
        _ => null,
    };
}
