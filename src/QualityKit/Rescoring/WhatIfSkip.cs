using System.Collections.Immutable;
using QualityKit.Validation;

namespace QualityKit.Rescoring;

/// <summary>An evaluation that could not be compared: its answers do not fit the very form that they were given to.</summary>
public sealed record WhatIfSkip : WhatIfResult
{
    internal WhatIfSkip()
    {
    }

    /// <summary>Why the answers do not fit, with pointers into the answer format; at least one.</summary>
    public required ImmutableArray<Issue> Issues { get; init => field = value.IsDefault ? [] : value; }

    internal override void CountIn(WhatIfTally tally) => tally.Take(this);

    /// <summary>The id and how many issues there are; never an answer.</summary>
    public override string ToString() => $"`{Id}` skipped: {(Issues.Length == 1 ? "1 issue" : $"{Issues.Length} issues")}";
}
