using System.Collections.Immutable;

namespace BatchScoring.Chats;

/// <summary>What the conversation was about.</summary>
internal sealed record Scenario
{
    /// <summary>The fields of business, such as <c>hotel</c>; they can serve as queues.</summary>
    public required ImmutableArray<string> Domains { get; init; }

    /// <summary>What the agent could do for the customer, such as <c>hotel_book</c>.</summary>
    public required ImmutableArray<string> Tasks { get; init; }

    /// <summary>Whether the request was meant to go through; false when the customer was told to change their mind
    /// or to ask for what cannot be had.</summary>
    public required bool IsHappyPath { get; init; }
}
