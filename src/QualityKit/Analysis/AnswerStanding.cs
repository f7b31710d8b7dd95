namespace QualityKit.Analysis;

/// <summary>How an answer, or the lack of one, takes part in the score while its question is visible.</summary>
internal enum AnswerStanding
{
    /// <summary>It never counts: excluded, without points, neutral.</summary>
    Apart = 0,

    /// <summary>It counts with its points.</summary>
    Counted = 1,

    /// <summary>It is N/A, or unanswered and treated so.</summary>
    LeftOut = 2,

    /// <summary>It is unanswered and treated as zero.</summary>
    Zeroed = 3,
}
