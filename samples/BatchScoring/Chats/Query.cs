using System.Collections.Immutable;

namespace BatchScoring.Chats;

/// <summary>The agent asked the system behind the chat to look something up or to do something.</summary>
internal sealed record Query : ChatEvent
{
    public required string Api { get; init; }

    /// <summary>The names of what the agent filled in, such as <c>AccountNumber</c>.</summary>
    public required ImmutableArray<string> Fields { get; init; }

    /// <summary>Whether it books rather than asks whether a booking is possible.</summary>
    public required bool IsBooking { get; init; }
}
