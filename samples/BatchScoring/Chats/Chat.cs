using System.Collections.Immutable;

namespace BatchScoring.Chats;

/// <summary>One conversation between an agent and a customer, as the corpus recorded it.</summary>
internal sealed record Chat
{
    public required long DialogueId { get; init; }

    public required string Agent { get; init; }

    /// <summary>Whether the conversation came to its end; false when somebody left before.</summary>
    public required bool IsComplete { get; init; }

    public required Scenario Scenario { get; init; }

    public required ImmutableArray<ChatEvent> Events { get; init; }

    /// <summary>What the customer answered afterwards; empty when nobody asked.</summary>
    public required ImmutableArray<SurveyAnswer> Survey { get; init; }
}
