namespace QualityKit.Methods;

/// <summary>The ways to turn points into a value (rule S5).</summary>
public enum QuestionValueKind
{
    /// <summary>Points over the highest points.</summary>
    OfMaximum = 0,

    /// <summary>Points above the lowest over the range from lowest to highest.</summary>
    OfRange = 1,

    /// <summary>Points over a fixed number.</summary>
    OfFixedScale = 2,

    /// <summary>Points over the largest magnitude of the highest and the lowest; for scales with negative points.</summary>
    OfLargestMagnitude = 3,

    /// <summary>Points as they are: a score in points.</summary>
    AsPoints = 4,
}
