namespace QualityKit.Retention;

/// <summary>What a sweep has to keep to.</summary>
public sealed record SweepConditions
{
    /// <summary>How long an interaction is marked as due before it is deleted, in which anybody with the right can revoke it: 72 hours.</summary>
    public static TimeSpan Wait { get; } = TimeSpan.FromHours(72);

    /// <summary>The time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How many interactions the tenant has.</summary>
    public required long Total { get; init; }

    /// <summary>The most that one run deletes, as a share of <see cref="Total"/>, rounded up; default 0.01.</summary>
    public decimal Limit { get; init; } = 0.01m;

    /// <summary>The time of the newest seal over the audit; null when nothing was ever sealed, so that the clock cannot be checked.</summary>
    public DateTimeOffset? NewestSeal { get; init; }

    /// <summary>The newest instant that the store knows otherwise: of the last sweep, an interaction, an entry of the audit. It is held against the clock where nothing was ever sealed; null for none.</summary>
    public DateTimeOffset? NewestKnown { get; init; }

    /// <summary>How often the audit is sealed; default 5 minutes.</summary>
    public TimeSpan SealPeriod { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether the clock may be wrong: it is further than two seal periods from the newest seal. Where nothing was ever sealed: it is two seal periods behind, or 72 hours ahead of the newest that the store knows.</summary>
    public bool IsClockOff => NewestSeal is { } sealedAt
        ? (Now - sealedAt).Duration() > 2 * SealPeriod
        : NewestKnown is { } known && (Now - known > Wait || known - Now > 2 * SealPeriod);

    /// <summary>Whether a person confirmed that this run may go on although it would pause; default no.</summary>
    public bool IsConfirmed { get; init; }
}
