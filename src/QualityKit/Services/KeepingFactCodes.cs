namespace QualityKit.Services;

/// <summary>What can happen to interactions and legal holds: the actions of audit entries and events.</summary>
public static class KeepingFactCodes
{
    /// <summary>An interaction was reported, or something new of it.</summary>
    public const string Reported = "interaction.reported";

    /// <summary>A sweep marked an interaction as due.</summary>
    public const string Marked = "interaction.due";

    /// <summary>An interaction is not due any more, or somebody revoked that it is.</summary>
    public const string Unmarked = "interaction.dueRevoked";

    /// <summary>An interaction was deleted.</summary>
    public const string Deleted = "interaction.deleted";

    /// <summary>A bulk job archived an interaction.</summary>
    public const string Archived = "interaction.archived";

    /// <summary>A bulk job exported an interaction.</summary>
    public const string Exported = "interaction.exported";

    /// <summary>Something about somebody was erased at their request.</summary>
    public const string Erased = "subject.erased";

    /// <summary>A legal hold was placed.</summary>
    public const string HoldPlaced = "hold.placed";

    /// <summary>A legal hold was released.</summary>
    public const string HoldReleased = "hold.released";
}
