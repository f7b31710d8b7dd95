namespace QualityKit.Interactions;

/// <summary>A participant without whose consent an interaction is neither evaluated nor scored.</summary>
public sealed record MissingConsent
{
    /// <summary>Their <see cref="Participant.Key"/>; null for a participant without one.</summary>
    public required string? Participant { get; init; }

    /// <summary>What they were.</summary>
    public required ParticipantRole Role { get; init; }

    /// <summary>What they said instead.</summary>
    public required ConsentStatus Status { get; init; }
}
