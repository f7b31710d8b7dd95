using System.Collections.Immutable;
using QualityKit.Methods;

namespace QualityKit.Calibration;

/// <summary>One evaluator over all sessions of a period, whatever the forms.</summary>
public sealed record EvaluatorStanding
{
    /// <summary>Who.</summary>
    public required string Evaluator { get; init; }

    /// <summary>How many sessions they were asked in.</summary>
    public required int Sessions { get; init; }

    /// <summary>How many interactions they scored.</summary>
    public required int Scored { get; init; }

    /// <summary>How many they were asked for and have not finished.</summary>
    public required int Missing { get; init; }

    /// <summary>Their deviations with a verdict and the sessions still needed, one an interaction. With a relative tolerance they are in percent of the benchmark.</summary>
    public required EvaluatorTrend Trend { get; init; }

    /// <summary>Whether they moved, and since which of their interactions.</summary>
    public required EvaluatorDrift Drift { get; init; }

    /// <summary>Their deviations, oldest first.</summary>
    public required ImmutableArray<Fraction> Deviations { get; init => field = value.IsDefault ? [] : value; }
}
