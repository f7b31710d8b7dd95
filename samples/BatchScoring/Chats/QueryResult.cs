namespace BatchScoring.Chats;

/// <summary>What the system behind the chat answered.</summary>
internal sealed record QueryResult : ChatEvent
{
    public required string Api { get; init; }

    public required string Message { get; init; }

    public required bool FoundNothing { get; init; }
}
