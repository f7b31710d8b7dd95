namespace QualityKit.Calibration;

/// <summary>Which way an evaluator leans, as far as the sessions so far can tell.</summary>
public enum EvaluatorLean
{
    /// <summary>No lean that chance would not explain.</summary>
    None,

    /// <summary>Scores higher than the benchmark.</summary>
    Lenient,

    /// <summary>Scores lower than the benchmark.</summary>
    Strict,
}
