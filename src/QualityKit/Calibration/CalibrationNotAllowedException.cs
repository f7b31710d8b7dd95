namespace QualityKit.Calibration;

/// <summary>The state of a calibration session does not allow something. <see cref="CalibrationWorkflow.Allowed"/> tells beforehand.</summary>
public sealed class CalibrationNotAllowedException : Exception
{
    /// <summary>Creates the exception for a decision.</summary>
    public CalibrationNotAllowedException(CalibrationDecision decision)
        : base(TextOf(decision)) => Decision = decision;

    /// <summary>The decision: status, what was tried, and the reason.</summary>
    public CalibrationDecision Decision { get; }

    private static string TextOf(CalibrationDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.ToText();
    }
}
