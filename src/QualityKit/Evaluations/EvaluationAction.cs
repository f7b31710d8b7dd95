namespace QualityKit.Evaluations;

/// <summary>What can be done with an evaluation: one value for each command.</summary>
public enum EvaluationAction
{
    /// <summary>Assign it, or its open dispute.</summary>
    Assign = 0,

    /// <summary>Start it.</summary>
    Start = 1,

    /// <summary>Save a draft.</summary>
    SaveDraft = 2,

    /// <summary>Add what a machine suggests.</summary>
    Suggest = 3,

    /// <summary>Submit it.</summary>
    Submit = 4,

    /// <summary>Confirm what a machine submitted.</summary>
    Confirm = 5,

    /// <summary>Release it.</summary>
    Release = 6,

    /// <summary>Comment to the subject.</summary>
    Comment = 7,

    /// <summary>Comment for evaluators.</summary>
    CommentPrivately = 8,

    /// <summary>Acknowledge it.</summary>
    Acknowledge = 9,

    /// <summary>Close what is not acknowledged.</summary>
    CloseAcknowledgement = 10,

    /// <summary>Dispute it.</summary>
    Dispute = 11,

    /// <summary>Accept a dispute.</summary>
    AcceptDispute = 12,

    /// <summary>Decline a dispute.</summary>
    DeclineDispute = 13,

    /// <summary>Score it again.</summary>
    Rescore = 14,

    /// <summary>Delete it.</summary>
    Delete = 15,

    /// <summary>Raise the events of instants that have come.</summary>
    Announce = 16,
}
