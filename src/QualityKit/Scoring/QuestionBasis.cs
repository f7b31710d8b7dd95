namespace QualityKit.Scoring;

/// <summary>What the value of a question is, for comparing.</summary>
internal enum QuestionBasis
{
    /// <summary>What it earned out of what was possible.</summary>
    Value = 0,

    /// <summary>The points that it lost.</summary>
    Lost = 1,

    /// <summary>The points that it earned where none are possible.</summary>
    Points = 2,
}
