using System.Collections.Immutable;

namespace QualityKit.People;

/// <summary>What the host's directory knows of a person.</summary>
public sealed record Person
{
    /// <summary>Who it is.</summary>
    public required PersonId Id { get; init; }

    /// <summary>The keys of their roles.</summary>
    public ImmutableArray<string> Roles { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What they belonged to, when.</summary>
    public UnitTimeline Units { get; init; } = UnitTimeline.Empty;

    /// <summary>The teams that they look after today, beside the people who report to them.</summary>
    public ImmutableArray<TeamId> Supervises { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What they can evaluate, in the host's words: languages, products.</summary>
    public ImmutableArray<string> Skills { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When they take no work.</summary>
    public ImmutableArray<Absence> Absences { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The most evaluations that they take in a day; null for no limit.</summary>
    public int? DailyCap { get; init; }
}
