namespace QualityKit.Services;

/// <summary>How the instants of evaluations are announced in the background: reminders, due dates, escalations, expiries, releases. Checked at start; docs/hosting.md has all ranges.</summary>
public sealed class AnnouncementOptions
{
    /// <summary>Whether the background announces; default true.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>How long to wait when nothing is left to announce; 1 second to 1 day, default 1 minute.</summary>
    public TimeSpan Period { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many evaluations of a tenant are announced before it is the next one's turn, 1 to 1,000; default 200.</summary>
    public int ItemsPerTurn { get; set; } = 200;

    internal IEnumerable<string> Problems() =>
    [
        .. OptionRange.Of("Announcements.Period", Period, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
        .. OptionRange.Of("Announcements.ItemsPerTurn", ItemsPerTurn, 1, 1000),
    ];
}
