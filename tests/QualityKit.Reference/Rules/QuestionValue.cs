using QualityKit.Reference.Forms;

namespace QualityKit.Reference.Rules;

/// <summary>S5: earned out of possible.</summary>
internal static class QuestionValue
{
    /// <summary>S5: e, the amount earned with these points.</summary>
    public static ExactNumber Earned(Question question, ScoringMethod method, ExactNumber points) =>
        !method.ValuesArePoints && method.Value == "ofRange" ? points - Points.Lowest(question) : points;

    /// <summary>S5: m.</summary>
    public static ExactNumber Possible(Question question, ScoringMethod method)
    {
        if (method.ValuesArePoints)
        {
            return ExactNumber.One;
        }

        var highest = Points.Highest(question);
        var lowest = Points.Lowest(question);
        return method.Value switch
        {
            "ofMaximum" => highest,
            "ofRange" => highest - lowest,
            "ofFixedScale" => method.Scale!,
            "ofLargestMagnitude" => ExactNumber.Max(highest.Abs(), lowest.Abs()),
            _ => throw new ArgumentException($"'{method.Value}' is not a question value.", nameof(method)),
        };
    }

    /// <summary>S5: a question with m = 0 has no value.</summary>
    public static bool IsNeutral(Question question, ScoringMethod method) => Possible(question, method).IsZero;

    /// <summary>S5: v = e / m.</summary>
    public static ExactNumber Of(Question question, ScoringMethod method, ExactNumber points) =>
        Earned(question, method, points) / Possible(question, method);
}
