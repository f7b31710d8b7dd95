namespace QualityKit.Forms;

/// <summary>How far a failure reaches (rule S15).</summary>
public enum FailureScopeKind
{
    /// <summary>The whole form.</summary>
    Form = 0,

    /// <summary>The group that the question is directly in.</summary>
    OwnGroup = 1,

    /// <summary>A group named by its key.</summary>
    NamedGroup = 2,
}
