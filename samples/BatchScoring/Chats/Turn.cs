namespace BatchScoring.Chats;

/// <summary>A message that one side sent to the other.</summary>
internal sealed record Turn : ChatEvent
{
    public required bool IsAgent { get; init; }

    public required string Text { get; init; }

    /// <summary>What people who read the canned line say that it does, such as <c>ask_name</c>; null for what was typed.</summary>
    public string? Label { get; init; }

    /// <summary>When it was sent, in seconds; null when the corpus does not say.</summary>
    public long? At { get; init; }

    public bool IsTyped => Label is null;
}
