using QualityKit.Evaluations;
using QualityKit.Forms;
using QualityKit.Methods;
using QualityKit.Scoring;

namespace QualityKit.Persistence;

/// <summary>The score of one version of an evaluation, flat: what reports and exports read, so that they need not open evaluations.</summary>
internal sealed record ScoreRow
{
    public required EvaluationId Evaluation { get; init; }

    public required int Version { get; init; }

    public required EvaluationKind Kind { get; init; }

    public required string? Subject { get; init; }

    public required string ScoredBy { get; init; }

    public required string? Interaction { get; init; }

    public required string? Team { get; init; }

    public required string? Site { get; init; }

    public required string? Supervisor { get; init; }

    public required FormVersionId Form { get; init; }

    public required string FormKey { get; init; }

    public required int FormVersion { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public required Score? Total { get; init; }

    public required Score? RawTotal { get; init; }

    public required Outcome Outcome { get; init; }

    public required string? Band { get; init; }

    /// <summary>Whether it counts in averages of its subject: by its kind, and while nothing took its place.</summary>
    public required bool Counts { get; init; }

    /// <summary>Whether a dispute about it is open: it counts, and is marked.</summary>
    public required bool IsDisputed { get; init; }

    public required bool IsSuperseded { get; init; }

    public bool IsDeleted { get; init; }

    /// <summary>The row of a version.</summary>
    public static ScoreRow Of(Evaluation evaluation, EvaluationVersion version, EvaluationForm form)
    {
        bool isCurrent = version.Number == evaluation.Versions.Length;
        return new()
        {
            Evaluation = evaluation.Id,
            Version = version.Number,
            Kind = evaluation.Kind,
            Subject = evaluation.Subject.Who?.Value,
            ScoredBy = version.ScoredBy.Value,
            Interaction = evaluation.Interaction?.Value,
            Team = evaluation.Unit?.Team?.Value,
            Site = evaluation.Unit?.Site?.Value,
            Supervisor = evaluation.Unit?.Supervisor?.Value,
            Form = form.Id,
            FormKey = form.Key,
            FormVersion = form.Version,
            SubmittedAt = version.SubmittedAt,
            Total = version.Score?.Total,
            RawTotal = version.Score?.RawTotal,
            Outcome = version.Score?.Outcome ?? Outcome.None,
            Band = version.Score?.Band,
            Counts = isCurrent && EvaluationKinds.CountsForSubject(evaluation.Kind),
            IsDisputed = isCurrent && evaluation.OpenDispute is not null,
            IsSuperseded = !isCurrent,
        };
    }

    /// <summary>What is left of the row when its evaluation is deleted.</summary>
    public ScoreRow Deleted() => this with
    {
        Total = null,
        RawTotal = null,
        Outcome = Outcome.None,
        Band = null,
        Counts = false,
        IsDisputed = false,
        IsDeleted = true,
    };
}
