using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>What a question adds to a score as a value times a weight (rule S21).</summary>
/// <param name="Basis">What the value is, so that only like values are compared.</param>
/// <param name="Value">Its value; of deductions the points lost, with a minus; where nothing is possible its points.</param>
/// <param name="Weight">What a value of 1 adds.</param>
internal readonly record struct QuestionPart(QuestionBasis Basis, Fraction Value, Fraction Weight)
{
    public Fraction Amount => Value * Weight;

    public static QuestionPart Of(QuestionLine line, ScoringMethod method)
    {
        if (method.Combination.Kind == CombinationKind.Deductions && line.IsNormal)
        {
            return new(QuestionBasis.Lost, line.Points - line.Plan.Scale!.Highest, line.AppliedWeight);
        }

        return line.Possible.IsZero
            ? new(QuestionBasis.Points, line.Earned, line.Earned.IsZero ? Fraction.Zero : line.Contribution / line.Earned)
            : new(QuestionBasis.Value, line.Value, line.AppliedWeight);
    }
}
