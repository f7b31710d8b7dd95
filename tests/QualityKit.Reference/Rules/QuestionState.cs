namespace QualityKit.Reference.Rules;

/// <summary>What a question is in a scorecard: the states of S3, and what S5, S6 and S10 make of them.</summary>
internal enum QuestionState
{
    Hidden,
    Excluded,
    NotApplicable,
    Unanswered,
    Answered,

    /// <summary>Not answered, and counts with a value by the N/A rule (S6).</summary>
    Filled,

    /// <summary>Nothing is possible, and the method averages values (S5).</summary>
    Neutral,

    /// <summary>Answered or filled, and dropped (S10).</summary>
    Dropped,
}
