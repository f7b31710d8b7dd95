using System.Collections.Immutable;

namespace QualityKit.Retention;

/// <summary>How long an interaction is kept, and why.</summary>
public sealed record RetentionDecision
{
    /// <summary>The name of the resolver that decided.</summary>
    public required string Resolver { get; init; }

    /// <summary>When it is due for deletion, holds aside; null for never. An instant that has passed is due now.</summary>
    public required DateTimeOffset? Due { get; init; }

    /// <summary>When it is to be archived; null for never.</summary>
    public required DateTimeOffset? ArchiveAt { get; init; }

    /// <summary>The legal holds on it: nothing is deleted under one, and when the last is released <see cref="Due"/> applies again.</summary>
    public ImmutableArray<HoldId> Holds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What decided <see cref="Due"/>: policies, work, or <see cref="TenantMaximum"/>; none when nothing matched.</summary>
    public required ImmutableArray<string> Determined { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Which policy lost to what, by policy.</summary>
    public ImmutableArray<RetentionLoss> Losses { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Policies that contradict each other: one keeps longer than the other allows. Kept all the same.</summary>
    public ImmutableArray<RetentionConflict> Conflicts { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The policies that erred, with their codes. With any, nothing is due, and the tenant's maximum does not apply until they are resolved.</summary>
    public ImmutableArray<RetentionError> Errors { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What <see cref="Determined"/> and <see cref="RetentionLoss.To"/> call the longest that the tenant keeps anything.</summary>
    public const string TenantMaximum = "tenant maximum";

    /// <summary>Whether it may be deleted at an instant: it is due, and no hold is on it.</summary>
    public bool AllowsDeletion(DateTimeOffset now) => Due <= now && Holds.IsEmpty && Errors.IsEmpty;
}
