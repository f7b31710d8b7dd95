namespace QualityKit.Methods;

/// <summary>What a score's number means.</summary>
public enum ScoreUnit
{
    /// <summary>A fraction of what is possible: 3/4 is shown as 75 %.</summary>
    Share = 0,

    /// <summary>Points as they are.</summary>
    Points = 1,

    /// <summary>A grade: lower is better.</summary>
    Grade = 2,
}
