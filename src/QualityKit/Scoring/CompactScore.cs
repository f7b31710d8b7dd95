using QualityKit.Methods;

namespace QualityKit.Scoring;

/// <summary>The score of flat answers: what a report over many evaluations needs, without lines and explanation.</summary>
public readonly struct CompactScore
{
    /// <summary>The final score; null when nothing applicable was scored.</summary>
    public Score? Total { get; init; }

    /// <summary>The score as if nothing had failed; null when nothing applicable was scored.</summary>
    public Score? RawTotal { get; init; }

    /// <summary>Whether it passed.</summary>
    public Outcome Outcome { get; init; }

    /// <summary>Whether something failed the whole form.</summary>
    public bool HasFormFailed { get; init; }
}
