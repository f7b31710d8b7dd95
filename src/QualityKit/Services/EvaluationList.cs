namespace QualityKit.Services;

/// <summary>A list of evaluations that somebody works with.</summary>
public enum EvaluationList
{
    /// <summary>Evaluator: given to the actor, and not started. By due date.</summary>
    Assigned = 0,

    /// <summary>Evaluator: started by the actor, and not submitted. By due date.</summary>
    InProgress = 1,

    /// <summary>Evaluator: not submitted by the actor though it is due. By due date.</summary>
    Overdue = 2,

    /// <summary>Evaluator: scored by the actor. By the time of submitting.</summary>
    Completed = 3,

    /// <summary>Evaluator: given to nobody, for whoever takes it. By due date.</summary>
    Unclaimed = 4,

    /// <summary>Reviewer: disputes that the actor handles, or that anyone may handle. By the time of raising.</summary>
    ToReview = 5,

    /// <summary>Agent: about the actor, and released. By the time of the first release.</summary>
    Released = 6,

    /// <summary>Agent: about the actor, who is asked to acknowledge. By the time of the first release.</summary>
    ToAcknowledge = 7,

    /// <summary>Agent: about the actor, with an open dispute. By the time of raising.</summary>
    Disputed = 8,

    /// <summary>Supervisor: about the people who are in the actor's teams today.</summary>
    Team = 9,

    /// <summary>Supervisor: about the people who are in the actor's teams today, with an open dispute.</summary>
    TeamDisputes = 10,

    /// <summary>Administrator: every evaluation and calibration. By the time of creation.</summary>
    All = 11,
}
