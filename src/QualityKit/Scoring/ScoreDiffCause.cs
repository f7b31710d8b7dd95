namespace QualityKit.Scoring;

/// <summary>Why one line of a difference is there.</summary>
public enum ScoreDiffCause
{
    /// <summary>The answer changed.</summary>
    AnswerChanged = 0,

    /// <summary>The answer changed, and now fails something (rule S15).</summary>
    AnswerFails = 1,

    /// <summary>The answer changed, and fails nothing any more.</summary>
    AnswerFailsNoLonger = 2,

    /// <summary>The question became N/A.</summary>
    BecameNotApplicable = 3,

    /// <summary>The question is no longer N/A.</summary>
    NoLongerNotApplicable = 4,

    /// <summary>The question was answered, and was not before.</summary>
    Answered = 5,

    /// <summary>The question lost its answer.</summary>
    Cleared = 6,

    /// <summary>The question became visible.</summary>
    Shown = 7,

    /// <summary>The question is no longer visible.</summary>
    Hidden = 8,

    /// <summary>The question counts now: it was excluded, dropped or had nothing to earn.</summary>
    CountsNow = 9,

    /// <summary>The question counts no longer: it is excluded, dropped or has nothing to earn.</summary>
    CountsNoLonger = 10,

    /// <summary>The same answer is worth something else.</summary>
    ValueChanged = 11,

    /// <summary>The question weighs something else.</summary>
    WeightChanged = 12,

    /// <summary>The question is put together with the others in another way, so its value and weight cannot be told apart.</summary>
    CountedOtherwise = 13,

    /// <summary>The question is new.</summary>
    QuestionAdded = 14,

    /// <summary>The question is gone.</summary>
    QuestionRemoved = 15,

    /// <summary>The question was changed in the form, without effect on this score.</summary>
    WithoutEffect = 16,

    /// <summary>Score rules did something else (rule S13).</summary>
    Rules = 17,

    /// <summary>The cap or the floor did something else (rule S14).</summary>
    Bound = 18,

    /// <summary>Failures did something else (rule S16).</summary>
    Failure = 19,

    /// <summary>The score starts from something else: deductions start from full.</summary>
    Start = 20,

    /// <summary>There is no total before, or none after; so there is no change to add up.</summary>
    NoTotal = 21,

    /// <summary>The scores have different units; so there is no change to add up.</summary>
    OtherUnit = 22,

    /// <summary>The outcome changed (rule S18).</summary>
    Outcome = 23,

    /// <summary>The band changed (rule S18).</summary>
    Band = 24,
}
