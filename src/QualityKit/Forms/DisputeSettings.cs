using System.Collections.Immutable;

namespace QualityKit.Forms;

/// <summary>How evaluations can be disputed.</summary>
public sealed record DisputeSettings
{
    /// <summary>The most disputes of one evaluation, 1 to 20; default 1.</summary>
    public int Maximum { get; init; } = 1;

    /// <summary>How many days after the release a dispute can be raised, 1 to 365; default 30.</summary>
    public int WindowDays { get; init; } = 30;

    /// <summary>Whether the agent may still dispute what they acknowledged; default no.</summary>
    public bool AllowsAfterAcknowledgement { get; init; }

    /// <summary>Who handles the n-th dispute; the last handles all that follow. Default the original evaluator.</summary>
    public ImmutableArray<DisputeAssignee> Assignees { get; init => field = value.IsDefaultOrEmpty ? [DisputeAssignee.Original] : value; } = [DisputeAssignee.Original];
}
