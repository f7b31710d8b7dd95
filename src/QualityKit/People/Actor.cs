using System.Collections.Immutable;
using QualityKit.Storage.Documents;

namespace QualityKit.People;

/// <summary>Who acts: a person with roles, or a machine.</summary>
public sealed record Actor
{
    /// <summary>Whose data they can reach.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Who it is.</summary>
    public required PersonId Id { get; init; }

    /// <summary>Whether it is a machine: a policy, a sweep, an automatic evaluator; default no.</summary>
    public bool IsMachine { get; init; }

    /// <summary>The keys of their roles.</summary>
    public ImmutableArray<string> Roles { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The teams that they look after today, beside the people who report to them.</summary>
    public ImmutableArray<TeamId> Teams { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether somebody of a unit is in their care.</summary>
    public bool Supervises(Unit? unit) => unit is not null && (unit.Supervisor == Id || (unit.Team is { } team && Teams.Contains(team)));
}
