namespace QualityKit.Services;

/// <summary>Somebody else changed the same thing. Look at what it is now, and decide again.</summary>
public sealed class ConcurrencyConflictException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="kind">What it is, such as <c>form draft</c>.</param>
    /// <param name="id">Which.</param>
    public ConcurrencyConflictException(string kind, string id)
        : base($"the {kind} `{id}` was changed by somebody else")
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(id);
        (Kind, Id) = (kind, id);
    }

    /// <summary>What it is.</summary>
    public string Kind { get; }

    /// <summary>Which.</summary>
    public string Id { get; }
}
