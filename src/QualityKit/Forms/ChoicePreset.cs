namespace QualityKit.Forms;

/// <summary>How a designer or a front end shows a choice; it has no effect on scores.</summary>
public enum ChoicePreset
{
    /// <summary>A list of options.</summary>
    None = 0,

    /// <summary>Yes and no.</summary>
    YesNo = 1,

    /// <summary>Pass and fail.</summary>
    PassFail = 2,

    /// <summary>A scale of numbers, whose keys are the numbers; a number answers it too.</summary>
    Range = 3,
}
