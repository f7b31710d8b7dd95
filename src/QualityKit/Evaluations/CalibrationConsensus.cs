namespace QualityKit.Evaluations;

/// <summary>What evaluators of a session are compared with where there is no expert: what they agree on among themselves.</summary>
public enum CalibrationConsensus
{
    /// <summary>The median, which one outlier does not move.</summary>
    Median = 0,

    /// <summary>The mean.</summary>
    Mean = 1,

    /// <summary>The most frequent answer to each question.</summary>
    Mode = 2,

    /// <summary>The mean of the others, so that nobody is compared with themselves.</summary>
    LeaveOneOutMean = 3,
}
