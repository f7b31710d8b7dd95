namespace QualityKit.Jobs;

/// <summary>What a bulk job does with each interaction.</summary>
public enum JobAction
{
    /// <summary>Archives it.</summary>
    Archive = 0,

    /// <summary>Deletes it, unless a hold, open work or an error keeps it.</summary>
    Delete = 1,

    /// <summary>Exports it.</summary>
    Export = 2,
}
