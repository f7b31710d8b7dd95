using System.Collections.Immutable;

namespace QualityKit.Retention;

/// <summary>All that decides how long one interaction is kept.</summary>
public sealed record RetentionCase
{
    /// <summary>From when periods count: the end of the interaction.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>What the matching policies ask for. A policy that is there twice counts once.</summary>
    public ImmutableArray<RetentionClaim> Claims { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The longest that the tenant keeps anything; for ever by default.</summary>
    public RetentionPeriod Maximum { get; init; } = RetentionPeriod.ForEver;

    /// <summary>The legal holds on it.</summary>
    public ImmutableArray<HoldId> Holds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The open work that needs it.</summary>
    public ImmutableArray<OpenWork> Work { get; init => field = value.IsDefault ? [] : value; } = [];
}
