namespace QualityKit.Services;

/// <summary>How events are delivered to handlers. Checked at start; docs/hosting.md has all ranges.</summary>
public sealed class OutboxOptions
{
    /// <summary>How long a job waits when nothing is left to deliver; 100 ms to 1 hour, default 5 seconds.</summary>
    public TimeSpan Period { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many calls of handlers a tenant gets before it is the next one's turn, 1 to 10,000; default 100. No tenant waits for more than this from each of the others.</summary>
    public int CallsPerTurn { get; set; } = 100;

    /// <summary>How many tenants are served at the same time by one node, 1 to 64; default 4.</summary>
    public int TenantsAtOnce { get; set; } = 4;

    /// <summary>How often a handler is called for an event before the event becomes a dead letter, 1 to 100; default 10.</summary>
    public int Attempts { get; set; } = 10;

    /// <summary>How long an event waits after the first failure; it doubles with each further one. 0 to 1 day, default 10 seconds.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest that an event waits between two attempts; <see cref="FirstRetry"/> to 7 days, default 1 hour.</summary>
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long one call of a handler may take before it counts as failed; 100 ms to 1 hour, default 30 seconds.</summary>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>For how long a node has a tenant to itself, and how long the tenant waits when the node is gone; at least 4 times <see cref="HandlerTimeout"/>, at most 1 day, default 2 minutes. The clocks of nodes may differ by a quarter of it.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    internal IEnumerable<string> Problems() =>
    [
        .. OptionRange.Of("Outbox.Period", Period, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
        .. OptionRange.Of("Outbox.CallsPerTurn", CallsPerTurn, 1, 10_000),
        .. OptionRange.Of("Outbox.TenantsAtOnce", TenantsAtOnce, 1, 64),
        .. OptionRange.Of("Outbox.Attempts", Attempts, 1, 100),
        .. OptionRange.Of("Outbox.FirstRetry", FirstRetry, TimeSpan.Zero, TimeSpan.FromDays(1)),
        .. OptionRange.Of("Outbox.LongestRetry", LongestRetry, FirstRetry, TimeSpan.FromDays(7)),
        .. OptionRange.Of("Outbox.HandlerTimeout", HandlerTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
        .. OptionRange.Of("Outbox.Lease", Lease, 4 * HandlerTimeout, TimeSpan.FromDays(1)),
    ];

    /// <summary>How long an event waits after so many failures.</summary>
    internal TimeSpan RetryAfter(int failures)
    {
        double ticks = FirstRetry.Ticks * Math.Pow(2, failures - 1);
        return ticks < LongestRetry.Ticks ? TimeSpan.FromTicks((long)ticks) : LongestRetry;
    }
}
