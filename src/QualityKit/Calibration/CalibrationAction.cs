namespace QualityKit.Calibration;

/// <summary>What can be done with a calibration session.</summary>
public enum CalibrationAction
{
    /// <summary>Read it.</summary>
    View = 0,

    /// <summary>Ask the evaluators: their evaluations are made.</summary>
    Open = 1,

    /// <summary>Reveal it, and record what everyone gave.</summary>
    Close = 2,

    /// <summary>Call it off.</summary>
    Cancel = 3,

    /// <summary>Record what all agreed on.</summary>
    Resolve = 4,

    /// <summary>Read its report.</summary>
    Report = 5,
}
