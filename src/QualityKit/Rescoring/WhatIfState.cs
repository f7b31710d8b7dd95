using System.Collections.Immutable;

namespace QualityKit.Rescoring;

/// <summary>Everything that a tally keeps, frozen: what is reported, written, read and merged.</summary>
internal sealed record WhatIfState
{
    public WhatIfLimits Limits { get; init; } = WhatIfLimits.Default;

    /// <summary>The id of the last evaluation that was counted; null when there is none, or when it holds several runs.</summary>
    public string? LastId { get; init; }

    public SideState Before { get; init; } = new();

    public SideState After { get; init; } = new();

    public ChangeState Changes { get; init; } = new();

    /// <summary>For each outcome before, none first, how many have each outcome after.</summary>
    public ImmutableArray<long> Outcomes { get; init; } = [];

    public ImmutableArray<BandMove> Bands { get; init; } = [];

    public AffectedCases ToFailed { get; init; } = new() { Count = 0 };

    public AffectedCases ToPassed { get; init; } = new() { Count = 0 };

    public AffectedCases NewFailures { get; init; } = new() { Count = 0 };

    public AffectedCases Skipped { get; init; } = new() { Count = 0 };

    /// <summary>How many were compared and do not fit the other form as they are.</summary>
    public long Provisional { get; init; }

    public ImmutableArray<WhatIfMisfit> Misfits { get; init; } = [];

    public ImmutableArray<SubjectState> Subjects { get; init; } = [];

    public long Compared => Outcomes.Sum();
}
