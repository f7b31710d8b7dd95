namespace QualityKit.Jobs;

/// <summary>When the media of an interaction is to be archived, exported and deleted.</summary>
public sealed record MediaSchedule
{
    /// <summary>Nothing planned.</summary>
    public static MediaSchedule Empty { get; } = new();

    /// <summary>When it is archived; null for never.</summary>
    public DateTimeOffset? ArchiveAt { get; init; }

    /// <summary>When it is exported; null for never.</summary>
    public DateTimeOffset? ExportAt { get; init; }

    /// <summary>When it is deleted; null for never.</summary>
    public DateTimeOffset? DeleteAt { get; init; }

    /// <summary>Plans an action. What was planned is never lost to a deletion: an export after it is pulled forward to it,
    /// and archiving what is deleted by then is dropped.</summary>
    public MediaSchedule Plan(JobAction action, DateTimeOffset at) => action switch
    {
        JobAction.Archive => Settled(this with { ArchiveAt = at }),
        JobAction.Export => Settled(this with { ExportAt = at }),
        JobAction.Delete => Settled(this with { DeleteAt = at }),
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };

    private static MediaSchedule Settled(MediaSchedule planned) => planned with
    {
        ExportAt = planned.ExportAt > planned.DeleteAt ? planned.DeleteAt : planned.ExportAt,
        ArchiveAt = planned.ArchiveAt >= planned.DeleteAt ? null : planned.ArchiveAt,
    };
}
