namespace BatchScoring.Chats;

/// <summary>A yes or no of the customer after the chat.</summary>
internal sealed record SurveyAnswer
{
    public required string Question { get; init; }

    public required bool IsYes { get; init; }
}
