using QualityKit.Interactions;

namespace QualityKit.Evaluations;

/// <summary>One interaction of a calibration session.</summary>
public sealed record CalibrationItem
{
    /// <summary>The interaction.</summary>
    public required InteractionId Interaction { get; init; }

    /// <summary>Whose work it is.</summary>
    public required Subject Subject { get; init; }

    /// <summary>Which piece of it; default all of it.</summary>
    public InteractionPart Part { get; init; } = InteractionPart.All;

    /// <summary>A finished evaluation of the interaction that the others are compared with; null where the expert evaluates, or nobody does.</summary>
    public EvaluationId? Benchmark { get; init; }

    /// <summary>Which version of it, from 1, as it was when the session was opened; 0 before, and without one.</summary>
    public int BenchmarkVersion { get; internal init; }
}
