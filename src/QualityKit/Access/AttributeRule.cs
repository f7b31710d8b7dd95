using System.Collections.Immutable;
using QualityKit.Interactions;
using QualityKit.People;

namespace QualityKit.Access;

/// <summary>Interactions of a kind are for some roles only: a VIP queue; one's own call.</summary>
public sealed record AttributeRule
{
    /// <summary>The stable name that a denial gives.</summary>
    public required string Key { get; init; }

    /// <summary>Which interactions it is about.</summary>
    public required AttributePredicate When { get; init; }

    /// <summary>What it keeps to the roles; none means everything.</summary>
    public ImmutableArray<Permission> Permissions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The keys of the roles that may all the same; none means nobody may.</summary>
    public ImmutableArray<string> Roles { get; init => field = value.IsDefault ? [] : value; } = [];
}
