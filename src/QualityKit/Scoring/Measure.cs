using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>How the points of one question become what it earned out of what was possible (rule S5).</summary>
/// <param name="Base">The points that earn nothing.</param>
/// <param name="Possible">What is possible; 0 for a question without a value.</param>
internal readonly record struct Measure(Fraction Base, Fraction Possible)
{
    public static Measure For(ScoringMethod method, AnswerScale scale) =>
        method.TakesPoints
            ? new(Fraction.Zero, Fraction.One)
            : method.Value.Kind switch
            {
                QuestionValueKind.OfRange => new(scale.Lowest, scale.Highest - scale.Lowest),
                QuestionValueKind.OfFixedScale => new(Fraction.Zero, method.Value.Scale),
                QuestionValueKind.OfLargestMagnitude =>
                    new(Fraction.Zero, Fraction.Max(Fraction.Abs(scale.Highest), Fraction.Abs(scale.Lowest))),
                _ => new(Fraction.Zero, scale.Highest),
            };

    public Fraction EarnedBy(Fraction points) => points - Base;

    public Fraction ValueOf(Fraction points) => Possible.IsZero ? Fraction.Zero : EarnedBy(points) / Possible;

    public Fraction PointsAt(Fraction value) => Base + (value * Possible);
}
