namespace BatchScoring.Tallies;

/// <summary>Why a chat gives nothing to score.</summary>
internal enum SkipReason
{
    /// <summary>Nobody said anything.</summary>
    NoConversation,

    /// <summary>The agent sent nothing.</summary>
    NoReply,

    /// <summary>Every question of the form is N/A.</summary>
    NothingApplies,
}
