namespace QualityKit.Statistics;

/// <summary>Which way an outcome goes with a predictor.</summary>
public enum DriverDirection
{
    /// <summary>The interval of the correlation holds 0, so that neither is established.</summary>
    Unclear,

    /// <summary>The outcome is higher where the predictor is.</summary>
    Raises,

    /// <summary>The outcome is lower where the predictor is higher.</summary>
    Lowers,
}
