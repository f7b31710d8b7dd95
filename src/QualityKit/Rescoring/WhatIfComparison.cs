using System.Collections.Immutable;
using QualityKit.Methods;
using QualityKit.Scoring;
using QualityKit.Validation;

namespace QualityKit.Rescoring;

/// <summary>One evaluation under both forms.</summary>
public sealed record WhatIfComparison : WhatIfResult
{
    internal WhatIfComparison()
    {
    }

    /// <summary>Under the form that it was made with.</summary>
    public required WhatIfScore Before { get; init; }

    /// <summary>Under the other form, from the answers that fit it.</summary>
    public required WhatIfScore After { get; init; }

    /// <summary>After less before, exactly; null when either has no total or the units differ.</summary>
    public Score? Change =>
        Before.Total is { } before && After.Total is { } after && before.Unit == after.Unit
            ? new Score(after.Value - before.Value, after.Unit)
            : null;

    /// <summary>Whether it changes sides between passed and failed.</summary>
    public PassCrossing Crossing => (Before.Outcome, After.Outcome) switch
    {
        (Outcome.Passed, Outcome.Failed) => PassCrossing.ToFailed,
        (Outcome.Failed, Outcome.Passed) => PassCrossing.ToPassed,
        _ => PassCrossing.None,
    };

    /// <summary>What fails the whole form after and did not before, in document order.</summary>
    public required ImmutableArray<Failure> NewFailures { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>What of the answers does not fit the other form, with pointers into the answer format; empty when all of it does.</summary>
    /// <remarks>An answer that is named here was left out of <see cref="After"/>; of a multiple selection the whole answer, since what somebody
    /// would have selected among the other options is not known.</remarks>
    public required ImmutableArray<Issue> Misfits { get; init => field = value.IsDefault ? [] : value; }

    internal override void CountIn(WhatIfTally tally) => tally.Take(this);

    /// <summary>The id and both scores; never an answer.</summary>
    public override string ToString() => $"`{Id}`: {Before} before, {After} after";
}
