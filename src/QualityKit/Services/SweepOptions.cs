namespace QualityKit.Services;

/// <summary>How sweeps run in the background. Checked at start; docs/hosting.md has all ranges.</summary>
public sealed class SweepOptions
{
    /// <summary>Whether the background sweeps; default false. Deleting with nobody there has to be wanted.</summary>
    public bool IsOn { get; set; }

    /// <summary>How often each tenant is swept, by whichever node; 10 minutes to 7 days, default 24 hours. What a run may delete (<see cref="KeepingTerms.SweepLimit"/>) counts for each run.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How many interactions of a tenant are marked, unmarked or deleted before it is the next one's turn, 1 to 10,000; default 500. The rest follows at once.</summary>
    public int ItemsPerTurn { get; set; } = 500;

    /// <summary>For how long a node has a tenant to itself, and how long the tenant waits when the node is gone; 1 minute to 1 day, default 30 minutes.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(30);

    internal IEnumerable<string> Problems() =>
    [
        .. OptionRange.Of("Sweep.Every", Every, TimeSpan.FromMinutes(10), TimeSpan.FromDays(7)),
        .. OptionRange.Of("Sweep.ItemsPerTurn", ItemsPerTurn, 1, 10_000),
        .. OptionRange.Of("Sweep.Lease", Lease, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1)),
    ];
}
