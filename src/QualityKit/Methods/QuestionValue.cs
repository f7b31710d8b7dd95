namespace QualityKit.Methods;

/// <summary>How the points of an answer become the value of its question (rule S5).</summary>
public sealed record QuestionValue
{
    private QuestionValue(QuestionValueKind kind, decimal scale = 0)
    {
        Kind = kind;
        Scale = scale;
    }

    /// <summary>Points over the highest points of the question; the default.</summary>
    public static QuestionValue OfMaximum { get; } = new(QuestionValueKind.OfMaximum);

    /// <summary>Points above the lowest over the range from lowest to highest.</summary>
    public static QuestionValue OfRange { get; } = new(QuestionValueKind.OfRange);

    /// <summary>Points over the larger magnitude of highest and lowest points; for scales with negative points.</summary>
    public static QuestionValue OfLargestMagnitude { get; } = new(QuestionValueKind.OfLargestMagnitude);

    /// <summary>Points as they are: the score is in points. For <c>QuestionWeights</c>, <c>GroupWeights</c> within question weights, <c>Sum</c> and <c>Grade</c>.</summary>
    public static QuestionValue AsPoints { get; } = new(QuestionValueKind.AsPoints);

    /// <summary>Which rule applies.</summary>
    public QuestionValueKind Kind { get; }

    /// <summary>The number that points are divided by under <see cref="QuestionValueKind.OfFixedScale"/>; else 0.</summary>
    public decimal Scale { get; }

    /// <summary>Points over a fixed number.</summary>
    /// <param name="scale">Above 0; 10 where options carry 0 to 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is 0 or negative.</exception>
    public static QuestionValue OfFixedScale(decimal scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        return new(QuestionValueKind.OfFixedScale, scale);
    }
}
