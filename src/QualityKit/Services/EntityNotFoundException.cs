namespace QualityKit.Services;

/// <summary>There is no such thing in the tenant; another tenant's is as if it did not exist.</summary>
public sealed class EntityNotFoundException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="kind">What was looked for, such as <c>evaluation</c>.</param>
    /// <param name="id">Which.</param>
    public EntityNotFoundException(string kind, string id)
        : base($"there is no {kind} `{id}`")
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(id);
        (Kind, Id) = (kind, id);
    }

    /// <summary>What was looked for.</summary>
    public string Kind { get; }

    /// <summary>Which.</summary>
    public string Id { get; }
}
