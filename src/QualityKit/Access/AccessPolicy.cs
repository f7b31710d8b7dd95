using System.Collections.Immutable;
using QualityKit.People;

namespace QualityKit.Access;

/// <summary>The rules of access of a tenant, as data.</summary>
public sealed record AccessPolicy
{
    /// <summary>The roles of a contact center, and no further rules.</summary>
    public static AccessPolicy Standard { get; } = new() { Roles = People.Roles.Standard };

    /// <summary>The roles that there are. An actor's role that is not among them allows nothing.</summary>
    public required ImmutableArray<Role> Roles { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Rights in folders of forms. A folder without any has those of the nearest folder above; where there is none, roles alone decide.</summary>
    public ImmutableArray<DirectoryRight> Directories { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Interactions that are for some roles only.</summary>
    public ImmutableArray<AttributeRule> Attributes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether a supervisor may read, never change, what is about people who were in their care at the time of the interaction; default no.</summary>
    public bool SupervisorsReadFormerMembers { get; init; }
}
