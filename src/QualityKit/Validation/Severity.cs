namespace QualityKit.Validation;

/// <summary>How bad an issue is.</summary>
public enum Severity
{
    /// <summary>It must be corrected.</summary>
    Error = 0,

    /// <summary>It may be intended; look at it.</summary>
    Warning = 1,
}
