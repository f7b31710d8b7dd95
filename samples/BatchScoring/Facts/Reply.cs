using BatchScoring.Chats;

namespace BatchScoring.Facts;

/// <summary>An agent's turn: its number among the agent's turns, from 1, and its position among all events.</summary>
internal sealed record Reply(int Number, int Position, Turn Turn);
