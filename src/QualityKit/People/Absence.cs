namespace QualityKit.People;

/// <summary>A time in which somebody takes no work.</summary>
public sealed record Absence
{
    /// <summary>The first instant.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The instant after the last; null while it is open.</summary>
    public DateTimeOffset? Until { get; init; }
}
