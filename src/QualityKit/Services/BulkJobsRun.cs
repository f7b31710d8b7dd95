namespace QualityKit.Services;

/// <summary>What one run over the bulk jobs of all tenants did.</summary>
public sealed record BulkJobsRun
{
    /// <summary>How many tenants had their turn.</summary>
    public int Tenants { get; init; }

    /// <summary>How many tenants could not have it, because storage failed; they are tried again.</summary>
    public int TenantsFailed { get; init; }

    /// <summary>How many interactions were looked at.</summary>
    public int Interactions { get; init; }

    /// <summary>Whether a tenant used its whole turn, so that there may be more to do at once.</summary>
    public bool HasMore { get; init; }

    internal BulkJobsRun With(BulkJobsRun other) => new()
    {
        Tenants = Tenants + other.Tenants,
        TenantsFailed = TenantsFailed + other.TenantsFailed,
        Interactions = Interactions + other.Interactions,
        HasMore = HasMore || other.HasMore,
    };
}
