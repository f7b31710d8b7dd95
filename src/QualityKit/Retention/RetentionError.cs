namespace QualityKit.Retention;

/// <summary>A policy that could not be evaluated.</summary>
public sealed record RetentionError
{
    /// <summary>The policy.</summary>
    public required string Policy { get; init; }

    /// <summary>The code of what went wrong.</summary>
    public required string Code { get; init; }
}
