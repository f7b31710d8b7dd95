namespace QualityKit.Forms;

/// <summary>What a question is prefilled with.</summary>
public enum DefaultAnswerKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The answer with the highest points.</summary>
    Highest = 1,

    /// <summary>The answer with the lowest points.</summary>
    Lowest = 2,

    /// <summary>N/A.</summary>
    NotApplicable = 3,

    /// <summary>A given answer.</summary>
    Given = 4,
}
