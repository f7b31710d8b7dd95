using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Rescoring;

/// <summary>How one evaluation stands under one of the two forms.</summary>
public sealed record WhatIfScore
{
    internal WhatIfScore()
    {
    }

    /// <summary>The final score; null when nothing applicable was scored (rule S17).</summary>
    public required Score? Total { get; init; }

    /// <summary>The score as if nothing had failed; null when nothing applicable was scored (rule S17).</summary>
    public required Score? RawTotal { get; init; }

    /// <summary>The possible points that averages weigh the total by (rule S22).</summary>
    public required Fraction Possible { get; init; }

    /// <summary>Whether it passed (rule S18).</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The band of the total; null when it has none (rule S18).</summary>
    public Band? Band => BandPosition < 0 ? null : Form.Bands[BandPosition];

    /// <summary>Whether something failed the whole form (rule S15).</summary>
    public required bool HasFormFailed { get; init; }

    /// <summary>Whether answers that the form asks for are missing, or were left out because they do not fit it.</summary>
    public required bool IsProvisional { get; init; }

    internal EvaluationForm Form { get; init; } = null!;

    /// <summary>The position of the band in the form; -1 for none.</summary>
    internal int BandPosition { get; init; } = -1;

    /// <summary>The total and the outcome.</summary>
    public override string ToString() => $"{Total?.ToString(Form.Method.Rounding) ?? "no score"}, {Outcome}";
}
