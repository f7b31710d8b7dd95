using System.Collections.Immutable;
using QualityKit.Storage.Documents;
using QualityKit.Storage.Keys;

namespace QualityKit.Services;

/// <summary>What still needs a version of a root, over all tenants.</summary>
public sealed record RootUse
{
    /// <summary>The version.</summary>
    public required KeyVersionId Version { get; init; }

    /// <summary>The keys that it wraps, tenant by tenant. Wrap those rings anew (<see cref="KeyRingService.RotateRootAsync"/>) before the version goes.</summary>
    public required ImmutableArray<RootUser> Keys { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>The tenants whose ring cannot be read, or was not stored under the secret: they may need any version.</summary>
    public required ImmutableArray<TenantId> Unread { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Whether no ring of the store needs it. Copies of the store may: they open with it alone, or with another root.</summary>
    public bool IsUnused => Keys.IsEmpty && Unread.IsEmpty;
}
