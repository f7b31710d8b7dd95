namespace QualityKit.Interactions;

/// <summary>A recording, a file or a thread that shows an interaction.</summary>
public sealed record MediaLink
{
    /// <summary>Names it where it is kept: 1 to 128 bytes of UTF-8.</summary>
    public required string Id { get; init; }

    /// <summary>What it shows.</summary>
    public required MediaType Media { get; init; }

    /// <summary>What of the time line it covers; null for all of it.</summary>
    public Stretch? Covers { get; init; }
}
