using System.Collections.Immutable;
using QualityKit.People;
using QualityKit.Storage.Documents;

namespace QualityKit.Interactions;

/// <summary>One piece of contact with a customer, as the host's platform reports it. The same id is the same interaction, however often it comes.</summary>
public sealed record Interaction
{
    /// <summary>Which one.</summary>
    public required InteractionId Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>How people were in touch.</summary>
    public required MediaType Media { get; init; }

    /// <summary>Who began.</summary>
    public required Direction Direction { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was over; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Its segments, in order.</summary>
    public ImmutableArray<Segment> Segments { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the host declared and reports of it.</summary>
    public AttributeSet Attributes { get; init; } = AttributeSet.Empty;

    /// <summary>The people of the contact center who served, in order of appearance; who only monitored is not among them.</summary>
    public ImmutableArray<PersonId> Agents =>
    [
        .. Segments.SelectMany(segment => segment.Participants)
            .Where(participant => participant.Role == ParticipantRole.Agent)
            .Select(participant => participant.Person)
            .OfType<PersonId>()
            .Distinct(),
    ];

    /// <summary>The id, never the attributes, which may be personal.</summary>
    public override string ToString() => $"interaction {Id}";
}
