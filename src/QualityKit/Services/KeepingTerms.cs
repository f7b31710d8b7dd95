using QualityKit.Interactions;
using QualityKit.Privacy;
using QualityKit.Retention;

namespace QualityKit.Services;

/// <summary>What a tenant declares of interactions, and how it keeps them.</summary>
public sealed record KeepingTerms
{
    /// <summary>The attributes that interactions may have; none by default.</summary>
    public AttributeSchema Attributes { get; init; } = AttributeSchema.Empty;

    /// <summary>How policies are settled; <see cref="RetentionResolver.StrongestRetention"/> by default.</summary>
    public RetentionResolver Resolver { get; init; } = RetentionResolver.StrongestRetention;

    /// <summary>The longest that anything is kept; for ever by default.</summary>
    public RetentionPeriod Maximum { get; init; } = RetentionPeriod.ForEver;

    /// <summary>How long an open evaluation or dispute keeps what is due, at most; default 90 days.</summary>
    public TimeSpan OpenWorkKeeps { get; init; } = TimeSpan.FromDays(90);

    /// <summary>The most that one sweep deletes, as a share of all interactions; default 0.01.</summary>
    public decimal SweepLimit { get; init; } = 0.01m;

    /// <summary>How often the audit is sealed, as the options of the host say; default 5 minutes. A sweep that finds the newest seal more than two periods from its clock pauses; where nothing was ever sealed it goes by what else the store knows (<see cref="SweepConditions.IsClockOff"/>).</summary>
    public TimeSpan SealPeriod { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What customers are found by; null where interactions are not searched by personal attributes.</summary>
    public PrivacyKey? PrivacyKey { get; init; }
}
