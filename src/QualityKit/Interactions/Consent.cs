namespace QualityKit.Interactions;

/// <summary>What one participant said to being recorded and looked at. Of several, the latest counts.</summary>
public sealed record Consent
{
    /// <summary>Whose it is: a <see cref="Participant.Key"/>.</summary>
    public required string Participant { get; init; }

    /// <summary>What they said.</summary>
    public required ConsentStatus Status { get; init; }

    /// <summary>When; null when nobody knows, which counts as before all others.</summary>
    public DateTimeOffset? At { get; init; }
}
