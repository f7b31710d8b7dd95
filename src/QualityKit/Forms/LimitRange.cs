namespace QualityKit.Forms;

/// <summary>The bounds of a number in <see cref="FormLimits"/>, both included; a missing bound is no bound.</summary>
public sealed record LimitRange
{
    private LimitRange(decimal? least, decimal? most)
    {
        Least = least;
        Most = most;
    }

    /// <summary>No bounds; the default everywhere.</summary>
    public static LimitRange Any { get; } = new(null, null);

    /// <summary>The least that is taken; null for no such bound.</summary>
    public decimal? Least { get; }

    /// <summary>The most that is taken; null for no such bound.</summary>
    public decimal? Most { get; }

    /// <summary>From a number on.</summary>
    public static LimitRange AtLeast(decimal least) => new(least, null);

    /// <summary>Up to a number.</summary>
    public static LimitRange AtMost(decimal most) => new(null, most);

    /// <summary>From one number to another.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The most is below the least.</exception>
    public static LimitRange Between(decimal least, decimal most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, least);
        return new(least, most);
    }
}
