namespace QualityKit.Storage.Documents;

/// <summary>A tenant that has work of one kind: which, and since when. Nothing else crosses tenants.</summary>
public sealed record DueWork
{
    /// <summary>Whose work.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The kind, the first field of the index that lists it.</summary>
    public required string Kind { get; init; }

    /// <summary>When the earliest of it falls due.</summary>
    public required DateTimeOffset Due { get; init; }
}
