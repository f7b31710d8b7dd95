using System.Collections.Immutable;

namespace QualityKit.People;

/// <summary>A role as data: a name, and what it allows.</summary>
public sealed record Role
{
    /// <summary>The stable name, such as <c>evaluator</c>.</summary>
    public required string Key { get; init; }

    /// <summary>What it allows; none by default.</summary>
    public ImmutableArray<Grant> Grants { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The same role, allowing more.</summary>
    public Role Allow(Reach reach, params ReadOnlySpan<Permission> permissions)
    {
        ImmutableArray<Grant>.Builder grants = Grants.ToBuilder();
        foreach (Permission permission in permissions)
        {
            grants.Add(new() { Permission = permission, Reach = reach });
        }

        return this with { Grants = grants.ToImmutable() };
    }
}
