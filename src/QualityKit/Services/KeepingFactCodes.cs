namespace QualityKit.Services;

/// <summary>What can happen to interactions, their transcripts, legal holds, and what is disclosed of agents: the actions of audit entries and events.</summary>
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

    /// <summary>A version of a transcript was stored.</summary>
    public const string TranscriptStored = "transcript.stored";

    /// <summary>A transcript was redacted: a new version, and the texts before it are destroyed or sealed.</summary>
    public const string TranscriptRedacted = "transcript.redacted";

    /// <summary>Texts that a legal hold had kept sealed were destroyed.</summary>
    public const string TranscriptDestroyed = "transcript.destroyed";

    /// <summary>The transcripts of an interaction were deleted with it.</summary>
    public const string TranscriptDeleted = "transcript.deleted";

    /// <summary>A legal hold was placed.</summary>
    public const string HoldPlaced = "hold.placed";

    /// <summary>A legal hold was released.</summary>
    public const string HoldReleased = "hold.released";

    /// <summary>Somebody proposed what is disclosed of agents.</summary>
    public const string DisclosureProposed = "disclosure.proposed";

    /// <summary>Somebody else approved it.</summary>
    public const string DisclosureApproved = "disclosure.approved";

    /// <summary>A proposal was taken back.</summary>
    public const string DisclosureWithdrawn = "disclosure.withdrawn";
}
