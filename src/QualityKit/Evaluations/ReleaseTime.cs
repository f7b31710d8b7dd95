namespace QualityKit.Evaluations;

/// <summary>When an evaluation is released to its subject.</summary>
public sealed record ReleaseTime
{
    private ReleaseTime(ReleaseKind kind, DateTimeOffset? instant = null)
    {
        Kind = kind;
        Instant = instant;
    }

    /// <summary>At once.</summary>
    public static ReleaseTime Now { get; } = new(ReleaseKind.Now);

    /// <summary>Never, unless it is planned anew.</summary>
    public static ReleaseTime Never { get; } = new(ReleaseKind.Never);

    /// <summary>Which it is.</summary>
    public ReleaseKind Kind { get; }

    /// <summary>The instant; null otherwise.</summary>
    public DateTimeOffset? Instant { get; }

    /// <summary>At an instant that is still to come.</summary>
    public static ReleaseTime At(DateTimeOffset instant) => new(ReleaseKind.At, instant);
}
