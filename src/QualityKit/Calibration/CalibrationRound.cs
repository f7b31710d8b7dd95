using System.Collections.Immutable;

namespace QualityKit.Calibration;

/// <summary>One interaction that several evaluators scored with one form version. A session has one round or more; a report may span many sessions.</summary>
public sealed record CalibrationRound
{
    /// <summary>The interaction.</summary>
    public required string Interaction { get; init; }

    /// <summary>What the expert gave; null where the benchmark is a consensus.</summary>
    public CalibrationSheet? Expert { get; init; }

    /// <summary>What evaluators gave who have finished, one sheet an evaluator.</summary>
    public required ImmutableArray<CalibrationSheet> Sheets { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Who was asked; those without a sheet are reported as missing. Empty: those who have a sheet.</summary>
    public ImmutableArray<string> Invited { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The interaction and how many sheets.</summary>
    public override string ToString() => $"{Interaction} with {Sheets.Length} sheets";
}
