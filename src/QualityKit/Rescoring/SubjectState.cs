using QualityKit.Methods;

namespace QualityKit.Rescoring;

/// <summary>What is kept of all evaluations of one subject.</summary>
internal sealed record SubjectState
{
    public string Subject { get; init; } = "";

    public long Compared { get; init; }

    /// <summary>How many have a total before.</summary>
    public long CountBefore { get; init; }

    public Fraction TotalsBefore { get; init; }

    /// <summary>How many have a total after.</summary>
    public long CountAfter { get; init; }

    public Fraction TotalsAfter { get; init; }

    public long ToFailed { get; init; }

    public long ToPassed { get; init; }
}
