namespace QualityKit.People;

/// <summary>What a person belongs to from one instant to another.</summary>
public sealed record UnitPeriod
{
    /// <summary>The first instant.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The instant after the last; null while it lasts.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>What the person belongs to.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Whether an instant is in the period.</summary>
    public bool Covers(DateTimeOffset instant) => From <= instant && (Until is not { } until || instant < until);
}
