namespace QualityKit.Statistics;

/// <summary>Whether an agent's scores dropped, and since when.</summary>
public sealed record AgentDrop
{
    /// <summary>The agent.</summary>
    public required string Agent { get; init; }

    /// <summary>Whether it can be said: insufficient data for a baseline of fewer than two scores or none after it, no variation when all of it is alike.</summary>
    public required EstimateStatus Status { get; init; }

    /// <summary>The mean of the baseline; null without a status of Ok.</summary>
    public double? Before { get; init; }

    /// <summary>The mean since the drop; null when there is none.</summary>
    public double? After { get; init; }

    /// <summary>The score at which the drop was noticed, counted from 0 in all scores; null when there is none.</summary>
    public int? NoticedAt { get; init; }

    /// <summary>The score since which it seems to hold, counted from 0 in all scores; null when there is none.</summary>
    public int? Since { get; init; }
}
