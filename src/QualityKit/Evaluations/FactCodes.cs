namespace QualityKit.Evaluations;

/// <summary>What can happen to an evaluation; the words are in the message catalogue.</summary>
public static class FactCodes
{
    /// <summary>It was created.</summary>
    public const string Created = "evaluation.created";

    /// <summary>It was finished in another system and came here.</summary>
    public const string Imported = "evaluation.imported";

    /// <summary>It was assigned to somebody, or to nobody.</summary>
    public const string Assigned = "evaluation.assigned";

    /// <summary>Somebody started.</summary>
    public const string Started = "evaluation.started";

    /// <summary>A machine suggested answers.</summary>
    public const string Suggested = "evaluation.suggested";

    /// <summary>Version 1 was submitted.</summary>
    public const string Submitted = "evaluation.submitted";

    /// <summary>A person confirmed what a machine submitted.</summary>
    public const string Confirmed = "evaluation.confirmed";

    /// <summary>The subject sees it.</summary>
    public const string Released = "evaluation.released";

    /// <summary>Its release was planned.</summary>
    public const string ReleasePlanned = "evaluation.releasePlanned";

    /// <summary>It is not released.</summary>
    public const string Withheld = "evaluation.withheld";

    /// <summary>Somebody commented.</summary>
    public const string Commented = "evaluation.commented";

    /// <summary>The subject acknowledged it.</summary>
    public const string Acknowledged = "evaluation.acknowledged";

    /// <summary>Somebody closed it for a subject who left.</summary>
    public const string Closed = "evaluation.closed";

    /// <summary>Somebody disputed it.</summary>
    public const string Disputed = "evaluation.disputed";

    /// <summary>The open dispute went to another reviewer.</summary>
    public const string Rerouted = "evaluation.rerouted";

    /// <summary>A dispute was accepted.</summary>
    public const string DisputeAccepted = "evaluation.disputeAccepted";

    /// <summary>A dispute was declined.</summary>
    public const string DisputeDeclined = "evaluation.disputeDeclined";

    /// <summary>It was scored again.</summary>
    public const string Rescored = "evaluation.rescored";

    /// <summary>It was deleted.</summary>
    public const string Deleted = "evaluation.deleted";

    /// <summary>Somebody should start.</summary>
    public const string Reminder = "evaluation.reminder";

    /// <summary>It should be done.</summary>
    public const string Overdue = "evaluation.overdue";

    /// <summary>It should be done, and somebody else should know.</summary>
    public const string Escalated = "evaluation.escalated";

    /// <summary>It is too late.</summary>
    public const string Expired = "evaluation.expired";
}
