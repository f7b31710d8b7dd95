namespace QualityKit.Services;

/// <summary>What one run of the outbox did.</summary>
public sealed record OutboxRun
{
    /// <summary>How many tenants had their turn.</summary>
    public int Tenants { get; init; }

    /// <summary>How many tenants could not have it, because storage failed; they are tried again.</summary>
    public int TenantsFailed { get; init; }

    /// <summary>How many calls of handlers succeeded.</summary>
    public int Delivered { get; init; }

    /// <summary>How many failed.</summary>
    public int Failed { get; init; }

    /// <summary>How many of those were the last attempt.</summary>
    public int DeadLettered { get; init; }

    /// <summary>Whether a tenant used its whole turn, so that there may be more to do at once.</summary>
    public bool HasMore { get; init; }

    /// <summary>Both together.</summary>
    internal OutboxRun With(OutboxRun other) => new()
    {
        Tenants = Tenants + other.Tenants,
        TenantsFailed = TenantsFailed + other.TenantsFailed,
        Delivered = Delivered + other.Delivered,
        Failed = Failed + other.Failed,
        DeadLettered = DeadLettered + other.DeadLettered,
        HasMore = HasMore || other.HasMore,
    };
}
