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
}
