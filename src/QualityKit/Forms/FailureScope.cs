namespace QualityKit.Forms;

/// <summary>How far a failure reaches (rule S15).</summary>
public sealed record FailureScope
{
    private FailureScope(FailureScopeKind kind, string? group = null)
    {
        Kind = kind;
        GroupKey = group;
    }

    /// <summary>The whole form.</summary>
    public static FailureScope Form { get; } = new(FailureScopeKind.Form);

    /// <summary>The group that the question is directly in.</summary>
    public static FailureScope OwnGroup { get; } = new(FailureScopeKind.OwnGroup);

    /// <summary>Which scope it is.</summary>
    public FailureScopeKind Kind { get; }

    /// <summary>The key of a named group; null for the form and the own group.</summary>
    public string? GroupKey { get; }

    /// <summary>A group named by its key.</summary>
    public static FailureScope Group(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return new(FailureScopeKind.NamedGroup, key);
    }
}
