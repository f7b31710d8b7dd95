namespace QualityKit.Services;

/// <summary>How bulk jobs run. Checked at start; docs/hosting.md has all ranges.</summary>
public sealed class BulkJobOptions
{
    /// <summary>How long to wait when no job has anything to do; 100 ms to 1 hour, default 5 seconds.</summary>
    public TimeSpan Period { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many interactions a tenant's jobs work on before it is the next one's turn, 1 to 10,000; default 200. No tenant waits for more than this from each of the others.</summary>
    public int ItemsPerTurn { get; set; } = 200;

    /// <summary>How many tenants are served at the same time by one node, 1 to 64; default 2.</summary>
    public int TenantsAtOnce { get; set; } = 2;

    /// <summary>How long one interaction may take before it counts as failed; 1 second to 1 hour, default 2 minutes.</summary>
    public TimeSpan ItemTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>For how long a node has a tenant to itself, and how long the tenant waits when the node is gone; at least 4 times <see cref="ItemTimeout"/>, at most 1 day, default 10 minutes.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(10);

    internal IEnumerable<string> Problems() =>
    [
        .. OptionRange.Of("BulkJobs.Period", Period, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
        .. OptionRange.Of("BulkJobs.ItemsPerTurn", ItemsPerTurn, 1, 10_000),
        .. OptionRange.Of("BulkJobs.TenantsAtOnce", TenantsAtOnce, 1, 64),
        .. OptionRange.Of("BulkJobs.ItemTimeout", ItemTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
        .. OptionRange.Of("BulkJobs.Lease", Lease, 4 * ItemTimeout, TimeSpan.FromDays(1)),
    ];
}
