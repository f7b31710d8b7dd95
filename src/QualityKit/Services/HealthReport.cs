using System.Collections.Immutable;

namespace QualityKit.Services;

/// <summary>How a set of services is at one moment, over all tenants and nodes.</summary>
public sealed record HealthReport
{
    /// <summary>What is not well; empty when everything is.</summary>
    public required ImmutableArray<HealthProblem> Problems { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>What the document store is called.</summary>
    public required string Store { get; init; }

    /// <summary>For how long the event has been due that has waited longest; null when none is.</summary>
    public TimeSpan? OutboxLag { get; init; }

    /// <summary>How many tenants have dead letters that wait for somebody.</summary>
    public int TenantsWithDeadLetters { get; init; }

    /// <summary>How many tenants have a sweep that waits for a person to confirm.</summary>
    public int TenantsWithPausedSweeps { get; init; }

    /// <summary>How many tenants have a store that went back to an older state and waits to be reconciled.</summary>
    public int TenantsRestored { get; init; }

    /// <summary>How many tenants this node leaves alone because their ring, or a key of it, is not what it should be.</summary>
    public int TenantsWithoutKeys { get; init; }

    /// <summary>For how long the audit entry has waited for its seal that has waited longest; null when none waits.</summary>
    public TimeSpan? UnsealedFor { get; init; }
}
