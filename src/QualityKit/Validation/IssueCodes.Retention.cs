namespace QualityKit.Validation;

public static partial class IssueCodes
{
    /// <summary>A hold names no interaction and has no query.</summary>
    public const string HoldOnNothing = "QK6401";

    /// <summary>A policy keeps longer than the tenant keeps anything.</summary>
    public const string RetentionExceedsMaximum = "QK6402";

    /// <summary>A policy keeps longer than it allows itself.</summary>
    public const string RetentionReversed = "QK6403";

    /// <summary>A policy archives when it has been deleted.</summary>
    public const string ArchiveAfterDeletion = "QK6404";

    /// <summary>An interaction comes again that was deleted.</summary>
    public const string InteractionDeleted = "QK6405";

    /// <summary>A hold keeps what somebody deletes.</summary>
    public const string InteractionHeld = "QK6406";

    /// <summary>A bulk job is planned whose action nothing of the host takes part in.</summary>
    public const string JobNobodyDoes = "QK6550";

    /// <summary>A bulk job is planned while as many are open as may be.</summary>
    public const string JobTooManyOpen = "QK6551";

    /// <summary>A bulk job is paused, resumed or cancelled that is over.</summary>
    public const string JobOver = "QK6552";

    /// <summary>Seals of the audit are lost: the store went back to an older state, and a person reconciled it. A warning.</summary>
    public const string AuditSealsLost = "QK6560";
}
