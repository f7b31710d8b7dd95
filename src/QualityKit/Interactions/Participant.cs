using QualityKit.People;

namespace QualityKit.Interactions;

/// <summary>Somebody who took part.</summary>
public sealed record Participant
{
    /// <summary>What they were.</summary>
    public required ParticipantRole Role { get; init; }

    /// <summary>Names them within the interaction, the same in each segment, so that a consent or an utterance can refer to them; null when nothing does.</summary>
    public string? Key { get; init; }

    /// <summary>Who it was, in the host's directory; null for a customer.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Which automaton it was, with its version; null for people.</summary>
    public Subject.Automaton? Automaton { get; init; }
}
