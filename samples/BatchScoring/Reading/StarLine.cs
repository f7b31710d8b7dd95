using BatchScoring.Chats;

namespace BatchScoring.Reading;

/// <summary>What a line gave: a chat, or what is wrong with the line.</summary>
internal sealed record StarLine
{
    public required long Number { get; init; }

    /// <summary>The chat; null when the line is damaged.</summary>
    public Chat? Chat { get; init; }

    /// <summary>What is wrong; null when there is a chat.</summary>
    public Damage? Damage { get; init; }
}
