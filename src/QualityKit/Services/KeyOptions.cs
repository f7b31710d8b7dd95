using QualityKit.Keys;

namespace QualityKit.Services;

/// <summary>How the keys of tenants are kept. Checked at start; docs/hosting.md has all ranges.</summary>
public sealed class KeyOptions
{
    /// <summary>The secret that rings are authenticated with, from outside the database; without one nothing is encrypted.</summary>
    public RingSecret? Secret { get; set; }

    /// <summary>Secrets that rings were authenticated with before. A ring that was is believed, and has the new one from its next change on.</summary>
    public IList<RingSecret> FormerSecrets { get; } = [];

    /// <summary>How keys live.</summary>
    public KeyPolicy Policy { get; set; } = new();

    /// <summary>How long a node may go by a ring that it read, to open recordings; 1 second to 1 hour, default 5 minutes. <see cref="KeyPolicy.VisibilityDelay"/> is twice this or more, or 0 for a single node. To store and wrap, the ring is read every time.</summary>
    public TimeSpan RefreshAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a key that a root unwrapped is kept in memory; 1 second to 1 day, default 1 hour.</summary>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often such a key is used before the root is asked again; 1 to 2,147,483,647, default 1,000,000.</summary>
    public int MostUses { get; set; } = 1_000_000;

    /// <summary>How many such keys a node keeps, of all tenants; 1 to 1,000,000, default 1,000.</summary>
    public int MostKept { get; set; } = 1000;

    /// <summary>For how long a key in memory goes on wrapping while the root does not answer, since it was unwrapped; 0 to 7 days, default 24 hours. It never goes on reading.</summary>
    public TimeSpan MaxStaleWrap { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long a root may take for an answer; 100 milliseconds to 10 minutes, default 30 seconds.</summary>
    public TimeSpan RootTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the background makes and activates keys when they are due, and wraps keys by a root that was added; default true, and nothing where no root is given.</summary>
    public bool Rotates { get; set; } = true;

    /// <summary>How often it is looked whether a key is due; 1 second to 1 day, default 1 minute.</summary>
    public TimeSpan RotationPeriod { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether the background wraps data keys anew that an older key wraps; default true, and nothing where no root is given.</summary>
    public bool Rewraps { get; set; } = true;

    /// <summary>How many envelopes a node wraps anew in a second, at most, over all tenants; 1 to 100,000, default 100.</summary>
    public int RewrapsPerSecond { get; set; } = 100;

    /// <summary>Whether recordings that are opened while an older key wraps them are wrapped anew before others; default true, and nothing where <see cref="Rewraps"/> is false. Opening never waits for it.</summary>
    public bool RewrapsOnAccess { get; set; } = true;

    /// <summary>How many such recordings wait on a node, of all tenants; 1 to 100,000, default 1,000. What there is no place for has its turn with all others.</summary>
    public int MostWaitingRewraps { get; set; } = 1000;

    /// <summary>For how long a node has a tenant to itself to wrap anew; 1 minute to 1 day, default 10 minutes.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Every secret that a ring may be authenticated with.</summary>
    internal IEnumerable<RingSecret> Secrets => Secret is null ? [] : FormerSecrets.Prepend(Secret);

    internal IEnumerable<string> Problems() =>
    [
        .. OptionRange.Of("Keys.RefreshAfter", RefreshAfter, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
        .. OptionRange.Of("Keys.KeepFor", KeepFor, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
        .. OptionRange.Of("Keys.MostUses", MostUses, 1, int.MaxValue),
        .. OptionRange.Of("Keys.MostKept", MostKept, 1, 1_000_000),
        .. OptionRange.Of("Keys.MaxStaleWrap", MaxStaleWrap, TimeSpan.Zero, TimeSpan.FromDays(7)),
        .. OptionRange.Of("Keys.RootTimeout", RootTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10)),
        .. OptionRange.Of("Keys.RotationPeriod", RotationPeriod, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
        .. OptionRange.Of("Keys.RewrapsPerSecond", RewrapsPerSecond, 1, 100_000),
        .. OptionRange.Of("Keys.MostWaitingRewraps", MostWaitingRewraps, 1, 100_000),
        .. OptionRange.Of("Keys.Lease", Lease, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1)),
        .. Policy.VisibilityDelay > TimeSpan.Zero && Policy.VisibilityDelay < 2 * RefreshAfter
            ? (string[])[$"`Keys.Policy.VisibilityDelay` is {Policy.VisibilityDelay}: it must be 0, or twice `Keys.RefreshAfter` ({RefreshAfter}) or more"]
            : [],
    ];
}
