namespace QualityKit.Forms;

/// <summary>Who handles a dispute.</summary>
public enum DisputeAssigneeKind
{
    /// <summary>The evaluator who submitted the evaluation.</summary>
    Original = 0,

    /// <summary>A named user.</summary>
    User = 1,

    /// <summary>Nobody until someone takes it.</summary>
    None = 2,
}
