namespace BatchScoring.Chats;

/// <summary>Something that happened in a chat. The kinds are closed: <see cref="Turn"/>, <see cref="Query"/>, <see cref="QueryResult"/>.</summary>
internal abstract record ChatEvent
{
    private protected ChatEvent()
    {
    }
}
