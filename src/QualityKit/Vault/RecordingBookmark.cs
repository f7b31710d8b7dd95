namespace QualityKit.Vault;

/// <summary>A place in a recording that somebody marked.</summary>
public sealed record RecordingBookmark
{
    /// <summary>Where, on the time line of the interaction; 0 or more.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>What it marks, as a code or a short name: 1 to 128 bytes of UTF-8. It is not encrypted, so nothing personal.</summary>
    public required string Name { get; init; }
}
