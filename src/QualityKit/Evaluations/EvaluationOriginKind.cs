namespace QualityKit.Evaluations;

/// <summary>What brought an evaluation about.</summary>
public enum EvaluationOriginKind
{
    /// <summary>A person.</summary>
    ByHand = 0,

    /// <summary>A policy.</summary>
    Policy = 1,

    /// <summary>A calibration session.</summary>
    Session = 2,

    /// <summary>A machine that evaluates by itself.</summary>
    Machine = 3,

    /// <summary>Another system.</summary>
    Import = 4,
}
