using System.Collections.Immutable;
using QualityKit.Methods;

namespace QualityKit.Calibration;

/// <summary>What one evaluator gave in a session, in percent.</summary>
public sealed record CalibrationSheet
{
    /// <summary>Who scored.</summary>
    public required string Evaluator { get; init; }

    /// <summary>The total; null when nothing was applicable.</summary>
    public Fraction? Total { get; init; }

    /// <summary>The score of each group, by its key; null for a group in which nothing was applicable.</summary>
    public ImmutableDictionary<string, Fraction?> Groups { get; init; } = ImmutableDictionary<string, Fraction?>.Empty;

    /// <summary>The score of each question, in the order of the form; null for N/A.</summary>
    public ImmutableArray<Fraction?> Questions { get; init => field = value.IsDefault ? [] : value; } = [];
}
