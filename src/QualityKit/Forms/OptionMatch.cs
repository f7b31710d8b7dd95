namespace QualityKit.Forms;

/// <summary>How selected options are compared with those a condition names (rule S2).</summary>
public enum OptionMatch
{
    /// <summary>At least one of them was selected.</summary>
    Any = 0,

    /// <summary>Every one of them was selected.</summary>
    All = 1,

    /// <summary>They and no others were selected.</summary>
    Exactly = 2,
}
