namespace QualityKit.Evaluations;

/// <summary>What an evaluation is for, and so what it counts for (docs/evaluations.md).</summary>
public enum EvaluationKind
{
    /// <summary>How good the work was.</summary>
    Quality = 0,

    /// <summary>How alike evaluators judge; stays out of averages and is never released.</summary>
    Calibration = 1,

    /// <summary>How the subject sees their own work.</summary>
    Self = 2,

    /// <summary>How a colleague sees it.</summary>
    Peer = 3,

    /// <summary>Made beside the desk, while the work was done.</summary>
    SideBySide = 4,

    /// <summary>How good an evaluation was; its subject is the evaluator.</summary>
    Review = 5,

    /// <summary>A form or an evaluator is tried; counts for nothing.</summary>
    Trial = 6,

    /// <summary>Finished in another system.</summary>
    Imported = 7,
}
