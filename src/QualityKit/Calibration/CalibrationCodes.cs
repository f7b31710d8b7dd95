namespace QualityKit.Calibration;

/// <summary>What a calibration report can say; the words are in the message catalogue.</summary>
public static class CalibrationCodes
{
    /// <summary>The evaluator is in calibration.</summary>
    public const string InCalibration = "calibration.in";

    /// <summary>The evaluator is out of calibration.</summary>
    public const string OutOfCalibration = "calibration.out";

    /// <summary>Neither is shown yet; about so many more sessions decide.</summary>
    public const string Inconclusive = "calibration.open";

    /// <summary>Neither is shown yet, and how many more sessions decide cannot be told.</summary>
    public const string InconclusiveOpenEnd = "calibration.open.unknown";

    /// <summary>The evaluator leans lenient.</summary>
    public const string Lenient = "calibration.lenient";

    /// <summary>The evaluator leans strict.</summary>
    public const string Strict = "calibration.strict";

    /// <summary>No lean shows beyond what chance explains.</summary>
    public const string NoLean = "calibration.noLean";

    /// <summary>The question on which the evaluator disagrees most.</summary>
    public const string WorstQuestion = "calibration.worst";

    /// <summary>Critical errors that the evaluator missed.</summary>
    public const string Missed = "calibration.missed";

    /// <summary>Critical errors that the evaluator marked where the benchmark has none.</summary>
    public const string OverMarked = "calibration.overMarked";

    /// <summary>The evaluator's deviations have moved.</summary>
    public const string Drift = "calibration.drift";

    /// <summary>Interactions that the evaluator has not finished.</summary>
    public const string Missing = "calibration.missing";

    /// <summary>How far all agree: percent and one coefficient.</summary>
    public const string Agreement = "calibration.agreement";

    /// <summary>How far all agree, where no coefficient has a value.</summary>
    public const string AgreementAlone = "calibration.agreement.alone";

    /// <summary>Nothing was scored by two.</summary>
    public const string NothingCompared = "calibration.nothing";

    /// <summary>The question that most disagree on.</summary>
    public const string Reword = "calibration.reword";

    /// <summary>Evaluators share no interactions, so they cannot be compared with each other.</summary>
    public const string Disconnected = "calibration.disconnected";
}
