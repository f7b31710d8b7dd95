using QualityKit.Interactions;
using QualityKit.People;

namespace QualityKit.Jobs;

/// <summary>One action over many interactions, which goes on where it was stopped.</summary>
public sealed record BulkJob
{
    /// <summary>Which one.</summary>
    public required JobId Id { get; init; }

    /// <summary>What it does.</summary>
    public required JobAction Action { get; init; }

    /// <summary>Which interactions it is about; null for all.</summary>
    public AttributePredicate? Query { get; init; }

    /// <summary>Who planned it.</summary>
    public required PersonId Owner { get; init; }

    /// <summary>When it was planned.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>When it starts at the earliest; null for at once.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>When it starts at the earliest: <see cref="StartAt"/>, or when it was planned.</summary>
    public DateTimeOffset At => StartAt ?? PlannedAt;

    /// <summary>Where it is.</summary>
    public JobStatus Status { get; init; } = JobStatus.Ready;

    /// <summary>Where it goes on; null at the beginning, and at the end.</summary>
    public string? Cursor { get; init; }

    /// <summary>What became of the interactions so far.</summary>
    public JobCounts Counts { get; init; } = JobCounts.Zero;

    /// <summary>Why it failed, as a code; null when it did not.</summary>
    public string? FailureCode { get; init; }

    /// <summary>Whether nothing will become of it any more.</summary>
    public bool IsOver => Status is JobStatus.Finished or JobStatus.Failed or JobStatus.Cancelled;

    /// <summary>The id and the status; never the query, which may name a customer.</summary>
    public override string ToString() => $"job {Id}: {Status}";
}
