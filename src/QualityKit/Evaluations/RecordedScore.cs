using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Evaluations;

/// <summary>What a scorecard said when it was made, with what it was made by.</summary>
public sealed record RecordedScore
{
    /// <summary>The version of the rules of docs/scoring.md that this library follows.</summary>
    public const int CurrentRules = 1;

    /// <summary>The form version, whose hash covers the scoring method.</summary>
    public required FormVersionId Form { get; init; }

    /// <summary>The version of the scoring rules.</summary>
    public required int Rules { get; init; }

    /// <summary>The total; null when nothing applicable was scored.</summary>
    public required Score? Total { get; init; }

    /// <summary>The total as if nothing had failed; null when nothing applicable was scored.</summary>
    public required Score? RawTotal { get; init; }

    /// <summary>Whether it passed.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The name of the band; null for none.</summary>
    public required string? Band { get; init; }

    /// <summary>What a scorecard says.</summary>
    public static RecordedScore Of(Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return new()
        {
            Form = card.Form.Id,
            Rules = CurrentRules,
            Total = card.Total,
            RawTotal = card.RawTotal,
            Outcome = card.Outcome,
            Band = card.Band?.Name.Text,
        };
    }
}
