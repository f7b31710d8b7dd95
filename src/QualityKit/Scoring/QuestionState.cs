namespace QualityKit.Scoring;

/// <summary>What became of a question in a score (rules S3, S5, S6, S10).</summary>
public enum QuestionState
{
    /// <summary>It counts with its answer.</summary>
    Answered = 0,

    /// <summary>It counts with a value that the N/A or unanswered rule gave it.</summary>
    Filled = 1,

    /// <summary>It was marked N/A and is left out.</summary>
    NotApplicable = 2,

    /// <summary>It has no answer and is left out.</summary>
    Unanswered = 3,

    /// <summary>It, or a group around it, is not visible; it counts as not there.</summary>
    Hidden = 4,

    /// <summary>It is excluded from scoring.</summary>
    Excluded = 5,

    /// <summary>Its highest points give nothing to divide by; it is left out.</summary>
    Neutral = 6,

    /// <summary>It was dropped as one of the lowest.</summary>
    Dropped = 7,
}
