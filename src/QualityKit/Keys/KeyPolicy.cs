namespace QualityKit.Keys;

/// <summary>How the keys of a tenant live.</summary>
public sealed record KeyPolicy
{
    /// <summary>The least time that a destruction waits: 30 days.</summary>
    public static TimeSpan LeastWait => TimeSpan.FromDays(30);

    /// <summary>How long a key is active before the next one is due: an hour or more; null for on demand only. Default 90 days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is shorter than an hour.</exception>
    public TimeSpan? RotationInterval { get; init => field = AtLeast(value, TimeSpan.FromHours(1), nameof(RotationInterval)); } = TimeSpan.FromDays(90);

    /// <summary>How long a new key waits until every node has seen it: twice the time in which nodes read the ring again. Default 10 minutes; 0 for a single node. It spares nodes a second look at the ring; nothing is unsafe without it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan VisibilityDelay { get; init => field = AtLeast(value, TimeSpan.Zero, nameof(VisibilityDelay))!.Value; } = TimeSpan.FromMinutes(10);

    /// <summary>How old the oldest copy of the store is that anybody could restore. No default: until it is stated, no key is destroyed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan? BackupHorizon { get; init => field = AtLeast(value, TimeSpan.Zero, nameof(BackupHorizon)); }

    /// <summary>How long an approval holds: an hour or more. Default 90 days; it can be given again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is shorter than an hour.</exception>
    public TimeSpan ApprovalLifetime { get; init => field = AtLeast(value, TimeSpan.FromHours(1), nameof(ApprovalLifetime))!.Value; } = TimeSpan.FromDays(90);

    /// <summary>How old a proof may be: a minute or more. Default a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is shorter than a minute.</exception>
    public TimeSpan ProofLifetime { get; init => field = AtLeast(value, TimeSpan.FromMinutes(1), nameof(ProofLifetime))!.Value; } = TimeSpan.FromDays(1);

    /// <summary>How long a destruction waits: the longer of 30 days and the backup horizon.</summary>
    internal TimeSpan Wait => new[] { LeastWait, BackupHorizon ?? LeastWait }.Max();

    private static TimeSpan? AtLeast(TimeSpan? value, TimeSpan least, string name) =>
        value < least ? throw new ArgumentOutOfRangeException(name, value, $"is less than {least}") : value;
}
