namespace QualityKit.Evaluations;

/// <summary>When an evaluation is released.</summary>
public enum ReleaseKind
{
    /// <summary>At once.</summary>
    Now = 0,

    /// <summary>At an instant.</summary>
    At = 1,

    /// <summary>Never.</summary>
    Never = 2,
}
