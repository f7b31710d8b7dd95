namespace QualityKit.Rescoring;

/// <summary>Whether something changed sides between passed and failed.</summary>
public enum PassCrossing
{
    /// <summary>It stays where it is, or has no side before or after.</summary>
    None = 0,

    /// <summary>It passed before and fails after.</summary>
    ToFailed = 1,

    /// <summary>It failed before and passes after.</summary>
    ToPassed = 2,
}
