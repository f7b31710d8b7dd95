using System.Collections.Immutable;
using QualityKit.Keys;
using QualityKit.Storage.Documents;

namespace QualityKit.Services;

/// <summary>A key of a ring that a version of a root wraps.</summary>
public sealed record RootUser
{
    /// <summary>Whose ring.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Which key.</summary>
    public required RingKeyId Key { get; init; }

    /// <summary>Where it stands.</summary>
    public required KeyState State { get; init; }

    /// <summary>The name of the root.</summary>
    public required string Root { get; init; }

    /// <summary>The roots that wrap it too. Where there is none, the key is lost with the version.</summary>
    public required ImmutableArray<string> OtherRoots { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The key, whose, and what else opens it.</summary>
    public override string ToString() => $"{Key} of {Tenant}, by {Root}{(OtherRoots.IsEmpty ? " alone" : $" and {string.Join(", ", OtherRoots)}")}";
}
