namespace QualityKit.Evaluations;

/// <summary>An instant that raises an event when it comes, once (rule E13).</summary>
public enum AnnouncementKind
{
    /// <summary>Somebody should start.</summary>
    Reminder = 0,

    /// <summary>It should be done.</summary>
    Overdue = 1,

    /// <summary>Somebody else should know.</summary>
    Escalation = 2,

    /// <summary>It is too late.</summary>
    Expired = 3,

    /// <summary>The subject sees it.</summary>
    Released = 4,
}
