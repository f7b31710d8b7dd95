namespace QualityKit.Services;

/// <summary>What one run of sweeps over all tenants did.</summary>
public sealed record SweepsRun
{
    /// <summary>How many tenants were swept.</summary>
    public int Tenants { get; init; }

    /// <summary>How many tenants could not be, because storage failed or the machine has no right to; they are tried again.</summary>
    public int TenantsFailed { get; init; }

    /// <summary>How many tenants wait for a person to confirm.</summary>
    public int TenantsPaused { get; init; }

    /// <summary>How many interactions were marked as due.</summary>
    public int Marked { get; init; }

    /// <summary>How many were deleted.</summary>
    public int Deleted { get; init; }

    /// <summary>Whether a tenant used its whole turn, so that there may be more to do at once.</summary>
    public bool HasMore { get; init; }

    internal SweepsRun With(SweepsRun other) => new()
    {
        Tenants = Tenants + other.Tenants,
        TenantsFailed = TenantsFailed + other.TenantsFailed,
        TenantsPaused = TenantsPaused + other.TenantsPaused,
        Marked = Marked + other.Marked,
        Deleted = Deleted + other.Deleted,
        HasMore = HasMore || other.HasMore,
    };
}
