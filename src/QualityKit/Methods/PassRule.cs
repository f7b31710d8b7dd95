namespace QualityKit.Methods;

/// <summary>What it takes to pass (rule S18); marks have the unit of the method.</summary>
public sealed record PassRule
{
    /// <summary>The least total that passes (for grades: the highest); null when the total does not matter.</summary>
    public Score? Mark { get; init; }

    /// <summary>What every answered question must at least reach (for grades: not exceed): its value in shares, its points otherwise; null for no such rule.</summary>
    public Score? QuestionMinimum { get; init; }

    /// <summary>A pass mark in percent.</summary>
    public static PassRule AtLeast(decimal percent) => new() { Mark = Score.Percent(percent) };
}
